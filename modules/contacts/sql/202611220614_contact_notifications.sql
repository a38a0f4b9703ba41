-- as: aura_owner
select app_admin.notifies('contact', 'crm.contacts');
