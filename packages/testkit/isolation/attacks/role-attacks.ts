import type { Attack } from './attack.ts';

const BECOME = [
  'aura_owner',
  'aura_context',
  'aura_audit',
  'aura_access',
  'aura_identity',
  'aura_worker',
  'aura_admin',
  'postgres',
  'pg_read_all_data',
];

const refused = (name: string, ...sql: string[]): Attack => ({ name, as: 'rep', sql, expects: '42501' });

/** Becoming somebody else, and changing what roles, tables and functions are. */
export const ROLE_ATTACKS: Attack[] = [
  {
    name: 'a rep takes the manager’s role and reads',
    as: 'rep',
    sql: ['set local role aura_manager', 'select * from core.memberships'],
    expects: 'nothing',
  },
  {
    name: 'a rep takes the manager’s role by a setting',
    as: 'rep',
    sql: [`select set_config('role', 'aura_manager', true)`, 'select * from core.events'],
    expects: 'nothing',
  },
  {
    name: 'a rep takes the manager’s role and writes',
    as: 'rep',
    sql: [
      'set local role aura_manager',
      `insert into core.custom_field_definitions (entity, key, label, type) values ('deal', 'stolen', 'Stolen', 'text')`,
    ],
    expects: '42501',
  },
  { name: 'a manager reads the audit log', as: 'manager', sql: ['select * from audit.events'], expects: 'nothing' },
  ...BECOME.map((role) => refused(`become ${role}`, `set local role ${role}`)),
  ...BECOME.slice(0, 1).map((role) =>
    refused(`become ${role} by a setting`, `select set_config('role', '${role}', true)`),
  ),
  refused('go back to the login and read', 'reset role', 'select * from core.memberships'),
  refused('change the session’s authorization', 'set session authorization postgres'),
  refused(
    'change the session’s authorization by a setting',
    `select set_config('session_authorization', 'aura_owner', true)`,
  ),
  refused('turn row security off for the session', 'set local row_security = off', 'select * from core.memberships'),
  refused('turn triggers off', 'set local session_replication_role = replica'),
  refused('give the login BYPASSRLS', 'alter role aura_app bypassrls'),
  refused('create a role', 'create role intruder superuser'),
  refused('grant the owner’s role', 'grant aura_owner to aura_app'),
  refused('grant a right', 'reset role', 'grant select on all tables in schema identity to aura_app'),
  refused('turn row security off on a table', 'alter table core.memberships disable row level security'),
  refused('lift FORCE', 'alter table core.memberships no force row level security'),
  refused('drop a policy', 'drop policy select_rep on core.memberships'),
  refused('add a policy', 'create policy all_rows on core.memberships for select to aura_rep using (true)'),
  refused(
    'replace the context function',
    `create or replace function app.tenant_id() returns uuid language sql as $$ select '<other.tenantId>'::uuid $$`,
  ),
  refused('change the context function', 'alter function app.tenant_id() security invoker'),
  refused(
    'shadow the context function',
    `create function crm.tenant_id() returns uuid language sql as $$ select '<other.tenantId>'::uuid $$`,
  ),
  refused('drop a trigger', 'drop trigger a_touch on core.memberships'),
  refused('disable a trigger', 'alter table core.memberships disable trigger user'),
  refused('take what a role owns', 'drop owned by aura_owner'),
  refused('reassign what a role owns', 'reassign owned by aura_owner to aura_rep'),
  {
    name: 'a rep makes themselves admin',
    as: 'rep',
    sql: [`update core.memberships set role = 'admin' where user_id = '<own.userId>'`],
    expects: '42501',
  },
  {
    name: 'a manager makes themselves admin',
    as: 'manager',
    sql: [`update core.memberships set role = 'admin' where user_id = app.user_id()`],
    expects: '42501',
  },
  {
    name: 'a manager makes a rep admin',
    as: 'manager',
    sql: [`update core.memberships set role = 'admin' where role = 'sales_rep'`],
    expects: ['42501', 'nothing'],
  },
  {
    name: 'a rep adds a member',
    as: 'rep',
    sql: [
      `insert into core.memberships (user_id, role, name, email) values ('<other.userId>', 'admin', 'x', 'x@x.test')`,
    ],
    expects: '42501',
  },
  {
    name: 'a rep invites',
    as: 'rep',
    sql: [
      `insert into core.invitations (email, role, token_hash, expires_at) values ('x@x.test', 'admin', '\\x00', now())`,
    ],
    expects: '42501',
  },
  {
    name: 'a manager invites an admin',
    as: 'manager',
    sql: [
      `insert into core.invitations (email, role, token_hash, expires_at) values ('x@x.test', 'admin', '\\x00', now())`,
    ],
    expects: '42501',
  },
  {
    name: 'an admin reads invitations’ hashes',
    as: 'admin',
    sql: ['select token_hash from core.invitations'],
    expects: '42501',
  },
  {
    name: 'an admin changes the tenant’s status',
    as: 'admin',
    sql: [`update core.tenants set status = 'active'`],
    expects: '42501',
  },
  {
    name: 'an admin takes another host name',
    as: 'admin',
    sql: [`update core.tenants set slug = 'globex'`],
    expects: '42501',
  },
  {
    name: 'a rep reads what a colleague owns',
    as: 'rep',
    sql: [
      `select * from crm.deals where owner_id = '<own.colleagueId>' and id <> all (array(select crm.shared_deal_ids()))`,
    ],
    expects: 'nothing',
  },
  {
    name: 'a rep takes over what a colleague owns',
    as: 'rep',
    sql: [`update crm.deals set owner_id = '<own.userId>'`],
    expects: '42501',
  },
  {
    name: 'a rep makes a record for a colleague',
    as: 'rep',
    sql: [
      `insert into crm.contacts (first_name, last_name, email, owner_id) values ('x', 'x', 'planted@x.test', '<own.colleagueId>')`,
    ],
    expects: '42501',
  },
];
