/** One rule about the database's catalogue. `sql` gives one row with `object` for each thing that breaks it. */
export type Rule = { id: string; sentence: string; sql: string };
export type CatalogueFinding = { rule: string; object: string; sentence: string };

/** Roles that sessions run as. Everything else owns and never runs. */
export const RUNTIME_ROLES = ['aura_app', 'aura_identity', 'aura_worker', 'aura_rep', 'aura_manager'] as const;
export const OWNER_ROLES = ['aura_owner', 'aura_context', 'aura_audit', 'aura_access'] as const;

/** Schemas whose tables hold tenants' rows. */
export const TENANT_SCHEMAS = ['core', 'crm', 'search', 'audit'] as const;
const KNOWN_SCHEMAS = [...TENANT_SCHEMAS, 'app', 'app_admin', 'identity', 'jobs', 'migrations', 'public'];

const list = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** What every rule may select from. */
export const PRELUDE = `
  with runtime as (select oid, rolname from pg_roles where rolname in (${list(RUNTIME_ROLES)})),
  ours as (select oid, nspname from pg_namespace where nspname !~ '^(pg_|information_schema$)'),
  unknown_schemas as (select nspname from ours where nspname not in (${list(KNOWN_SCHEMAS)})),
  guarded as (
    select c.oid, c.oid::regclass::text as name, c.relkind, c.relispartition, c.relrowsecurity, c.relforcerowsecurity, c.relowner,
           t.attnum as tenant, t.attname as tenant_column, coalesce(t.attnotnull, false) as tenant_required
      from pg_class c join ours n on n.oid = c.relnamespace
      -- The register of tenants is keyed by the tenant's own id; everything else carries tenant_id.
      left join pg_attribute t on t.attrelid = c.oid and not t.attisdropped
        and t.attname = case when c.oid = to_regclass('core.tenants') then 'id' else 'tenant_id' end
     where n.nspname in (${list(TENANT_SCHEMAS)}) and c.relkind in ('r', 'p')),
  definers as (select f.oid::regprocedure::text as name, f.proowner, f.proconfig from pg_proc f join ours n on n.oid = f.pronamespace where f.prosecdef)`;
