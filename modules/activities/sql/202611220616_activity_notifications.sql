-- as: aura_owner
select app_admin.notifies('activity', 'crm.activities');
