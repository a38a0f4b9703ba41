import type { Rights, TenantTable } from '../tenant-tables.ts';
import { type Attack, FOREIGN_ROW, type Scene } from './attack.ts';

/** The same attacks on every table that the catalogue knows, so that a new table is attacked from its first day. */
export function tableAttacks(scene: Scene): Attack[] {
  return scene.tables.flatMap((table) => [
    ...(['rep', 'manager'] as const).flatMap((role) => rowAttacks(scene, table, role)),
    ...foreignKeyAttacks(scene, table),
  ]);
}

function rowAttacks({ own, other }: Scene, table: TenantTable, role: 'rep' | 'manager'): Attack[] {
  const rights: Rights = table[role];
  const isOthers = `${table.tenantColumn} = '${other.tenantId}'`;
  const attack = (verb: string, sql: string, expects: string): Attack => ({
    name: `${verb} ${table.name}`,
    as: role,
    sql: [sql],
    expects,
  });
  const canRead = rights.select.includes(table.tenantColumn);
  const column = rights.update[0];
  const columns = rights.select.join(', ');
  return [
    attack(
      'read the other tenant’s',
      `select ${columns || '*'} from ${table.name} where ${isOthers}`,
      canRead ? 'nothing' : '42501',
    ),
    attack(
      'read all but one’s own',
      `select ${columns || '*'} from ${table.name} where ${table.tenantColumn} <> '${own.tenantId}'`,
      canRead ? 'nothing' : '42501',
    ),
    attack(
      'divide by the other tenant’s',
      `select 1 / (case when ${isOthers} then 0 else 1 end) from ${table.name} where ${isOthers} or 1 / (case when ${isOthers} then 0 else 1 end) = 2`,
      canRead ? 'nothing' : '42501',
    ),
    attack(
      'write into the other tenant’s',
      `insert into ${table.name} (${table.tenantColumn}) values ('${other.tenantId}')`,
      '42501',
    ),
    attack(
      'move a row to the other tenant in',
      `update ${table.name} set ${table.tenantColumn} = '${other.tenantId}'`,
      '42501',
    ),
    attack(
      'change the other tenant’s',
      `update ${table.name} set ${column ?? table.tenantColumn} = ${column ?? table.tenantColumn} where ${isOthers}`,
      column && rights.select.includes(column) && canRead ? 'nothing' : '42501',
    ),
    attack(
      'delete the other tenant’s',
      `delete from ${table.name} where ${isOthers}`,
      rights.delete && canRead ? 'nothing' : '42501',
    ),
    attack('truncate', `truncate ${table.name} cascade`, '42501'),
    attack(
      'copy into',
      `copy ${table.name} (${rights.insert[0] ?? table.tenantColumn}) from stdin`,
      rights.insert.length > 0 ? '0A000' : '42501',
    ),
    attack('copy out', `copy (select ${columns || '*'} from ${table.name}) to stdout`, columns ? 'harmless' : '42501'),
  ];
}

function foreignKeyAttacks({ idOf }: Scene, table: TenantTable): Attack[] {
  return table.foreignKeys.flatMap(({ columns, parent }) => {
    const [column, ...more] = columns.filter((name) => name !== table.tenantColumn);
    if (!column || more.length > 0 || !table.manager.update.includes(column) || !parent.startsWith('crm.')) return [];
    const sql = `update ${table.name} set ${column} = '${idOf(parent, FOREIGN_ROW)}' where id = '${idOf(table.name, 1)}'`;
    return [
      {
        name: `point ${table.name}.${column} at the other tenant’s ${parent}`,
        as: 'manager',
        sql: [sql],
        expects: '23503',
      },
    ];
  });
}
