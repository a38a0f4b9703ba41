-- as: aura_owner
-- Tenants, memberships, invitations, and the outbox of domain events.

create table core.tenants (
  id uuid primary key default app.uuid_v7(),
  slug text not null,
  name text not null,
  status text not null default 'active',
  industry text,
  timezone text not null default 'UTC',
  currency text not null default 'USD',
  locale text not null default 'en-US',
  logo_url text,
  settings jsonb not null default '{}',
  terms_version text,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  updated_by uuid,
  constraint tenants_slug_key unique (slug),
  constraint tenants_slug_format check (slug ~ '^[a-z0-9]([a-z0-9-]{1,38}[a-z0-9])$'),
  constraint tenants_status_known check (status in ('prospect', 'pending', 'active', 'suspended', 'deleted')),
  constraint tenants_currency_format check (currency ~ '^[A-Z]{3}$'),
  constraint tenants_name_length check (char_length(name) between 1 and 200)
);
comment on table core.tenants is 'A company''s workspace. Its own id is the tenant id of every other table.';
alter table core.tenants enable row level security, force row level security;
revoke all on core.tenants from public;
select app_admin.policy('core.tenants', 'select_rep', 'select', 'aura_rep', 'id = (select app.tenant_id())', null, 'A member sees their own workspace');
select app_admin.policy('core.tenants', 'select_manager', 'select', 'aura_manager', 'id = (select app.tenant_id())', null, 'A member sees their own workspace');
select app_admin.policy('core.tenants', 'update_admin', 'update', 'aura_manager',
  'id = (select app.tenant_id()) and (select app.has_role(''admin''))', 'id = (select app.tenant_id()) and (select app.has_role(''admin''))', 'F1.3: admins edit the workspace');
select app_admin.policy('core.tenants', 'select_context', 'select', 'aura_context', 'true', null, 'The context check asks whether the tenant is active');
select app_admin.policy('core.tenants', 'registry_identity', 'all', 'aura_identity', 'true', 'true', 'Sign-up and lifecycle keep the register of tenants; no business data');
grant select on core.tenants to aura_rep, aura_manager;
grant update (name, industry, timezone, currency, locale, logo_url, settings) on core.tenants to aura_manager;
grant select, insert on core.tenants to aura_identity;
grant update (slug, name, status, industry, timezone, currency, locale, logo_url, settings, terms_version) on core.tenants to aura_identity;
grant select (id, status) on core.tenants to aura_context;
create trigger a_touch before update on core.tenants for each row execute function app.touch();

create table core.tenant_transitions (
  tenant_id uuid not null references core.tenants (id),
  id uuid not null default app.uuid_v7(),
  from_status text,
  to_status text not null,
  actor text not null,
  reason text not null,
  occurred_at timestamptz not null default now(),
  constraint tenant_transitions_pkey primary key (tenant_id, id)
);
comment on table core.tenant_transitions is 'F1.6: each step of a tenant''s life, with who and why.';
select app_admin.protect('core.tenant_transitions', 'admin', 'tenant_transition', '{}', audited => false);
select app_admin.policy('core.tenant_transitions', 'insert_identity', 'insert', 'aura_identity', null, 'true', 'The lifecycle service records each step');
grant insert on core.tenant_transitions to aura_identity;

create table core.terms_acceptances (
  tenant_id uuid not null references core.tenants (id),
  id uuid not null default app.uuid_v7(),
  user_id uuid not null,
  terms_version text not null,
  terms_hash text not null,
  typed_name text not null,
  ip inet,
  user_agent text,
  accepted_at timestamptz not null default now(),
  constraint terms_acceptances_pkey primary key (tenant_id, id)
);
comment on table core.terms_acceptances is 'F1.7: who accepted which text, when and from where.';
select app_admin.protect('core.terms_acceptances', 'admin', 'terms_acceptance', '{}', audited => false);
select app_admin.policy('core.terms_acceptances', 'insert_identity', 'insert', 'aura_identity', null, 'true', 'Sign-up records the acceptance');
grant insert on core.terms_acceptances to aura_identity;

