-- as: aura_owner
-- A rep's list of everyone's activities (visibleParts): those of others with the rep's contacts and deals are told in the index,
-- before any row is read. They serve a record's own activities as before.
drop index crm.activities_contact;
create index activities_contact on crm.activities (tenant_id, contact_id, occurred_at desc, id desc) include (created_by, deal_id);
drop index crm.activities_deal;
create index activities_deal on crm.activities (tenant_id, deal_id, occurred_at desc, id desc) include (created_by, contact_id);
