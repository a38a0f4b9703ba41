import type { Rule } from './rule.ts';

/** Views, functions and what else brings its own rights or its own door. */
export const codeRules: Rule[] = [
  {
    id: 'V01',
    sentence: 'A view runs with its reader’s rights (security_invoker).',
    sql: `select c.oid::regclass::text as object from pg_class c join ours n on n.oid = c.relnamespace
           where c.relkind = 'v' and not coalesce(c.reloptions, '{}') && array['security_invoker=true', 'security_invoker=on', 'security_invoker=1']`,
  },
  {
    id: 'V02',
    sentence: 'No role reads a materialized view: it cannot have row-level security.',
    sql: `select distinct c.oid::regclass::text as object from pg_class c join ours n on n.oid = c.relnamespace cross join runtime r
           where c.relkind = 'm' and has_any_column_privilege(r.oid, c.oid, 'SELECT')`,
  },
  {
    id: 'V03',
    sentence: 'There are no rewrite rules: they run with their owner’s rights.',
    sql: `select c.oid::regclass::text || '.' || w.rulename as object from pg_rewrite w join pg_class c on c.oid = w.ev_class join ours n on n.oid = c.relnamespace
           where w.rulename <> '_RETURN'`,
  },
  {
    id: 'D01',
    sentence: 'A definer function pins an empty search path.',
    sql: `select name as object from definers where not coalesce('search_path=""' = any (proconfig), false)`,
  },
  {
    id: 'D02',
    sentence: 'No function is executable by everyone.',
    sql: `select f.oid::regprocedure::text as object from pg_proc f join ours n on n.oid = f.pronamespace
           where not exists (select from pg_depend d where d.objid = f.oid and d.deptype = 'e')
             and (f.proacl is null or exists (select from aclexplode(f.proacl) g where g.grantee = 0))`,
  },
  {
    id: 'D03',
    sentence: 'A definer function belongs to a role that row-level security binds.',
    sql: `select name as object from definers join pg_roles r on r.oid = proowner where r.rolsuper or r.rolbypassrls`,
  },
  {
    id: 'D04',
    sentence: 'A function that reads the context is not immutable: a cached plan would keep the first tenant.',
    sql: String.raw`select f.oid::regprocedure::text as object from pg_proc f join ours n on n.oid = f.pronamespace
           where f.provolatile = 'i' and f.prosrc ~ 'current_setting|app\.(claims|tenant_id|user_id|actor_id|has_role)'`,
  },
  {
    id: 'D06',
    sentence: 'Functions are written in SQL or PL/pgSQL.',
    sql: `select f.oid::regprocedure::text as object from pg_proc f join ours n on n.oid = f.pronamespace join pg_language l on l.oid = f.prolang
           where l.lanname not in ('sql', 'plpgsql') and not exists (select from pg_depend d where d.objid = f.oid and d.deptype = 'e')`,
  },
  {
    id: 'S02',
    sentence: 'No secret is stored as a setting: every role reads pg_db_role_setting.',
    sql: `select setting as object from pg_db_role_setting, unnest(setconfig) setting
           where setdatabase in (0, (select oid from pg_database where datname = current_database())) and setting ~* 'secret|key=|token|password'`,
  },
  {
    id: 'S03',
    sentence: 'There are no large objects: they have owners, not tenants.',
    sql: `select 'large object ' || oid as object from pg_largeobject_metadata`,
  },
  {
    id: 'S04',
    sentence: 'Nothing is published: logical decoding sees every tenant.',
    sql: 'select pubname as object from pg_publication',
  },
  {
    id: 'S05',
    sentence: 'There is no extension beyond PL/pgSQL, no foreign server and no event trigger.',
    sql: `select 'extension ' || extname as object from pg_extension where extname <> 'plpgsql'
          union all select 'server ' || srvname from pg_foreign_server
          union all select 'event trigger ' || evtname from pg_event_trigger`,
  },
];
