-- as: aura_owner
-- The archive of a workspace brings its shared views in, each as its owner's.
select app_admin.restorable('core.saved_views', '{owner_id,created_at,created_by}', 'owner_id = (select app.user_id())');
select app_admin.policy('core.saved_views', 'insert_restored', 'insert', 'aura_manager', null,
  'tenant_id = (select app.tenant_id()) and visibility = ''shared'' and (select core.is_restoring())', 'The archive of a workspace brings the views in that its people shared');