create table core.memberships (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  user_id uuid not null,
  role text not null,
  status text not null default 'active',
  name text not null,
  email text not null,
  email_norm text not null generated always as (lower(email)) stored,
  department text,
  title text,
  avatar_url text,
  manager_id uuid,
  preferences jsonb not null default '{}',
  deactivated_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid default app.actor_id(),
  updated_by uuid default app.actor_id(),
  constraint memberships_pkey primary key (tenant_id, user_id),
  constraint memberships_email_key unique (tenant_id, email_norm),
  constraint memberships_manager_fkey foreign key (tenant_id, manager_id) references core.memberships (tenant_id, user_id),
  constraint memberships_role_known check (role in ('admin', 'manager', 'sales_rep')),
  constraint memberships_status_known check (status in ('active', 'invited', 'deactivated')),
  constraint memberships_name_length check (char_length(name) between 1 and 200)
);
create index memberships_manager on core.memberships (tenant_id, manager_id);
create index memberships_user on core.memberships (tenant_id, user_id, status);
comment on table core.memberships is 'A person in a tenant: role, status and the profile that colleagues see.';
select app_admin.protect('core.memberships', 'admin', 'member', '{role,status,name,email,department,title,avatar_url,manager_id,deactivated_at}',
  insert_only => '{user_id}', id_column => 'user_id');
-- One's own preferences and name are one's own to change, whatever the role.
select app_admin.policy('core.memberships', 'update_own', 'update', 'aura_rep',
  'tenant_id = (select app.tenant_id()) and user_id = (select app.user_id())', 'tenant_id = (select app.tenant_id()) and user_id = (select app.user_id())', 'Everyone edits their own profile');
select app_admin.policy('core.memberships', 'update_own_manager', 'update', 'aura_manager',
  'tenant_id = (select app.tenant_id()) and user_id = (select app.user_id())', 'tenant_id = (select app.tenant_id()) and user_id = (select app.user_id())', 'Everyone edits their own profile');
grant update (preferences, name, title, department, avatar_url) on core.memberships to aura_rep;
grant update (preferences) on core.memberships to aura_manager;
select app_admin.policy('core.memberships', 'select_context', 'select', 'aura_context', 'true', null, 'The context check asks whether the member is active');
select app_admin.policy('core.memberships', 'identity_all', 'all', 'aura_identity', 'true', 'true', 'Sign-in asks which tenants a person belongs to; sign-up and invitations add them');
grant select (tenant_id, user_id, role, status) on core.memberships to aura_context;
grant select, insert on core.memberships to aura_identity;
grant update (role, status, name, email, department, title, avatar_url, manager_id, preferences, deactivated_at) on core.memberships to aura_identity;

-- The manager of own row could raise his own role through update_own_manager: the role column is guarded here.
create function core.guard_membership() returns trigger
language plpgsql set search_path = '' as $$
declare
  is_admin boolean := coalesce((app.claims_or_null()).role = 'admin', true);
begin
  if not is_admin and (new.role, new.status, new.email, new.manager_id) is distinct from (old.role, old.status, old.email, old.manager_id) then
    raise exception 'only an admin changes roles and status' using errcode = '42501';
  end if;
  if old.role = 'admin' and old.status = 'active' and (new.role <> 'admin' or new.status <> 'active') then
    -- Two admins must not demote each other at once: the second waits here and then sees the first.
    perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('last_admin:' || old.tenant_id::text, 0));
    if not exists (select from core.memberships m where m.tenant_id = old.tenant_id and m.role = 'admin' and m.status = 'active' and m.user_id <> old.user_id) then
      raise exception 'a workspace keeps at least one active admin' using errcode = 'P0001', constraint = 'memberships_last_admin';
    end if;
  end if;
  return new;
end
$$;
create trigger b_guard before update on core.memberships for each row execute function core.guard_membership();

create table core.invitations (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  id uuid not null default app.uuid_v7(),
  email text not null,
  email_norm text not null generated always as (lower(email)) stored,
  role text not null,
  token_hash bytea not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid not null default app.user_id(),
  updated_by uuid,
  constraint invitations_pkey primary key (tenant_id, id),
  constraint invitations_role_known check (role in ('admin', 'manager', 'sales_rep'))
);
create unique index invitations_open_key on core.invitations (tenant_id, email_norm) where accepted_at is null and revoked_at is null;
create unique index invitations_token_key on core.invitations (tenant_id, token_hash);
comment on table core.invitations is 'F3.1-F3.3: an invitation by e-mail, seven days, single use. Only the token''s hash is kept.';
select app_admin.protect('core.invitations', 'manager', 'invitation', '{email,role,token_hash,expires_at,revoked_at}', hidden => '{token_hash}');
-- A manager invites sales reps only; an admin anyone.
drop policy insert_manager on core.invitations;
select app_admin.policy('core.invitations', 'insert_manager', 'insert', 'aura_manager', null,
  'tenant_id = (select app.tenant_id()) and ((select app.has_role(''admin'')) or ((select app.has_role(''manager'')) and role = ''sales_rep''))', 'Admins invite any role, managers invite sales reps');
