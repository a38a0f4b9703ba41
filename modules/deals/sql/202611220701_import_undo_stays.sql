-- as: aura_access
create or replace function crm.put_stays_back() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
declare
  undone_edit uuid := nullif(pg_catalog.current_setting('aura.undone_edit', true), '')::uuid;
  undone_import uuid := nullif(pg_catalog.current_setting('aura.undone_import', true), '')::uuid;
  stays jsonb;
begin
  if undone_edit is not null then
    select c.before -> 'stays' into stays from core.bulk_changes c
     where c.tenant_id = new.tenant_id and c.edit_id = undone_edit and c.record_id = new.id and c.before ->> 'stage_id' = new.stage_id::text;
  elsif undone_import is not null then
    select c.before -> 'stays' into stays from core.import_changes c
     where c.tenant_id = new.tenant_id and c.import_id = undone_import and c.entity = 'deals' and c.record_id = new.id and c.before ->> 'stage_id' = new.stage_id::text;
  end if;
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
