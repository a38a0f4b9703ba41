-- as: aura_access
create function core.tidy_exports() returns void
language sql volatile security definer set search_path = '' as $$
  delete from core.export_chunks c
   using core.exports e
   where e.tenant_id = c.tenant_id and e.id = c.export_id
     and (e.status = 'failed' or e.expires_at < pg_catalog.now() or c.created_at < pg_catalog.now() - interval '2 days');
  update core.exports e
     set status = 'failed', finished_at = pg_catalog.now(),
         failure = '{"code": "abandoned", "message": "The export was interrupted too often. Ask for it again."}'
   where e.status in ('queued', 'running') and e.updated_at < pg_catalog.now() - interval '6 hours';
$$;
comment on function core.tidy_exports() is 'Deletes files after their day, and ends exports that no worker has finished in six hours.';
grant execute on function core.tidy_exports() to aura_worker;
