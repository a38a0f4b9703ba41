-- as: aura_owner
select app_admin.notifies('deal', 'crm.deals');
