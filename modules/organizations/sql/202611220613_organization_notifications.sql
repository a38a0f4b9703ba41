-- as: aura_owner
select app_admin.notifies('organization', 'crm.organizations');
