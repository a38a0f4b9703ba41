-- as: aura_owner
-- Open deals are few among all. The dashboard's and the pipeline report's short lists (topOpenDeals) take the first of them in these
-- orders; in an order's index of all deals they would first pass what closed in years.
-- Pipeline report: the longest in their stage.
create index deals_open_entered on crm.deals (tenant_id, stage_entered_at, id)
  include (owner_id, pipeline_id) where deleted_at is null and status = 'open';
-- Pipeline report: the largest. Dashboard: the largest that need a look, or have no next step.
create index deals_open_amount on crm.deals (tenant_id, amount_sort, id)
  include (owner_id, pipeline_id, stage_id, stage_entered_at, close_sort, next_step_on) where deleted_at is null and status = 'open';
-- Dashboard: the next steps that are due first. A deal may close with a step still planned.
create index deals_open_next_step on crm.deals (tenant_id, next_step_sort, id)
  include (owner_id, pipeline_id) where deleted_at is null and status = 'open';
