import type { Rights, TenantTable } from '../tenant-tables.ts';
import { type Attack, FOREIGN_ROW } from './attack.ts';

/** The same attacks on every table that the catalogue knows, so that a new table is attacked from its first day. */
export function tableAttacks(tables: TenantTable[]): Attack[] {
  return tables.flatMap((table) => [
    ...readAttacks(table, 'rep'),
    ...writeAttacks(table, 'rep'),
    ...readAttacks(table, 'manager'),
    ...writeAttacks(table, 'manager'),
    ...foreignKeyAttacks(table),
  ]);
}

type Role = 'rep' | 'manager';

const attackOn =
  (table: TenantTable, as: Role) =>
  (verb: string, sql: string, expects: string): Attack => ({ name: `${verb} ${table.name}`, as, sql: [sql], expects });

const isOthers = ({ tenantColumn }: TenantTable): string => `${tenantColumn} = '<other.tenantId>'`;
const canRead = (table: TenantTable, { select }: Rights): boolean => select.includes(table.tenantColumn);

function readAttacks(table: TenantTable, role: Role): Attack[] {
  const attack = attackOn(table, role);
  const columns = table[role].select.join(', ') || '*';
  const hidden = canRead(table, table[role]) ? 'nothing' : '42501';
  const others = isOthers(table);
  const divided = `1 / (case when ${others} then 0 else 1 end)`;
  return [
    attack('read the other tenant’s', `select ${columns} from ${table.name} where ${others}`, hidden),
    attack(
      'read all but one’s own',
      `select ${columns} from ${table.name} where ${table.tenantColumn} <> '<own.tenantId>'`,
      hidden,
    ),
    attack(
      'divide by the other tenant’s',
      `select ${divided} from ${table.name} where ${others} or ${divided} = 2`,
      hidden,
    ),
    attack('copy out', `copy (select ${columns} from ${table.name}) to stdout`, columns === '*' ? '42501' : 'harmless'),
  ];
}

function writeAttacks(table: TenantTable, role: Role): Attack[] {
  const attack = attackOn(table, role);
  const { name, tenantColumn } = table;
  const rights = table[role];
  const others = isOthers(table);
  const column = rights.update[0] ?? tenantColumn;
  const mayChange = rights.update.length > 0 && rights.select.includes(column) && canRead(table, rights);
  const mayDelete = rights.delete && canRead(table, rights);
  const copied = rights.insert[0] ?? tenantColumn;
  return [
    attack(
      'write into the other tenant’s',
      `insert into ${name} (${tenantColumn}) values ('<other.tenantId>')`,
      '42501',
    ),
    attack('move a row to the other tenant in', `update ${name} set ${tenantColumn} = '<other.tenantId>'`, '42501'),
    attack(
      'change the other tenant’s',
      `update ${name} set ${column} = ${column} where ${others}`,
      mayChange ? 'nothing' : '42501',
    ),
    attack('delete the other tenant’s', `delete from ${name} where ${others}`, mayDelete ? 'nothing' : '42501'),
    attack('truncate', `truncate ${name} cascade`, '42501'),
    attack('copy into', `copy ${name} (${copied}) from stdin`, rights.insert.length > 0 ? '0A000' : '42501'),
  ];
}

function foreignKeyAttacks(table: TenantTable): Attack[] {
  return table.foreignKeys.flatMap(({ columns, parent }) => {
    const [column, ...more] = columns.filter((name) => name !== table.tenantColumn);
    if (!column || more.length > 0 || !table.manager.update.includes(column) || !parent.startsWith('crm.')) return [];
    const sql = `update ${table.name} set ${column} = '<id:${parent}:${FOREIGN_ROW}>' where id = '<id:${table.name}:1>'`;
    const name = `point ${table.name}.${column} at the other tenant’s ${parent}`;
    return [{ name, as: 'manager', sql: [sql], expects: '23503' }];
  });
}