drop policy update_manager on core.invitations;
select app_admin.policy('core.invitations', 'update_manager', 'update', 'aura_manager',
  'tenant_id = (select app.tenant_id()) and ((select app.has_role(''admin'')) or ((select app.has_role(''manager'')) and role = ''sales_rep''))',
  'tenant_id = (select app.tenant_id()) and ((select app.has_role(''admin'')) or ((select app.has_role(''manager'')) and role = ''sales_rep''))', 'Admins invite any role, managers invite sales reps');
select app_admin.policy('core.invitations', 'identity_all', 'all', 'aura_identity', 'true', 'true', 'Accepting an invitation happens before a context exists');
grant select on core.invitations to aura_identity;
grant update (accepted_at, revoked_at, expires_at) on core.invitations to aura_identity;

create table core.events (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  id uuid not null default app.uuid_v7(),
  type text not null,
  entity text not null,
  entity_id uuid not null,
  actor_id uuid default app.actor_id(),
  occurred_at timestamptz not null default now(),
  data jsonb not null default '{}',
  relayed_at timestamptz,
  constraint events_pkey primary key (tenant_id, id)
);
create index events_entity on core.events (tenant_id, entity_id, id desc);
create index events_unrelayed on core.events (id) where relayed_at is null;
comment on table core.events is 'Domain events: the outbox that jobs and push are fed from, and the record''s timeline.';
alter table core.events enable row level security, force row level security;
select app_admin.policy('core.events', 'insert_rep', 'insert', 'aura_rep', null, 'tenant_id = (select app.tenant_id()) and actor_id = (select app.user_id())', 'A service writes the event beside its change');
select app_admin.policy('core.events', 'insert_manager', 'insert', 'aura_manager', null, 'tenant_id = (select app.tenant_id()) and actor_id = (select app.user_id())', 'A service writes the event beside its change');
select app_admin.policy('core.events', 'select_manager', 'select', 'aura_manager', 'tenant_id = (select app.tenant_id()) and (select app.has_role(''admin'', ''manager''))', null, 'Managers and admins read every record''s timeline');
-- Each module adds select_rep_<entity>: a rep reads the events of records they see.
grant select on core.events to aura_rep, aura_manager;
grant insert (id, type, entity, entity_id, data) on core.events to aura_rep, aura_manager;
select app_admin.policy('core.events', 'relay', 'all', 'aura_access', 'true', 'true', 'The relay hands ids and types to the queue; it never reads the data');
grant select (tenant_id, id, type, entity, entity_id, actor_id, relayed_at), update (relayed_at) on core.events to aura_access;

create table core.idempotency_keys (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  user_id uuid not null default app.user_id(),
  path text not null,
  key text not null,
  body_hash text not null,
  answer jsonb not null,
  created_at timestamptz not null default now(),
  constraint idempotency_keys_pkey primary key (tenant_id, user_id, path, key)
);
comment on table core.idempotency_keys is 'First answers to writes that carried an Idempotency-Key, replayed for 24 hours.';
alter table core.idempotency_keys enable row level security, force row level security;
select app_admin.policy('core.idempotency_keys', 'own_rep', 'all', 'aura_rep', 'tenant_id = (select app.tenant_id()) and user_id = (select app.user_id())', 'tenant_id = (select app.tenant_id()) and user_id = (select app.user_id())', 'One''s own keys only');
select app_admin.policy('core.idempotency_keys', 'own_manager', 'all', 'aura_manager', 'tenant_id = (select app.tenant_id()) and user_id = (select app.user_id())', 'tenant_id = (select app.tenant_id()) and user_id = (select app.user_id())', 'One''s own keys only');
grant select, insert (path, key, body_hash, answer), delete on core.idempotency_keys to aura_rep, aura_manager;
