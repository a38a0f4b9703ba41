-- as: aura_owner
-- A price list keeps every price. The one exception: the undo of an import takes back the prices that this very import
-- opened, so that the list is again what it was.
grant delete on crm.product_prices to aura_manager;
select app_admin.policy('crm.product_prices', 'delete_undone', 'delete', 'aura_manager',
  'tenant_id = (select app.tenant_id()) and (select app.has_role(''admin'', ''manager'')) and exists (
     select from core.import_changes c join core.imports i on i.tenant_id = c.tenant_id and i.id = c.import_id
      where c.tenant_id = product_prices.tenant_id and c.entity = ''products'' and c.record_id = product_prices.product_id
        and c.before ->> ''openedPriceId'' = product_prices.id::text and i.status = ''undoing'')', null,
  'Only a price that an import opened, and only while that import is being undone');
