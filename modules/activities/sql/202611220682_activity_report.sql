-- as: aura_owner
-- The activity report counts a year of everyone's activities in the index alone.
create index activities_report on crm.activities (tenant_id, occurred_at) include (created_by, type) where archived_at is null;
