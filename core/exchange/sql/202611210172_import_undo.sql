-- as: aura_owner
-- Undo is a job of its own (F15.1): while it runs the import is `undoing`, which others see as running.
alter table core.imports drop constraint imports_status_known;
alter table core.imports add constraint imports_status_known
  check (status in ('queued', 'running', 'done', 'failed', 'undoing', 'undone'));
drop index core.imports_unfinished;
create index imports_unfinished on core.imports (created_at) where status in ('queued', 'running', 'undoing');
