-- as: aura_owner
select app_admin.restorable('crm.products', '{created_at,created_by}');
select app_admin.restorable('crm.product_prices', '{created_at,created_by}');
