-- as: aura_access
-- The archive of a workspace brings the whole history of a deal: it does not begin anew with the stage that it is in.
create or replace function crm.record_first_stage() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
begin
  if core.is_restoring() then
    return null;
  end if;
  insert into crm.stage_changes (tenant_id, deal_id, to_stage_id, to_stage_name, to_probability, to_status, reason, changed_at)
  select n.tenant_id, n.id, n.stage_id, s.name, n.probability, n.status, n.stage_reason, n.stage_entered_at
    from new_rows n join crm.stages s on s.tenant_id = n.tenant_id and s.id = n.stage_id;
  return null;
end
$$;

create or replace function crm.record_first_stay() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
begin
  if core.is_restoring() then
    return null;
  end if;
  insert into crm.deal_stages (tenant_id, deal_id, stage_id, pipeline_id, owner_id, is_archived, entered_at)
  select n.tenant_id, n.id, n.stage_id, n.pipeline_id, n.owner_id, n.deleted_at is not null, n.stage_entered_at
    from new_rows n where n.status = 'open';
  insert into crm.deal_stages (tenant_id, deal_id, stage_id, pipeline_id, owner_id, is_archived, entered_at, left_at, outcome)
  select n.tenant_id, n.id, n.closed_from_stage_id, n.pipeline_id, n.owner_id, n.deleted_at is not null,
         least(n.opened_on::timestamptz, n.closed_at), n.closed_at, case n.status when 'lost' then 'lost' else 'on' end
    from new_rows n where n.closed_from_stage_id is not null;
  return null;
end
$$;
