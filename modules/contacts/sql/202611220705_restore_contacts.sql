-- as: aura_owner
select app_admin.restorable('crm.organizations', '{created_at,created_by}');
select app_admin.restorable('crm.contacts', '{created_at,created_by,merged_into_id,merged_count}', 'merged_into_id is null and merged_count = 0');
select app_admin.restorable('crm.contact_shares', '{created_at,created_by}');
