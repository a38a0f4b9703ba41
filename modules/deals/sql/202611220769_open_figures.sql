-- as: aura_owner
-- Dashboard and pipeline report sum all open deals in one pass: in this index alone, without passing the closed ones of a stage.
create index deals_open_figures on crm.deals (tenant_id, pipeline_id, stage_id)
  include (currency, close_sort, stage_entered_at, next_step_on, opened_on, owner_id, amount_minor, probability)
  where status = 'open' and deleted_at is null;
