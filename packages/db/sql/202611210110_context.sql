-- as: aura_context
-- The unforgeable request context. A session proves itself with a secret whose hash is kept here; every policy
-- derives tenant, person and role from that secret again, so a setting written by injected SQL changes nothing.

create function app.uuid_v7() returns uuid
language sql volatile parallel safe set search_path = '' as $$
  -- 48 bits of milliseconds, then random: PostgreSQL has uuidv7() only from 18 on.
  select encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
        from 1 for 6),
      52, 1), 53, 1), 'hex')::uuid
$$;
comment on function app.uuid_v7() is 'A time-ordered UUID (version 7).';
grant execute on function app.uuid_v7() to aura_rep, aura_manager, aura_identity, aura_owner, aura_access, aura_audit, aura_worker, aura_app;

create table identity.users (
  id uuid primary key default app.uuid_v7(),
  email text not null,
  email_norm text not null generated always as (lower(email)) stored,
  name text not null,
  password_hash text,
  email_verified_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint users_email_key unique (email_norm)
);
comment on table identity.users is 'A person who can sign in, across tenants.';
comment on column identity.users.password_hash is 'argon2id, PHC string; null while an invitation waits or another provider answers for the person.';

create table identity.identities (
  provider text not null,
  issuer text not null,
  subject text not null,
  user_id uuid not null references identity.users (id) on delete cascade,
  created_at timestamptz not null default now(),
  primary key (provider, issuer, subject)
);
create index identities_user on identity.identities (user_id);
comment on table identity.identities is 'How a provider names a person; never matched by e-mail.';

create table identity.sessions (
  id uuid primary key default app.uuid_v7(),
  tenant_id uuid not null,
  user_id uuid not null references identity.users (id) on delete cascade,
  kind text not null check (kind in ('browser', 'token', 'api_key', 'job')),
  label text,
  scopes text[],
  ip inet,
  user_agent text,
  created_at timestamptz not null default now(),
  last_active_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ends_at timestamptz not null,
  revoked_at timestamptz
);
create index sessions_user on identity.sessions (user_id, tenant_id) where revoked_at is null;
comment on table identity.sessions is 'One entry of one person into one tenant.';
comment on column identity.sessions.expires_at is 'Thirty days after the last activity (F2.5).';
comment on column identity.sessions.ends_at is 'The absolute end, whatever the activity.';
comment on column identity.sessions.scopes is 'Permissions an API key is narrowed to; null means all of the person''s.';

create table identity.credentials (
  token_hash bytea primary key,
  session_id uuid not null references identity.sessions (id) on delete cascade,
  kind text not null check (kind in ('cookie', 'access', 'refresh', 'api_key', 'job')),
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default now()
);
create index credentials_session on identity.credentials (session_id);
comment on table identity.credentials is 'sha256 of each secret that stands for a session. The secret itself is nowhere in the database.';

create table identity.one_time_tokens (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('handoff', 'password_reset', 'verify_email', 'code')),
  user_id uuid not null references identity.users (id) on delete cascade,
  tenant_id uuid,
  detail jsonb not null default '{}',
  attempts int not null default 0,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default now()
);
create index one_time_tokens_user on identity.one_time_tokens (user_id, purpose);

create table identity.signing_keys (
  kid text primary key,
  algorithm text not null,
  public_jwk jsonb not null,
  private_key_sealed text not null,
  created_at timestamptz not null default now(),
  retired_at timestamptz
);
comment on column identity.signing_keys.private_key_sealed is 'The private key under AES-256-GCM with the installation''s secret.';

create table identity.dev_mails (
  id uuid primary key default app.uuid_v7(),
  recipient text not null,
  subject text not null,
  text_body text not null,
  html_body text not null,
  links text[] not null default '{}',
  code text,
  created_at timestamptz not null default now()
);
comment on table identity.dev_mails is 'The development mailbox; unused when SMTP_URL is set.';

grant select, insert, update, delete on all tables in schema identity to aura_identity;

create type app.claim as (tenant_id uuid, user_id uuid, role text, session_id uuid);

-- Reads core.memberships and core.tenants by policies of its owner (next migrations); plpgsql resolves them late.
-- Its one statement is planned once, also where a list has each of its own planned anew: policies call it several times.
create function app.claims_or_null() returns app.claim
language plpgsql stable parallel safe security definer set search_path = '' set plan_cache_mode = 'auto' as $$
declare
  secret text := pg_catalog.current_setting('app.session_token', true);
  wanted text := pg_catalog.current_setting('app.current_tenant_id', true);
  found_claim app.claim;
