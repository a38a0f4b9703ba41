import type { Attack } from './attack.ts';

const SCHEMAS = ['app', 'app_admin', 'audit', 'core', 'crm', 'identity', 'search', 'migrations', 'public'];
const SECRET_TABLES = [
  'users',
  'identities',
  'sessions',
  'credentials',
  'one_time_tokens',
  'signing_keys',
  'dev_mails',
];
const INTERNAL_CALLS = [
  'audit.seal()',
  'audit.classify_misses(1)',
  'audit.ensure_partition(current_date)',
  `audit.hash_rows(null, '0', '9', '')`,
  'core.take_outbox(1)',
  'core.tidy_imports()',
  'core.tidy_bulk_changes()',
  'core.list_reminders(now(), 1)',
];

const refused = (name: string, ...sql: string[]): Attack => ({ name, as: 'rep', sql, expects: '42501' });
const harmless = (name: string, ...sql: string[]): Attack => ({ name, as: 'rep', sql, expects: 'harmless' });

/** Secrets, the log, the server's files, and what a session can leave behind on a pooled connection. */
export const SYSTEM_ATTACKS: Attack[] = [
  ...SECRET_TABLES.map((table) => refused(`read identity.${table}`, `select * from identity.${table}`)),
  {
    name: 'read identity.credentials as the bare login',
    as: 'login',
    sql: ['select * from identity.credentials'],
    expects: '42501',
  },
  refused('read secrets through XML', `select query_to_xml('select * from identity.credentials', true, true, '')`),
  refused('read the list of migrations', 'select * from migrations.applied'),
  refused('read passwords', 'select * from pg_authid'),
  refused('read passwords through the view', 'select * from pg_shadow'),
  refused('read raw statistics', 'select * from pg_statistic'),
  {
    name: 'read statistics of protected tables',
    as: 'rep',
    sql: [`select * from pg_stats where schemaname in ('core', 'crm', 'search', 'audit', 'identity')`],
    expects: 'nothing',
  },
  ...INTERNAL_CALLS.map((call) => refused(`call ${call.split('(')[0]}`, `select ${call}`)),
  refused('call core.undo_sign_up', `select core.undo_sign_up('<other.tenantId>')`),
  refused('call audit.record_entry', `select audit.record_entry('<other.tenantId>', '<other.userId>', 'forged', '{}')`),
  refused('write search tokens', `select search.replace_tokens('deal', '<other.tenantId>', null, 'planted')`),
  refused(
    'write search tokens directly',
    `insert into search.tokens (tenant_id, entity, token, record_id) values ('<own.tenantId>', 'deal', 'x', '<other.userId>')`,
  ),
  refused(
    'write custom values directly',
    `insert into search.custom_values (tenant_id, entity, record_id, field_key, text_value) values ('<own.tenantId>', 'deal', '<other.userId>', 'x', 'x')`,
  ),
  {
    name: 'write the audit log',
    as: 'admin',
    sql: [`insert into audit.events (tenant_id, action, entity) values ('<other.tenantId>', 'forged', 'deal')`],
    expects: '42501',
  },
  { name: 'change the audit log', as: 'admin', sql: [`update audit.events set action = 'forged'`], expects: '42501' },
  { name: 'delete from the audit log', as: 'admin', sql: ['delete from audit.events'], expects: '42501' },
  { name: 'truncate the audit log', as: 'admin', sql: ['truncate audit.events'], expects: '42501' },
  {
    name: 'read a partition of the audit log',
    as: 'admin',
    sql: ['select * from audit.events_other'],
    expects: '42501',
  },
  { name: 'read the audit log', as: 'admin', sql: ['select tenant_id from audit.events'], expects: 'own' },
  { name: 'read misses', as: 'admin', sql: ['select * from audit.misses'], expects: '42501' },
  refused('count with the log’s sequence', `select nextval('audit.violations_id_seq')`),
  harmless('note a miss of the other tenant’s id', `select audit.note_miss('deal', '<other.userId>')`),
  harmless('record an operation', `select audit.record('forged', 'deal', '<other.userId>', '{}')`),
  refused('make a temporary table', 'create temporary table kept (id int)'),
  ...SCHEMAS.map((schema) => refused(`create a table in ${schema}`, `create table ${schema}.planted (id int)`)),
  refused(
    'create a function',
    'create function public.leak(text) returns boolean language plpgsql cost 0.0001 as $$ begin raise notice $1; return true; end $$',
  ),
  refused('create an operator', 'create operator public.<<< (leftarg = text, rightarg = text, function = texteq)'),
  refused('create a schema', 'create schema planted'),
  refused('create a view', 'create view public.peek as select 1'),
  refused('create a publication', 'create publication peek'),
  refused('create an event trigger', 'create event trigger peek on ddl_command_end execute function app.touch()'),
  refused('open a replication slot', `select pg_create_logical_replication_slot('peek', 'pgoutput')`),
  { name: 'install dblink', as: 'rep', sql: ['create extension dblink'], expects: ['42501', '0A000', '58P01'] },
  { name: 'call dblink', as: 'rep', sql: [`select dblink('dbname=postgres', 'select 1')`], expects: '42883' },
  refused('read a file of the server', `select pg_read_file('/etc/passwd')`),
  refused('list the server’s files', `select pg_ls_dir('/')`),
  refused('copy a file in', `copy core.events (type) from '/etc/passwd'`),
  refused('run a program', `copy (select 1) to program 'id'`),
  refused('write a file', `copy (select 1) to '/tmp/planted'`),
  refused('import a large object from a file', `select lo_import('/etc/passwd')`),
  refused('read large objects', 'select * from pg_largeobject'),
  harmless('create a large object', 'select lo_create(0)', 'rollback'),
  refused('read the server’s configuration', 'select * from pg_hba_file_rules'),
  refused('change the server’s configuration', `select pg_reload_conf()`),
  harmless('listen', 'listen everything', 'unlisten *'),
  harmless('notify', `notify everything, 'hello'`),
  harmless('lock an advisory key', 'select pg_advisory_xact_lock(1)'),
  {
    name: 'explain a query on the other tenant',
    as: 'rep',
    sql: [
      `explain (analyze, costs off, timing off, summary off) select * from core.memberships where tenant_id = '<other.tenantId>'`,
    ],
    expects: 'harmless',
  },
  {
    name: 'run a statement in a DO block',
    as: 'rep',
    sql: ['do $$ begin perform * from identity.users; end $$'],
    expects: '42501',
  },
];
