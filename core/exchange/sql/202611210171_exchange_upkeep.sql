-- as: aura_access
create function core.tidy_imports() returns void
language sql volatile security definer set search_path = '' as $$
  delete from core.import_files f where f.created_at < pg_catalog.now() - interval '30 days';
  update core.imports i
     set status = 'failed', finished_at = pg_catalog.now(),
         failure = '{"code": "abandoned", "message": "The import was interrupted too often. Nothing was imported; start it again."}'
   where i.status in ('queued', 'running') and i.updated_at < pg_catalog.now() - interval '12 hours';
$$;
comment on function core.tidy_imports() is 'Deletes old files, and ends imports that no worker has finished in half a day.';
grant execute on function core.tidy_imports() to aura_worker;
