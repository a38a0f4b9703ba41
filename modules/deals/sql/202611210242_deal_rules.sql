-- as: aura_owner
-- Invariants of deals that hold whoever writes: the status is the stage's kind, a line's totals are computed, history stays.

create function crm.keep_deal_stage() returns trigger
language plpgsql volatile set search_path = '' as $$
declare
  stage record;
begin
  if tg_op = 'UPDATE' and new.stage_id = old.stage_id then
    return new;
  end if;
  select s.pipeline_id, s.name, s.kind, s.probability into stage from crm.stages s where s.tenant_id = new.tenant_id and s.id = new.stage_id;
  if not found then
    return new; -- the foreign key names the fault
  end if;
  new.pipeline_id := stage.pipeline_id;
  new.status := stage.kind;
  if tg_op = 'UPDATE' then
    new.stage_entered_at := pg_catalog.now();
    if new.probability = old.probability then
      new.probability := stage.probability;
    end if;
  end if;
  if stage.kind = 'open' then
    new.closed_at := null;
    new.closed_stage_name := null;
    new.closed_probability := null;
    new.lost_reason := null;
  else
    new.probability := stage.probability;
    if new.closed_at is null or (tg_op = 'UPDATE' and new.closed_at is not distinct from old.closed_at) then
      new.closed_at := pg_catalog.now();
    end if;
    new.closed_stage_name := stage.name;
    new.closed_probability := stage.probability;
  end if;
  return new;
end
$$;
comment on function crm.keep_deal_stage() is 'Status, pipeline and closing facts follow the stage. An open deal has no lost reason: the history keeps it.';
create trigger b_stage before insert or update on crm.deals for each row execute function crm.keep_deal_stage();
create trigger b_owner before insert or update of owner_id on crm.deals for each row execute function crm.refuse_deactivated_owner();
create trigger b_custom_fields before insert or update of custom_fields on crm.deals
  for each row when (new.custom_fields <> '{}') execute function core.check_custom_fields('deal');
create trigger c_history_insert after insert on crm.deals referencing new table as new_rows
  for each statement execute function crm.record_first_stage();
create trigger c_history_update after update on crm.deals
  for each row when (old.stage_id <> new.stage_id) execute function crm.record_stage_change();

create function crm.refuse_change() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception '% is history and is not changed', tg_table_name using errcode = '42501';
end
$$;
create trigger b_no_change before update on crm.stage_changes for each row execute function crm.refuse_change();

-- Everything is in minor units, so rounding to the currency's minor unit is rounding to a whole number: half up.
create function crm.compute_line_item() returns trigger
language plpgsql volatile set search_path = '' as $$
declare
  list_total numeric := new.quantity * new.unit_price_minor;
  catalogue_total numeric := new.quantity * new.list_price_minor;
begin
  new.net_minor := pg_catalog.round(list_total - coalesce(new.discount_amount_minor, list_total * coalesce(new.discount_percent, 0) / 100));
  new.discount_minor := pg_catalog.round(list_total) - new.net_minor;
  new.tax_minor := pg_catalog.round(new.net_minor * new.tax_percent / 100);
  new.gross_minor := new.net_minor + new.tax_minor;
  new.cost_minor := pg_catalog.round(new.quantity * new.unit_cost_minor);
  new.margin_minor := new.net_minor - new.cost_minor;
  new.is_discount_exceeded := coalesce(catalogue_total - new.net_minor > catalogue_total * new.max_discount_percent / 100 + 0.5, false);
  new.is_margin_missed := coalesce(new.margin_minor * 100 < new.net_minor * new.target_margin_percent, false);
  return new;
end
$$;
comment on function crm.compute_line_item() is
  'Net after the discount, rounded; tax on the rounded net; the discount is what rounding leaves of the full price. The same rules are in line-item.ts.';
create trigger b_compute before insert or update on crm.line_items for each row execute function crm.compute_line_item();
create trigger d_sum_insert after insert on crm.line_items referencing new table as new_rows
  for each statement execute function crm.sum_line_items();
create trigger d_sum_update after update on crm.line_items referencing old table as old_rows new table as new_rows
  for each statement execute function crm.sum_line_items();
create trigger d_sum_delete after delete on crm.line_items referencing old table as old_rows
  for each statement execute function crm.sum_line_items();

-- Deals stand on pipelines, so what a change of a stage means for them is said here and not there.
create function crm.follow_stage() returns trigger
language plpgsql volatile set search_path = '' as $$
declare
  target record;
begin
  if new.kind <> old.kind and exists (select from crm.deals d where d.tenant_id = new.tenant_id and d.pipeline_id = new.pipeline_id and d.stage_id = new.id) then
    raise exception 'the stage has deals' using errcode = 'P0001', constraint = 'stages_kind_in_use';
  end if;
  if new.retired_at is null or old.retired_at is not null then
    return null;
  end if;
  if not exists (select from crm.deals d where d.tenant_id = new.tenant_id and d.pipeline_id = new.pipeline_id and d.stage_id = new.id and d.status = 'open') then
    return null;
  end if;
  select s.kind, s.name into target from crm.stages s where s.tenant_id = new.tenant_id and s.id = new.successor_id and s.retired_at is null;
  if target.kind is distinct from 'open' then
    raise exception 'open deals need another open stage' using errcode = 'P0001', constraint = 'stages_successor_needed';
  end if;
  with moved as (
    update crm.deals d set stage_id = new.successor_id, stage_reason = 'Stage retired: ' || new.name
     where d.tenant_id = new.tenant_id and d.pipeline_id = new.pipeline_id and d.stage_id = new.id and d.status = 'open'
    returning d.id
  )
  insert into core.events (type, entity, entity_id, data)
  select 'deal.stage_changed', 'deal', m.id,
         pg_catalog.jsonb_build_object('fromStageId', new.id, 'fromStageName', new.name, 'toStageId', new.successor_id, 'toStageName', target.name, 'reason', 'Stage retired')
    from moved m;
  return null;
end
$$;
comment on function crm.follow_stage() is 'F13.5: open deals of a retired stage move in the same step. A stage with deals keeps its kind.';
create trigger e_deals_follow after update on crm.stages for each row execute function crm.follow_stage();

create function crm.keep_pipeline_of_open_deals() returns trigger
language plpgsql volatile set search_path = '' as $$
begin
  if exists (select from crm.deals d where d.tenant_id = new.tenant_id and d.pipeline_id = new.id and d.status = 'open' and d.deleted_at is null) then
    raise exception 'the pipeline has open deals' using errcode = 'P0001', constraint = 'pipelines_open_deals';
  end if;
  return null;
end
$$;
create trigger e_deals_stay after update on crm.pipelines for each row
  when (old.archived_at is null and new.archived_at is not null) execute function crm.keep_pipeline_of_open_deals();
