-- as: aura_access
create function core.take_outbox(batch int) returns table (event_id uuid, tenant_id uuid, actor_id uuid, type text, entity_id uuid)
language sql volatile security definer set search_path = '' as $$
  update core.events e set relayed_at = pg_catalog.now()
    from (select x.tenant_id, x.id from core.events x where x.relayed_at is null order by x.id limit batch for update skip locked) taken
   where e.tenant_id = taken.tenant_id and e.id = taken.id
  returning e.id, e.tenant_id, e.actor_id, e.type, e.entity_id
$$;
comment on function core.take_outbox(int) is 'Marks events as handed to the queue, in the transaction that hands them over.';
grant execute on function core.take_outbox(int) to aura_worker;
