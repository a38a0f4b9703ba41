-- as: aura_owner
-- Undoing a bulk move puts a deal back as it was: since when it is in its stage, when and under which name it was closed.

create function crm.put_stage_back() returns trigger
language plpgsql volatile set search_path = '' as $$
declare
  undone uuid := nullif(pg_catalog.current_setting('aura.undone_edit', true), '')::uuid;
  kept crm.deals;
begin
  if undone is null then
    return new;
  end if;
  -- What the edit noted of this deal, over what it left; nothing that the caller says.
  select (pg_catalog.jsonb_populate_record(old, c.before)).* into kept
    from core.bulk_changes c where c.tenant_id = new.tenant_id and c.edit_id = undone and c.record_id = new.id;
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
comment on function crm.put_stage_back() is 'After crm.keep_deal_stage(), by the order of names: within an undo, the facts of the stage are those from before the edit.';
create trigger b_stage_undone before update on crm.deals for each row
  when (old.stage_id <> new.stage_id) execute function crm.put_stage_back();

grant delete on crm.deal_stages to aura_access;
grant select (tenant_id, edit_id, record_id, before) on core.bulk_changes to aura_access;
select app_admin.policy('core.bulk_changes', 'undo_access', 'select', 'aura_access', 'tenant_id = (select app.tenant_id())', null, 'Undoing a move puts back the stays that the edit noted, in the caller''s tenant');
create trigger c_stays_update_undone after update on crm.deals for each row
  when (old.stage_id <> new.stage_id) execute function crm.put_stays_back();
