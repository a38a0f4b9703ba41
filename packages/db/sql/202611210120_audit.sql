-- as: aura_audit
-- The audit log: written by triggers and by audit.record in the same transaction as the change, by nobody else;
-- never changed. Month partitions; seals chain the rows afterwards so that tampering shows (F11.4).

create table audit.events (
  tenant_id uuid not null,
  occurred_at timestamptz not null default clock_timestamp(),
  id uuid not null default app.uuid_v7(),
  xid xid8 not null default pg_current_xact_id(),
  actor_id uuid,
  request_id text,
  action text not null,
  entity text not null,
  entity_id uuid,
  detail jsonb not null default '{}',
  primary key (tenant_id, occurred_at, id)
) partition by range (occurred_at);
create index events_entity on audit.events (tenant_id, entity_id, occurred_at desc);
create index events_horizon on audit.events (tenant_id, xid);

create function audit.refuse_change() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception 'the audit log is append-only' using errcode = '42501';
end
$$;
create trigger events_no_change before update or delete on audit.events for each row execute function audit.refuse_change();
create trigger events_no_truncate before truncate on audit.events for each statement execute function audit.refuse_change();

create function audit.ensure_partition(day date) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  month date := pg_catalog.date_trunc('month', day::timestamp)::date;
  part text := 'events_' || pg_catalog.to_char(month, 'YYYYMM');
begin
  if pg_catalog.to_regclass('audit.' || part) is not null then
    return;
  end if;
  execute pg_catalog.format('create table audit.%I partition of audit.events for values from (%L) to (%L)',
    part, month, (month + interval '1 month')::date);
  execute pg_catalog.format('alter table audit.%I enable row level security, force row level security', part);
  execute pg_catalog.format('create trigger no_truncate before truncate on audit.%I for each statement execute function audit.refuse_change()', part);
end
$$;
comment on function audit.ensure_partition(date) is 'The month partition that holds this day; the worker calls it ahead of time.';
grant execute on function audit.ensure_partition(date) to aura_worker;

create table audit.events_other partition of audit.events default;
alter table audit.events_other enable row level security, force row level security;
create trigger no_truncate before truncate on audit.events_other for each statement execute function audit.refuse_change();
select audit.ensure_partition((current_date + make_interval(months => n))::date) from generate_series(0, 3) n;

alter table audit.events enable row level security, force row level security;
create policy insert_audit on audit.events for insert to aura_audit with check (true);
comment on policy insert_audit on audit.events is 'Only the log''s own functions write.';
create policy select_audit on audit.events for select to aura_audit using (true);
comment on policy select_audit on audit.events is 'The sealer reads every tenant''s rows to hash them.';
create policy select_admin on audit.events for select to aura_manager
  using (tenant_id = (select app.tenant_id()) and (select app.has_role('admin')));
comment on policy select_admin on audit.events is 'F11.5: admins read their own tenant''s log.';
grant select on audit.events to aura_manager;

-- Which table holds an entity, so that the classifier can tell a probe from a typing error.
create table audit.entities (
  entity text primary key,
  target regclass not null,
  id_column text not null,
  has_owner boolean not null
);
grant insert, select on audit.entities to aura_owner;

-- Its plans are kept from the session's first call, often for one row: comparing each with each would then meet a thousand.
create function audit.capture() returns trigger
language plpgsql security definer set search_path = '' set enable_nestloop = off as $$
declare
  -- Derived, bookkeeping and secret columns carry no news.
  silent text[] := array['tenant_id', 'version', 'created_at', 'created_by', 'updated_at', 'updated_by', 'token_hash'];
  actor uuid := app.actor_id();
  request text := pg_catalog.current_setting('application_name', true);