begin
  if coalesce(secret, '') = '' or coalesce(wanted, '') = '' then
    return null;
  end if;
  select s.tenant_id, s.user_id, m.role, s.id into found_claim
    from identity.credentials c
    join identity.sessions s on s.id = c.session_id
    join core.memberships m on m.tenant_id = s.tenant_id and m.user_id = s.user_id
    join core.tenants t on t.id = s.tenant_id
   where c.token_hash = pg_catalog.sha256(pg_catalog.convert_to(secret, 'UTF8'))
     and c.kind <> 'refresh' and c.expires_at > pg_catalog.now()
     and s.revoked_at is null and s.expires_at > pg_catalog.now() and s.ends_at > pg_catalog.now()
     and m.status = 'active' and t.status = 'active';
  if found_claim.tenant_id is null or found_claim.tenant_id::text <> wanted then
    return null;
  end if;
  return found_claim;
end
$$;
comment on function app.claims_or_null() is 'Who the presented secret stands for, or null. Live session, active member, active tenant, same tenant as asked for.';

create function app.claims() returns app.claim
language plpgsql stable parallel safe security definer set search_path = '' as $$
declare
  claim app.claim := app.claims_or_null();
begin
  if claim.tenant_id is null then
    if coalesce(pg_catalog.current_setting('app.session_token', true), '') = '' then
      raise exception 'tenant context missing' using errcode = '42501', hint = 'Call app.begin_request first.';
    end if;
    raise exception 'tenant context rejected' using errcode = '42501';
  end if;
  return claim;
end
$$;
comment on function app.claims() is 'The verified context; raises 42501 when it is missing, expired or of another tenant.';

create function app.tenant_id() returns uuid
language sql stable parallel safe security definer set search_path = '' as $$ select (app.claims()).tenant_id $$;
create function app.user_id() returns uuid
language sql stable parallel safe security definer set search_path = '' as $$ select (app.claims()).user_id $$;
create function app.has_role(variadic roles text[]) returns boolean
language sql stable parallel safe security definer set search_path = '' as $$ select (app.claims()).role = any (roles) $$;
create function app.actor_id() returns uuid
language sql stable parallel safe security definer set search_path = '' as $$ select (app.claims_or_null()).user_id $$;
comment on function app.actor_id() is 'The person of the context, or null where the platform itself writes.';

create function app.begin_request(tenant uuid, token text, request text) returns void
language plpgsql volatile security invoker set search_path = '' as $$
declare
  claim app.claim;
begin
  perform pg_catalog.set_config('app.current_tenant_id', tenant::text, true),
          pg_catalog.set_config('app.session_token', token, true),
          pg_catalog.set_config('application_name', pg_catalog.left('aura ' || request, 60), true);
  claim := app.claims();
  perform pg_catalog.set_config('role', case when claim.role = 'sales_rep' then 'aura_rep' else 'aura_manager' end, true);
end
$$;
comment on function app.begin_request(uuid, text, text) is
  'Opens the tenant context for this transaction: verifies the secret and takes the visibility role that the member''s role has.';

create function app.open_job_context(tenant uuid, person uuid) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
  secret text := pg_catalog.encode(pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid()), 'hex');
  session uuid;
begin
  if not exists (select from core.memberships m join core.tenants t on t.id = m.tenant_id
                  where m.tenant_id = tenant and m.user_id = person and m.status = 'active' and t.status = 'active') then
    raise exception 'tenant context rejected' using errcode = '42501';
  end if;
  insert into identity.sessions (tenant_id, user_id, kind, expires_at, ends_at)
  values (tenant, person, 'job', pg_catalog.now() + interval '1 hour', pg_catalog.now() + interval '1 hour')
  returning id into session;
  insert into identity.credentials (token_hash, session_id, kind, expires_at)
  values (pg_catalog.sha256(pg_catalog.convert_to(secret, 'UTF8')), session, 'job', pg_catalog.now() + interval '1 hour');
  return secret;
end
$$;
comment on function app.open_job_context(uuid, uuid) is 'A background job''s own session, for one tenant, as one active member, for an hour. Only the worker may call it.';

create function app.close_job_context(token text) returns void
language sql volatile security definer set search_path = '' as $$
  delete from identity.sessions s using identity.credentials c
   where c.session_id = s.id and s.kind = 'job'
     and c.token_hash = pg_catalog.sha256(pg_catalog.convert_to(token, 'UTF8'))
$$;

grant execute on function app.claims(), app.claims_or_null(), app.tenant_id(), app.user_id(), app.actor_id(), app.has_role(text[])
  to aura_rep, aura_manager, aura_owner, aura_audit, aura_access, aura_app, aura_identity, aura_worker;
-- The visibility roles too: a session that injected SQL left in one of them must still be able to open the next request.
grant execute on function app.begin_request(uuid, text, text) to aura_app, aura_rep, aura_manager;
grant execute on function app.open_job_context(uuid, uuid), app.close_job_context(text) to aura_worker;

create function app.touch() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.updated_at := pg_catalog.now();
  new.updated_by := app.actor_id();
  new.version := old.version + 1;
  return new;
end
$$;
comment on function app.touch() is 'Every change moves the version, which optimistic locking compares (F11.6).';
grant execute on function app.touch() to aura_owner;
