-- as: aura_owner
-- Undoing an import puts the stage of a deal back as undoing a bulk edit does (_699): from what the import noted.

create or replace function crm.put_stage_back() returns trigger
language plpgsql volatile set search_path = '' as $$
declare
  undone_edit uuid := nullif(pg_catalog.current_setting('aura.undone_edit', true), '')::uuid;
  undone_import uuid := nullif(pg_catalog.current_setting('aura.undone_import', true), '')::uuid;
  noted jsonb;
  kept crm.deals;
begin
  -- What was noted of this deal, over what was left; nothing that the caller says.
  if undone_edit is not null then
    select c.before into noted from core.bulk_changes c where c.tenant_id = new.tenant_id and c.edit_id = undone_edit and c.record_id = new.id;
  elsif undone_import is not null then
    select c.before into noted from core.import_changes c
     where c.tenant_id = new.tenant_id and c.import_id = undone_import and c.entity = 'deals' and c.record_id = new.id;
  end if;
  if noted is null then
    return new;
  end if;
  kept := pg_catalog.jsonb_populate_record(old, noted);
  if kept.stage_id = new.stage_id and kept.status = new.status then
    new.stage_entered_at := kept.stage_entered_at;
    new.probability := kept.probability;
    new.closed_at := kept.closed_at;
    new.closed_stage_name := kept.closed_stage_name;
    new.closed_probability := kept.closed_probability;
    new.closed_from_stage_id := kept.closed_from_stage_id;
    new.lost_reason := kept.lost_reason;
  end if;
  return new;
end
$$;

grant select (tenant_id, import_id, entity, record_id, before) on core.import_changes to aura_access;
select app_admin.policy('core.import_changes', 'undo_access', 'select', 'aura_access', 'tenant_id = (select app.tenant_id())', null,
  'Undoing an import puts back the stays that it noted, in the caller''s tenant');
