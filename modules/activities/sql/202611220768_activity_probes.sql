-- as: aura_owner
-- The same rule. As values and not as "exists": for some hundred activities the planner would read all of the tenant's contacts
-- to have those at hand that the rep sees; each activity's own contact and deal are a look at the index.
drop policy select_rep on crm.activities;
select app_admin.policy('crm.activities', 'select_rep', 'select', 'aura_rep',
  'tenant_id = (select app.tenant_id()) and (created_by = (select app.user_id()) or (
     (contact_id is null or (select true from crm.contacts c where c.tenant_id = activities.tenant_id and c.id = activities.contact_id))
     and (deal_id is null or (select true from crm.deals d where d.tenant_id = activities.tenant_id and d.id = activities.deal_id))))', null,
  'Visible with every contact and deal it is about, and to its author');
