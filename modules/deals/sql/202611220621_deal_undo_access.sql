-- as: aura_access
-- What undoing a bulk move does to history and stays; the triggers follow in _699, after the stays' own.

-- An undone move is a move of its own in the history, at the time it was made: the deal itself says again since when it
-- was in its stage before.
create or replace function crm.record_stage_change() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
begin
  insert into crm.stage_changes (tenant_id, deal_id, from_stage_id, from_stage_name, from_probability, to_stage_id, to_stage_name, to_probability, to_status, reason, changed_at)
  select new.tenant_id, new.id, old.stage_id, coalesce(old.closed_stage_name, was.name), old.probability, new.stage_id, now_in.name, new.probability, new.status,
         case when new.stage_entered_at = pg_catalog.now() then new.stage_reason else 'Undone' end, pg_catalog.now()
    from crm.stages was, crm.stages now_in
   where was.tenant_id = new.tenant_id and was.id = old.stage_id and now_in.tenant_id = new.tenant_id and now_in.id = new.stage_id;
  return null;
end
$$;

create function crm.put_stays_back() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
declare
  undone uuid := nullif(pg_catalog.current_setting('aura.undone_edit', true), '')::uuid;
  stays jsonb;
begin
  select c.before -> 'stays' into stays from core.bulk_changes c
   where c.tenant_id = new.tenant_id and c.edit_id = undone and c.record_id = new.id and c.before ->> 'stage_id' = new.stage_id::text;
  if stays is null then
    return null;
  end if;
  delete from crm.deal_stages s where s.tenant_id = new.tenant_id and s.deal_id = new.id
     and not exists (select from pg_catalog.jsonb_array_elements(stays) k where (k ->> 'stage_id')::uuid = s.stage_id);
  insert into crm.deal_stages (tenant_id, deal_id, stage_id, pipeline_id, owner_id, is_archived, entered_at, left_at, outcome)
  select new.tenant_id, new.id, k.stage_id, k.pipeline_id, new.owner_id, new.deleted_at is not null, k.entered_at, k.left_at, k.outcome
    from pg_catalog.jsonb_to_recordset(stays) as k (stage_id uuid, pipeline_id uuid, entered_at timestamptz, left_at timestamptz, outcome text)
  on conflict (tenant_id, deal_id, stage_id) do update
     set pipeline_id = excluded.pipeline_id, entered_at = excluded.entered_at, left_at = excluded.left_at, outcome = excluded.outcome;
  return null;
end
$$;
comment on function crm.put_stays_back() is 'A move that was undone was no stay: a deal''s stays are again those that the edit noted.';
grant execute on function crm.put_stays_back() to aura_owner;
