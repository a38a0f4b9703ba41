-- as: aura_owner
select app_admin.restorable('crm.pipelines', '{created_at,created_by}');
select app_admin.restorable('crm.stages', '{created_at,created_by}');
select app_admin.restorable('crm.deals', '{created_at,created_by,closed_stage_name,closed_probability}');
select app_admin.restorable('crm.line_items', '{created_at,created_by}');
select app_admin.restorable('crm.deal_members', '{created_at,created_by}');
select app_admin.restorable('crm.deal_contacts', '{created_at,created_by}');

-- History and stays are written by triggers, and by the archive that they came in.
grant insert (id, deal_id, from_stage_id, from_stage_name, from_probability, to_stage_id, to_stage_name, to_probability, to_status, reason, changed_at, changed_by) on crm.stage_changes to aura_manager;
grant insert (deal_id, stage_id, pipeline_id, owner_id, is_archived, entered_at, left_at, outcome) on crm.deal_stages to aura_manager;
-- What a new workspace begins with makes room for the pipelines of the archive; foreign keys keep those that have deals.
grant delete on crm.pipelines, crm.stages to aura_manager;
do $$
declare
  restoring text := 'tenant_id = (select app.tenant_id()) and (select core.is_restoring())';
begin
  perform app_admin.policy('crm.stage_changes', 'insert_restored', 'insert', 'aura_manager', null, restoring, 'The archive of a workspace brings its history');
  perform app_admin.policy('crm.deal_stages', 'insert_restored', 'insert', 'aura_manager', null, restoring, 'The archive of a workspace brings its history');
  perform app_admin.policy('crm.pipelines', 'delete_restoring', 'delete', 'aura_manager', restoring, null, 'The archive of a workspace brings its own pipelines');
  perform app_admin.policy('crm.stages', 'delete_restoring', 'delete', 'aura_manager', restoring, null, 'The archive of a workspace brings its own stages');
end
$$;

create or replace function crm.keep_deal_stage() returns trigger
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
    new.closed_from_stage_id := null;
    new.lost_reason := null;
  else
    new.probability := stage.probability;
    if new.closed_at is null or (tg_op = 'UPDATE' and new.closed_at is not distinct from old.closed_at) then
      new.closed_at := pg_catalog.now();
    end if;
    -- The name that the stage had then is the archive's to say.
    if tg_op = 'UPDATE' or new.closed_stage_name is null or not core.is_restoring() then
      new.closed_stage_name := stage.name;
      new.closed_probability := stage.probability;
    end if;
    -- Won after all, or lost after all: the open stage that it once was closed in stays.
    if tg_op = 'UPDATE' and old.status = 'open' then
      new.closed_from_stage_id := old.stage_id;
    elsif tg_op = 'INSERT' and not exists (
      select from crm.stages s where s.tenant_id = new.tenant_id and s.pipeline_id = new.pipeline_id and s.id = new.closed_from_stage_id and s.kind = 'open'
    ) then
      new.closed_from_stage_id := null; -- an import may say it, and only of an open stage of the same pipeline
    end if;
  end if;
  return new;
end
$$;

