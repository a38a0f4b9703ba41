-- as: aura_owner
select app_admin.index_custom_fields('crm.deals', 'deal', owner => 'n.owner_id', shared_by => 'crm.shared_deal_ids()');
