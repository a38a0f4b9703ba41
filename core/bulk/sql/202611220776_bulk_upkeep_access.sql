-- as: aura_owner
-- What a bulk edit overwrote is kept for as long as it may be undone, and a day more for an undo that is under way.
create index bulk_edits_finished on core.bulk_edits (finished_at);
select app_admin.policy('core.bulk_edits', 'tidy_access', 'select', 'aura_access', 'true', null, 'Upkeep asks which bulk edits are too old to be undone');
grant select (tenant_id, id, finished_at) on core.bulk_edits to aura_access;
select app_admin.policy('core.bulk_changes', 'tidy_access', 'delete', 'aura_access', 'true', null, 'Upkeep deletes what no undo needs any more, without reading it');
select app_admin.policy('core.bulk_changes', 'tidy_select_access', 'select', 'aura_access', 'true', null, 'Upkeep finds the changes of an edit');
grant delete on core.bulk_changes to aura_access;
