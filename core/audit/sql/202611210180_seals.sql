-- as: aura_audit
-- Seals: a chain of hashes over each tenant's audit rows, made after the fact. Chaining in the write path would let one
-- tenant's writes wait for each other (measured: nine times slower); a sealer that only takes rows older than every
-- running transaction can never be overtaken by a late commit.

create index events_xid on audit.events (xid);

create table audit.seals (
  tenant_id uuid not null,
  id bigint generated always as identity,
  from_xid xid8 not null,
  to_xid xid8 not null,
  row_count int not null,
  previous_hash bytea not null,
  hash bytea not null,
  sealed_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id)
);
create trigger seals_no_change before update or delete on audit.seals for each row execute function audit.refuse_change();
create trigger seals_no_truncate before truncate on audit.seals for each statement execute function audit.refuse_change();
alter table audit.seals enable row level security, force row level security;
create policy all_audit on audit.seals for all to aura_audit using (true) with check (true);
comment on policy all_audit on audit.seals is 'The sealer and the verifier work over every tenant.';
create policy select_admin on audit.seals for select to aura_manager
  using (tenant_id = (select app.tenant_id()) and (select app.has_role('admin')));
comment on policy select_admin on audit.seals is 'F11.5: admins read their own tenant''s seals.';
grant select on audit.seals to aura_manager;

create table audit.sealer (only_row boolean primary key default true check (only_row), horizon xid8 not null);
insert into audit.sealer (horizon) values ('0');

create function audit.hash_rows(p_tenant uuid, p_from xid8, p_to xid8, p_previous bytea, out row_count int, out hash bytea)
language sql stable security definer set search_path = '' set timezone = 'UTC' set datestyle = 'ISO' as $$
  select count(*)::int, sha256(p_previous || coalesce(string_agg(sha256(convert_to(e::text, 'UTF8')), ''::bytea order by e.occurred_at, e.id), ''::bytea))
    from audit.events e where e.tenant_id = p_tenant and e.xid >= p_from and e.xid < p_to
$$;
comment on function audit.hash_rows(uuid, xid8, xid8, bytea) is 'The hash of a tenant''s rows between two transactions, chained to the one before.';

create function audit.seal() returns int
language plpgsql volatile security definer set search_path = '' as $$
declare
  since xid8;
  horizon_now xid8 := pg_snapshot_xmin(pg_current_snapshot());
  next_tenant uuid;
  previous bytea;
  sealed record;
  seals int := 0;
begin
  select horizon into since from audit.sealer for update;
  for next_tenant in select distinct e.tenant_id from audit.events e where e.xid >= since and e.xid < horizon_now loop
    select s.hash into previous from audit.seals s where s.tenant_id = next_tenant order by s.id desc limit 1;
    previous := coalesce(previous, '\x'::bytea);
    sealed := audit.hash_rows(next_tenant, since, horizon_now, previous);
    insert into audit.seals (tenant_id, from_xid, to_xid, row_count, previous_hash, hash)
    values (next_tenant, since, horizon_now, sealed.row_count, previous, sealed.hash);
    seals := seals + 1;
  end loop;
  update audit.sealer set horizon = horizon_now;
  return seals;
end
$$;
comment on function audit.seal() is 'Seals what no running transaction can still add to; the worker calls it every minute.';
grant execute on function audit.seal() to aura_worker;

create function audit.verify() returns table (seal_id bigint, sealed_at timestamptz, row_count int, is_intact boolean)
language plpgsql stable security definer set search_path = '' as $$
declare
  claim app.claim := app.claims();
  seal audit.seals;
  previous bytea := '\x'::bytea;
  found_now record;
begin
  if claim.role <> 'admin' then
    raise exception 'only an admin verifies the log' using errcode = '42501';
  end if;
  for seal in select * from audit.seals s where s.tenant_id = claim.tenant_id order by s.id loop
    found_now := audit.hash_rows(claim.tenant_id, seal.from_xid, seal.to_xid, seal.previous_hash);
    seal_id := seal.id;
    sealed_at := seal.sealed_at;
    row_count := seal.row_count;
    is_intact := found_now.hash = seal.hash and found_now.row_count = seal.row_count and seal.previous_hash = previous;
    previous := seal.hash;
    return next;
  end loop;
end
$$;
comment on function audit.verify() is 'Recomputes the chain of the caller''s tenant; a changed, removed or inserted row breaks its seal.';
grant execute on function audit.verify() to aura_manager;
