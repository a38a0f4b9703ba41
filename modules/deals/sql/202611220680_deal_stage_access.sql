-- as: aura_access
-- Triggers that keep each deal's latest stay in each open stage; nobody writes those by hand. The table follows in _681.

create function crm.record_first_stay() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
begin
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
comment on function crm.record_first_stay() is 'A new deal stays in the open stage that it was made in; one that comes in closed stayed where it was closed.';

create function crm.record_stay() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
declare
  -- Of a closed deal: where it was before it was closed, so that reopening or winning it after all tells how that stay ended.
  left_stage_id uuid := case when old.status = 'open' then old.stage_id else old.closed_from_stage_id end;
begin
  update crm.deal_stages stay
     set left_at = coalesce(stay.left_at, new.stage_entered_at),
         outcome = case when new.status = 'lost' then 'lost' when new.status = 'won' then 'on'
                        when now_in.pipeline_id = was.pipeline_id and now_in.position > was.position then 'on' else 'back' end
    from crm.stages was, crm.stages now_in
   where stay.tenant_id = new.tenant_id and stay.deal_id = new.id and stay.stage_id = left_stage_id
     and was.tenant_id = new.tenant_id and was.id = left_stage_id and now_in.tenant_id = new.tenant_id and now_in.id = new.stage_id;
  if new.status = 'open' then
    insert into crm.deal_stages (tenant_id, deal_id, stage_id, pipeline_id, owner_id, is_archived, entered_at)
    values (new.tenant_id, new.id, new.stage_id, new.pipeline_id, new.owner_id, new.deleted_at is not null, new.stage_entered_at)
    on conflict (tenant_id, deal_id, stage_id) do update
       set pipeline_id = excluded.pipeline_id, entered_at = excluded.entered_at, left_at = null, outcome = 'here';
  end if;
  return null;
end
$$;
comment on function crm.record_stay() is 'F8.8: a move ends the stay in one stage and begins that in another.';

create function crm.follow_deal_of_stay() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
begin
  update crm.deal_stages stay set owner_id = new.owner_id, is_archived = new.deleted_at is not null
   where stay.tenant_id = new.tenant_id and stay.deal_id = new.id;
  return null;
end
$$;
comment on function crm.follow_deal_of_stay() is 'F9.4: who sees a deal''s stays is decided by its owner; archived deals are in no report.';
grant execute on function crm.record_first_stay(), crm.record_stay(), crm.follow_deal_of_stay() to aura_owner;
