-- as: aura_owner
select app_admin.restorable('crm.activities', '{created_at,created_by}');
