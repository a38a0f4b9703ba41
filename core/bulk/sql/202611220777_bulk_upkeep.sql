-- as: aura_access
create function core.tidy_bulk_changes() returns void
language sql volatile security definer set search_path = '' as $$
  delete from core.bulk_changes c using core.bulk_edits e
   where e.finished_at < pg_catalog.now() - interval '31 days' and c.tenant_id = e.tenant_id and c.edit_id = e.id
$$;
comment on function core.tidy_bulk_changes() is 'Deletes what bulk edits overwrote, a day after they could last be undone.';
grant execute on function core.tidy_bulk_changes() to aura_worker;
