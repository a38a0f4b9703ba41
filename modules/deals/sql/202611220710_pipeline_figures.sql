-- as: aura_owner
-- The figures of one pipeline (its board, a list's total) without those of the others, and without touching the table.
create index deals_pipeline_figures on crm.deals (tenant_id, pipeline_id, status)
  include (stage_id, currency, amount_minor, probability) where deleted_at is null;
