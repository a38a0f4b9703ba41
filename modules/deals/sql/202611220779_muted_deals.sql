-- as: aura_owner
select app_admin.mutes('deal', 'crm.deals');