begin
  if tg_op = 'INSERT' then
    insert into audit.events (tenant_id, actor_id, request_id, action, entity, entity_id, detail)
    select (r.j ->> 'tenant_id')::uuid, actor, request, tg_argv[0] || '.created', tg_argv[0], (r.j ->> tg_argv[1])::uuid,
           pg_catalog.jsonb_strip_nulls(r.j - silent)
      from (select pg_catalog.to_jsonb(n) as j from new_rows n) r;
  elsif tg_op = 'DELETE' then
    insert into audit.events (tenant_id, actor_id, request_id, action, entity, entity_id, detail)
    select (r.j ->> 'tenant_id')::uuid, actor, request, tg_argv[0] || '.deleted', tg_argv[0], (r.j ->> tg_argv[1])::uuid,
           pg_catalog.jsonb_strip_nulls(r.j - silent)
      from (select pg_catalog.to_jsonb(o) as j from old_rows o) r;
  else
    insert into audit.events (tenant_id, actor_id, request_id, action, entity, entity_id, detail)
    select (d.n ->> 'tenant_id')::uuid, actor, request,
           tg_argv[0] || case when d.diff ? 'deleted_at' then
             case when d.n ->> 'deleted_at' is null then '.restored' else '.archived' end else '.updated' end,
           tg_argv[0], (d.n ->> tg_argv[1])::uuid, d.diff
      from (
        -- Grouped and not joined: a plan kept from a change of one row would compare each old row with each new one.
        select pair.n, changes.diff
          from (
            select (pg_catalog.array_agg(side.j) filter (where side.is_new))[1] as n,
                   (pg_catalog.array_agg(side.j) filter (where not side.is_new))[1] as o
              from (select pg_catalog.to_jsonb(n) as j, true as is_new from new_rows n
                    union all
                    select pg_catalog.to_jsonb(o), false from old_rows o) side
             group by side.j -> 'tenant_id', side.j -> tg_argv[1]
          ) pair
          cross join lateral (
            select pg_catalog.jsonb_object_agg(k.key, pg_catalog.jsonb_build_array(pair.o -> k.key, k.value)) as diff
              from pg_catalog.jsonb_each(pair.n - silent) k
             where k.value is distinct from pair.o -> k.key
          ) changes
      ) d
     where d.diff is not null;
  end if;
  return null;
end
$$;
comment on function audit.capture() is 'Statement trigger: one audit row per changed record. Arguments: entity, id column.';
grant execute on function audit.capture() to aura_owner;

create function audit.record(p_action text, p_entity text, p_entity_id uuid, p_detail jsonb) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  claim app.claim := app.claims();
begin
  insert into audit.events (tenant_id, actor_id, request_id, action, entity, entity_id, detail)
  values (claim.tenant_id, claim.user_id, pg_catalog.current_setting('application_name', true), p_action, p_entity, p_entity_id, p_detail);
end
$$;
comment on function audit.record(text, text, uuid, jsonb) is 'An operation that no table change shows (an export, a sign-in) in the caller''s tenant.';
grant execute on function audit.record(text, text, uuid, jsonb) to aura_rep, aura_manager;

create function audit.record_entry(p_tenant uuid, p_user uuid, p_action text, p_detail jsonb) returns void
language sql volatile security definer set search_path = '' as $$
  insert into audit.events (tenant_id, actor_id, action, entity, entity_id, detail)
  values (p_tenant, p_user, p_action, 'session', p_user, p_detail)
$$;
comment on function audit.record_entry(uuid, uuid, text, jsonb) is 'Sign-ins, sign-outs and refusals, written by the identity role before a context exists.';
grant execute on function audit.record_entry(uuid, uuid, text, jsonb) to aura_identity;

