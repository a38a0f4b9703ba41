import { type Attack, FOREIGN_ROW } from './attack.ts';

const contact = `<id:crm.contacts:${FOREIGN_ROW}>`;
const insert = (email: string): string =>
  `insert into crm.contacts (id, first_name, last_name, email, owner_id) values ('${contact}', 'x', 'x', '${email}', '<own.userId>')`;
const undone = (name: string, expects: string, ...sql: string[]): Attack => ({ name, as: 'rep', sql, expects });

/** Asking constraints and casts about rows that one cannot see. What succeeds must succeed for any id. */
export const ORACLE_ATTACKS: Attack[] = [
  undone('take an id that the other tenant uses', 'touched', insert('fresh@x.test')),
  undone('take an e-mail that the other tenant uses', 'touched', insert(`person${FOREIGN_ROW}@look-alike.test`)),
  undone(
    'ask ON CONFLICT DO NOTHING about an id of the other tenant',
    'touched',
    `${insert('fresh@x.test')} on conflict do nothing`,
  ),
  undone(
    'read through ON CONFLICT … WHERE',
    'touched',
    `${insert('fresh@x.test')} on conflict (tenant_id, id) do update set title = 'x' where contacts.first_name::int = 1`,
  ),
  undone(
    'change through ON CONFLICT',
    'touched',
    `${insert('fresh@x.test')} on conflict (tenant_id, id) do update set title = 'stolen'`,
  ),
  undone(
    'conflict with the other tenant’s key',
    '42501',
    `insert into crm.contacts (tenant_id, id, first_name, last_name, email, owner_id) values ('<other.tenantId>', '${contact}', 'x', 'x', 'x@x.test', '<own.userId>') on conflict do nothing`,
  ),
  undone(
    'cast hidden values to numbers',
    'nothing',
    `select * from crm.contacts where tenant_id = '<other.tenantId>' and first_name::int = 0`,
  ),
  undone(
    'read by MERGE',
    'nothing',
    `merge into crm.contacts c using (values ('<other.tenantId>'::uuid)) v (t) on c.tenant_id = v.t when matched then update set title = 'stolen'`,
  ),
  undone(
    'delete by MERGE',
    '42501',
    `merge into crm.contacts c using (values ('<other.tenantId>'::uuid)) v (t) on c.tenant_id = v.t when matched then delete`,
  ),
  undone(
    'update from the other tenant’s rows',
    'nothing',
    `update crm.contacts c set title = d.name from crm.deals d where d.tenant_id = '<other.tenantId>'`,
  ),
  undone(
    'lock the other tenant’s rows',
    'nothing',
    `select id from crm.contacts where tenant_id = '<other.tenantId>' for update`,
  ),
  undone('read a record by its id', 'nothing', `select id from crm.contacts where id = '${contact}'`),
  undone(
    'read the other tenant’s words',
    'nothing',
    `select * from search.tokens where tenant_id = '<other.tenantId>'`,
  ),
  undone(
    'read the other tenant’s custom values',
    'nothing',
    `select * from search.custom_values where tenant_id = '<other.tenantId>'`,
  ),
  undone('dump the schema as XML', 'harmless', `select table_to_xml('crm.contacts', true, true, '')`),
  undone(
    'sample a table',
    'nothing',
    `select id from crm.contacts tablesample system (100) where tenant_id = '<other.tenantId>'`,
  ),
  undone(
    'ask for the physical place of hidden rows',
    '42501',
    `select ctid from crm.contacts where ctid = any (array(select format('(%s,%s)', p, i)::tid from generate_series(0, 3) p, generate_series(1, 60) i)) and tenant_id <> '<own.tenantId>'`,
  ),
];
