-- as: aura_owner
-- The archive of a workspace brings the record of its merges in, so that they are still seen and taken back.
grant insert (id, winner_id, loser_id, changes, links, loser, undone_at, undone_by) on crm.contact_merges to aura_manager;
select app_admin.restorable('crm.contact_merges', '{created_at,created_by}', 'false');
select app_admin.policy('crm.contact_merges', 'insert_restored', 'insert', 'aura_manager', null,
  'tenant_id = (select app.tenant_id()) and (select core.is_restoring())', 'Only the archive of a workspace writes merges that were');