-- Violations (F5.6): refused writes and bad contexts at once; misses are classified later, so the caller learns nothing.
create table audit.violations (
  id bigint generated always as identity primary key,
  occurred_at timestamptz not null default clock_timestamp(),
  verified boolean not null,
  tenant_id uuid,
  user_id uuid,
  claimed_tenant text,
  kind text not null,
  sqlstate text,
  entity text,
  entity_id uuid,
  request_id text
);
create index violations_tenant on audit.violations (tenant_id, id desc);
create trigger violations_no_change before update or delete on audit.violations for each row execute function audit.refuse_change();
create trigger violations_no_truncate before truncate on audit.violations for each statement execute function audit.refuse_change();
create table audit.misses (
  id bigint generated always as identity primary key,
  occurred_at timestamptz not null default clock_timestamp(),
  tenant_id uuid not null,
  user_id uuid not null,
  entity text not null,
  entity_id uuid not null,
  request_id text
);
alter table audit.violations enable row level security, force row level security;
alter table audit.misses enable row level security, force row level security;
create policy write_audit on audit.violations for all to aura_audit using (true) with check (true);
comment on policy write_audit on audit.violations is 'Only the log''s own functions write and classify.';
create policy write_audit on audit.misses for all to aura_audit using (true) with check (true);
comment on policy write_audit on audit.misses is 'Only the log''s own functions write and classify.';
create policy select_admin on audit.violations for select to aura_manager
  using (tenant_id = (select app.tenant_id()) and verified and (select app.has_role('admin')));
comment on policy select_admin on audit.violations is 'F5.6: admins read what members of their own tenant were refused.';
grant select on audit.violations to aura_manager;

create function audit.log_violation(p_tenant text, p_token text, p_kind text, p_sqlstate text, p_entity text, p_request text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  claim app.claim;
begin
  perform pg_catalog.set_config('app.current_tenant_id', coalesce(p_tenant, ''), true),
          pg_catalog.set_config('app.session_token', coalesce(p_token, ''), true);
  claim := app.claims_or_null();
  insert into audit.violations (verified, tenant_id, user_id, claimed_tenant, kind, sqlstate, entity, request_id)
  values (claim.tenant_id is not null, claim.tenant_id, claim.user_id, p_tenant, p_kind, p_sqlstate, p_entity, p_request);
end
$$;
comment on function audit.log_violation(text, text, text, text, text, text) is
  'Called in a transaction of its own, because the refused one was rolled back.';

create function audit.note_miss(p_entity text, p_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  claim app.claim := app.claims();
begin
  insert into audit.misses (tenant_id, user_id, entity, entity_id, request_id)
  values (claim.tenant_id, claim.user_id, p_entity, p_id, pg_catalog.current_setting('application_name', true));
end
$$;
grant execute on function audit.log_violation(text, text, text, text, text, text) to aura_app, aura_rep, aura_manager;
grant execute on function audit.note_miss(text, uuid) to aura_rep, aura_manager;

create function audit.classify_misses(batch int) returns int
language plpgsql volatile security definer set search_path = '' as $$
declare
  miss record;
  home audit.entities;
  found_tenant uuid;
  probes int := 0;
begin
  for miss in select * from audit.misses order by id limit batch for update skip locked loop
    found_tenant := null;
    select * into home from audit.entities e where e.entity = miss.entity;
    if found then
      execute pg_catalog.format('select tenant_id from %s where %I = $1 order by (tenant_id = $2) desc limit 1', home.target, home.id_column)
        into found_tenant using miss.entity_id, miss.tenant_id;
    end if;
    if found_tenant is not null then
      insert into audit.violations (verified, tenant_id, user_id, kind, entity, entity_id, request_id)
      values (true, miss.tenant_id, miss.user_id,
        case when found_tenant <> miss.tenant_id then 'cross_tenant_probe' else 'not_visible_probe' end,
        miss.entity, miss.entity_id, miss.request_id);
      probes := probes + 1;
    end if;
    delete from audit.misses where id = miss.id;
  end loop;
  return probes;
end
$$;
comment on function audit.classify_misses(int) is 'Sorts ids that touched nothing into probes and typing errors; run by the worker, never in a request.';
grant execute on function audit.classify_misses(int) to aura_worker;
