-- as: aura_owner
select app_admin.index_custom_fields('crm.products', 'product');
