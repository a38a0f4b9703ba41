-- as: aura_owner
-- Where deals stop (F8.8, F13.2): each deal's latest stay in each open stage, kept by trigger beside the history, so that a
-- report over a year of moves reads one index. The owner and whether the deal is archived stand here too, for the same reason.

alter table crm.deals add column closed_from_stage_id uuid;
comment on column crm.deals.closed_from_stage_id is 'The open stage that a closed deal was closed in; kept by trigger.';
grant select (closed_from_stage_id), insert (closed_from_stage_id) on crm.deals to aura_rep, aura_manager;

create table crm.deal_stages (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  deal_id uuid not null,
  stage_id uuid not null,
  pipeline_id uuid not null,
  owner_id uuid not null,
  is_archived boolean not null default false,
  entered_at timestamptz not null,
  left_at timestamptz,
  days int generated always as (floor(extract(epoch from left_at - entered_at) / 86400)::int) stored,
  outcome text not null default 'here',
  constraint deal_stages_pkey primary key (tenant_id, deal_id, stage_id),
  constraint deal_stages_deal_fkey foreign key (tenant_id, deal_id) references crm.deals (tenant_id, id),
  constraint deal_stages_stage_fkey foreign key (tenant_id, pipeline_id, stage_id) references crm.stages (tenant_id, pipeline_id, id),
  constraint deal_stages_owner_fkey foreign key (tenant_id, owner_id) references core.memberships (tenant_id, user_id),
  constraint deal_stages_outcome_known check (outcome in ('here', 'on', 'back', 'lost'))
);
comment on table crm.deal_stages is 'A deal''s latest stay in an open stage. A deal that comes back counts once, with its last entry.';
comment on column crm.deal_stages.outcome is 'Still here, gone on (to a later stage, or won), gone back (or to another pipeline), or lost here.';
comment on column crm.deal_stages.days is 'Whole days that the stay took; null while it lasts.';

-- Migrations run under the policies too, and history is not a change of a record: no new version, no audit entry.
alter table crm.deals no force row level security;
alter table crm.stages no force row level security;
alter table crm.stage_changes no force row level security;
alter table crm.deals disable trigger user;

update crm.deals d set closed_from_stage_id = closing.from_stage_id
  from (select distinct on (c.tenant_id, c.deal_id) c.tenant_id, c.deal_id, c.from_stage_id
          from crm.stage_changes c join crm.stages s on s.tenant_id = c.tenant_id and s.id = c.from_stage_id
         where c.to_status <> 'open' and s.kind = 'open' order by c.tenant_id, c.deal_id, c.changed_at desc, c.id desc) closing
 where d.tenant_id = closing.tenant_id and d.id = closing.deal_id and d.status <> 'open';

insert into crm.deal_stages (tenant_id, deal_id, stage_id, pipeline_id, owner_id, is_archived, entered_at, left_at, outcome)
select m.tenant_id, m.deal_id, m.to_stage_id, s.pipeline_id, d.owner_id, d.deleted_at is not null, m.changed_at, m.left_at,
       case when m.left_at is null then 'here' when m.next_status = 'lost' then 'lost' when m.next_status = 'won' then 'on'
            when following.pipeline_id = s.pipeline_id and following.position > s.position then 'on' else 'back' end
  from (select c.*, lead(c.changed_at) over stays as left_at, lead(c.to_status) over stays as next_status, lead(c.to_stage_id) over stays as next_stage_id,
               row_number() over (partition by c.tenant_id, c.deal_id, c.to_stage_id order by c.changed_at desc, c.id desc) as nth_latest
          from crm.stage_changes c window stays as (partition by c.tenant_id, c.deal_id order by c.changed_at, c.id)) m
  join crm.deals d on d.tenant_id = m.tenant_id and d.id = m.deal_id
  join crm.stages s on s.tenant_id = m.tenant_id and s.id = m.to_stage_id
  left join crm.stages following on following.tenant_id = m.tenant_id and following.id = m.next_stage_id
 where m.nth_latest = 1 and s.kind = 'open';

alter table crm.deals enable trigger user;
alter table crm.deals force row level security;
alter table crm.stages force row level security;
alter table crm.stage_changes force row level security;

alter table crm.deals add constraint deals_closed_from_fkey foreign key (tenant_id, closed_from_stage_id) references crm.stages (tenant_id, id);
create index deals_closed_from on crm.deals (tenant_id, closed_from_stage_id) where closed_from_stage_id is not null;
create index deal_stages_stage on crm.deal_stages (tenant_id, pipeline_id, stage_id);
-- Reports count in these alone: by period, and by an owner's period.
create index deal_stages_entered on crm.deal_stages (tenant_id, entered_at) include (stage_id, pipeline_id, owner_id, deal_id, outcome, days) where not is_archived;
create index deal_stages_owner on crm.deal_stages (tenant_id, owner_id, entered_at) include (stage_id, pipeline_id, deal_id, outcome, days);

select app_admin.protect('crm.deal_stages', 'child:crm.deals:deal_id', 'deal_stage', '{}', id_column => 'deal_id', audited => false);
-- As of deals themselves, in words that an index understands: asking the deal of each stay is far too slow for a report.
drop policy select_rep on crm.deal_stages;
select app_admin.policy('crm.deal_stages', 'select_rep', 'select', 'aura_rep',
  'tenant_id = (select app.tenant_id()) and (owner_id = (select app.user_id()) or deal_id = any (array(select crm.shared_deal_ids())))', null,
  'F9.4: stays of deals that are the rep''s or shared with them');
-- Written by triggers alone.
drop policy insert_rep on crm.deal_stages;
drop policy update_rep on crm.deal_stages;
drop policy insert_manager on crm.deal_stages;
drop policy update_manager on crm.deal_stages;
revoke insert, update on crm.deal_stages from aura_rep, aura_manager;
select app_admin.policy('crm.deal_stages', 'stays_access', 'all', 'aura_access', 'tenant_id = (select app.tenant_id())', 'tenant_id = (select app.tenant_id())', 'The triggers of deals keep the stays, in the caller''s tenant');
grant select, insert, update on crm.deal_stages to aura_access;
grant select (position) on crm.stages to aura_access;

-- Figures of a period: by status and close date, for everyone's deals and for an owner's.
drop index crm.deals_figures;
create index deals_figures on crm.deals (tenant_id, status, close_sort)
  include (id, owner_id, pipeline_id, stage_id, currency, amount_minor, probability, next_step_on, stage_entered_at, opened_on, amount_sort, next_step_sort) where deleted_at is null;
create index deals_owner_figures on crm.deals (tenant_id, owner_id, status, close_sort)
  include (id, pipeline_id, stage_id, currency, amount_minor, probability, next_step_on, stage_entered_at, opened_on, amount_sort, next_step_sort) where deleted_at is null;
create index deals_lost on crm.deals (tenant_id, close_sort)
  include (id, owner_id, pipeline_id, closed_from_stage_id, currency, amount_minor, probability, lost_reason) where deleted_at is null and status = 'lost';

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
    new.closed_stage_name := stage.name;
    new.closed_probability := stage.probability;
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

create trigger c_stays_insert after insert on crm.deals referencing new table as new_rows
  for each statement execute function crm.record_first_stay();
create trigger c_stays_update after update on crm.deals
  for each row when (old.stage_id <> new.stage_id) execute function crm.record_stay();
create trigger c_stays_follow after update on crm.deals
  for each row when (old.owner_id <> new.owner_id or (old.deleted_at is null) <> (new.deleted_at is null)) execute function crm.follow_deal_of_stay();
