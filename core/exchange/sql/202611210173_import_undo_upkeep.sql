-- as: aura_access
create or replace function core.tidy_imports() returns void
language sql volatile security definer set search_path = '' as $$
  delete from core.import_files f where f.created_at < pg_catalog.now() - interval '30 days';
  update core.imports i
     set status = 'failed', finished_at = pg_catalog.now(),
         failure = '{"code": "abandoned", "message": "The import was interrupted too often. Nothing was imported; start it again."}'
   where i.status in ('queued', 'running') and i.updated_at < pg_catalog.now() - interval '12 hours';
  update core.imports i
     set status = 'done',
         failure = '{"code": "undo_abandoned", "message": "The undo was interrupted too often. Nothing was undone; start it again."}'
   where i.status = 'undoing' and i.updated_at < pg_catalog.now() - interval '12 hours';
$$;
