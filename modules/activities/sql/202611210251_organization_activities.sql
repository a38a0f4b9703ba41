-- as: aura_owner
-- A rep's total adds up what is visible for different reasons. Activities of an organization alone are visible to everyone.
create index activities_organization_only on crm.activities (tenant_id, occurred_at desc, id desc)
  where contact_id is null and deal_id is null;
