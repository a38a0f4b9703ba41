-- as: aura_owner
select app_admin.index_custom_fields('crm.contacts', 'contact', owner => 'n.owner_id', shared_by => 'crm.shared_contact_ids()');
