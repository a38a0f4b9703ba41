import { OWNER_ROLES, type Rule } from './rule.ts';

const owners = OWNER_ROLES.map((name) => `'${name}'`).join(', ');
const RELATIONS = `pg_class c join ours n on n.oid = c.relnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')`;

/** What roles are and what they may. */
export const roleRules: Rule[] = [
  {
    id: 'R01',
    sentence:
      'A role that sessions run as has no attribute that reaches past row-level security, and logins inherit nothing.',
    sql: `select r.rolname::text as object from runtime join pg_roles r using (oid)
           where r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication or (r.rolcanlogin and r.rolinherit)
              or r.rolcanlogin <> (r.rolname not in ('aura_rep', 'aura_manager'))`,
  },
  {
    id: 'R02',
    sentence: 'A role that sessions run as owns nothing.',
    sql: `select r.rolname || ' owns ' || pg_describe_object(d.classid, d.objid, d.objsubid) as object
            from runtime r join pg_shdepend d on d.refobjid = r.oid and d.refclassid = 'pg_authid'::regclass and d.deptype = 'o'
           where d.dbid = (select oid from pg_database where datname = current_database())`,
  },
  {
    id: 'R03',
    sentence: 'Nobody truncates, references or attaches triggers at run time.',
    sql: `select distinct r.rolname || ' on ' || name as object from guarded cross join runtime r
           where has_table_privilege(r.oid, guarded.oid, 'TRUNCATE') or has_any_column_privilege(r.oid, guarded.oid, 'REFERENCES') or has_table_privilege(r.oid, guarded.oid, 'TRIGGER')`,
  },
  {
    id: 'R04',
    sentence: 'Nobody updates tenant_id or a record’s id.',
    sql: `select r.rolname || ' on ' || name || '.' || a.attname as object from guarded cross join runtime r
            join pg_attribute a on a.attrelid = guarded.oid and (a.attnum = guarded.tenant or a.attname = 'id')
           where has_column_privilege(r.oid, guarded.oid, a.attnum, 'UPDATE')`,
  },
  {
    id: 'R05',
    sentence: 'Nobody creates objects at run time.',
    sql: `select r.rolname || ' in ' || s.nspname as object from pg_namespace s cross join runtime r
           where s.nspname !~ '^pg_(temp|toast)' and has_schema_privilege(r.oid, s.oid, 'CREATE')`,
  },
  {
    id: 'R06',
    sentence: 'Nobody makes temporary tables: a pooled connection would keep them.',
    sql: `select rolname::text as object from runtime where has_database_privilege(oid, current_database(), 'TEMP')`,
  },
  {
    id: 'R07',
    sentence: 'Partitions are reached through their parent only.',
    sql: `select r.rolname || ' on ' || name as object from guarded cross join runtime r
           where relispartition and (has_any_column_privilege(r.oid, guarded.oid, 'SELECT, INSERT, UPDATE') or has_table_privilege(r.oid, guarded.oid, 'DELETE'))`,
  },
  {
    id: 'R08',
    sentence: 'The application may become a rep or a manager; no other membership exists.',
    sql: `select m.member::regrole || ' in ' || m.roleid::regrole as object from pg_auth_members m join runtime r on r.oid = m.member
           where not (r.rolname = 'aura_app' and m.roleid::regrole::text in ('aura_rep', 'aura_manager'))`,
  },
  {
    id: 'R09',
    sentence: 'A role that owns things is bound by row-level security and nobody logs in as it.',
    sql: `select rolname::text as object from pg_roles where rolname in (${owners}) and (rolcanlogin or rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
  },
  {
    id: 'R10',
    sentence: 'The bare login aura_app reads and writes no table.',
    sql: `select c.oid::regclass::text as object from ${RELATIONS} where exists (
            select from aclexplode(c.relacl) g where g.grantee = 'aura_app'::regrole
            union all select from pg_attribute a, aclexplode(a.attacl) g where a.attrelid = c.oid and g.grantee = 'aura_app'::regrole)`,
  },
  {
    id: 'R11',
    sentence: 'Only aura_identity enters the schema identity; generators and migrations are nobody’s.',
    sql: `select r.rolname || ' in ' || s.nspname as object from ours s cross join runtime r
           where has_schema_privilege(r.oid, s.oid, 'USAGE')
             and ((s.nspname = 'identity' and r.rolname <> 'aura_identity') or s.nspname in ('app_admin', 'migrations')
               or (s.nspname = 'jobs' and r.rolname <> 'aura_worker') or (r.rolname = 'aura_identity' and s.nspname in ('crm', 'search')))`,
  },
  {
    id: 'R12',
    sentence: 'Nothing is granted to everyone, and nobody may pass a right on.',
    sql: `select case when g.grantee = 0 then 'public' else g.grantee::regrole::text end || ' on ' || c.oid::regclass as object
            from ${RELATIONS} cross join aclexplode(c.relacl) g
           where (g.grantee = 0 or g.is_grantable) and g.grantee <> c.relowner
          union select case when g.grantee = 0 then 'public' else g.grantee::regrole::text end || ' on ' || c.oid::regclass || '.' || a.attname
            from ${RELATIONS} join pg_attribute a on a.attrelid = c.oid cross join aclexplode(a.attacl) g
           where (g.grantee = 0 or g.is_grantable) and g.grantee <> c.relowner`,
  },
  {
    id: 'R13',
    sentence: 'Visibility roles never write tenant_id: its default is the context’s.',
    sql: `select r.rolname || ' on ' || name as object from guarded cross join runtime r
           where r.rolname in ('aura_rep', 'aura_manager', 'aura_app') and guarded.tenant is not null and has_column_privilege(r.oid, guarded.oid, guarded.tenant, 'INSERT')`,
  },
];
