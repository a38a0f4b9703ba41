-- as: admin
-- Roles, schemas and database-wide rights. Runs as a plain CREATEROLE role that owns the database: no superuser,
-- no BYPASSRLS, no event trigger, nothing in schema public, so it also runs on a managed PostgreSQL.

do $$
declare
  wanted record;
begin
  for wanted in
    select * from (values
      ('aura_owner', 'nologin'),      -- owns the tenants' tables; no session ever runs as it
      ('aura_context', 'nologin'),    -- owns identity and the context functions
      ('aura_audit', 'nologin'),      -- owns the audit log
      ('aura_access', 'nologin'),     -- owns the few narrow definer functions (shared records, search index, outbox)
      ('aura_rep', 'nologin'),        -- visibility: own and shared records
      ('aura_manager', 'nologin'),    -- visibility: every record of the tenant
      ('aura_app', 'login noinherit'),
      ('aura_identity', 'login noinherit'),
      ('aura_worker', 'login noinherit')
    ) as roles (name, options)
  loop
    if not exists (select from pg_roles where rolname = wanted.name) then
      execute format('create role %I %s', wanted.name, wanted.options);
    end if;
  end loop;
end
$$;

-- PostgreSQL 16 and later give the creator of a role only ADMIN: handing over ownership needs membership too.
grant aura_owner, aura_context, aura_audit, aura_access to current_user;
grant aura_rep, aura_manager to aura_app;

do $$
declare
  owner_role text;
begin
  foreach owner_role in array array['aura_owner', 'aura_context', 'aura_audit', 'aura_access', current_user::text] loop
    execute format('alter default privileges for role %I revoke execute on functions from public', owner_role);
  end loop;
end
$$;

create schema app authorization aura_context;
comment on schema app is 'The request context: who is asking, for which tenant, proved by a secret.';
create schema identity authorization aura_context;
comment on schema identity is 'People, sessions and credentials. Only the login aura_identity reads it.';
create schema core authorization aura_owner;
comment on schema core is 'The platform''s own nouns: tenants, memberships, invitations, domain events.';
create schema crm authorization aura_owner;
comment on schema crm is 'The product''s business tables.';
create schema search authorization aura_owner;
comment on schema search is 'Search tokens, under the same row-level security as the records they point at.';
create schema audit authorization aura_audit;
comment on schema audit is 'The append-only audit log.';
create schema app_admin authorization aura_owner;
comment on schema app_admin is 'Generators used by migrations only; no runtime role may use it.';

grant create on schema core, crm, search to aura_access;
grant usage on schema app to aura_app, aura_identity, aura_worker, aura_rep, aura_manager, aura_owner, aura_audit, aura_access;
grant usage on schema identity to aura_identity;
grant usage on schema core to aura_rep, aura_manager, aura_identity, aura_context, aura_access, aura_worker, aura_audit;
grant usage on schema crm to aura_rep, aura_manager, aura_access, aura_audit;
grant usage on schema search to aura_rep, aura_manager, aura_access, aura_owner;
grant usage on schema audit to aura_app, aura_rep, aura_manager, aura_identity, aura_worker, aura_owner, aura_context;
