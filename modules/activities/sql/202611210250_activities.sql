-- as: aura_owner
-- Activities (F10): what happened with a customer. Written once, archived at most.

create table crm.activities (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  id uuid not null default app.uuid_v7(),
  type text not null,
  occurred_at timestamptz not null default now(),
  subject text not null,
  body text,
  outcome text,
  duration_minutes int,
  contact_id uuid,
  organization_id uuid,
  deal_id uuid,
  archived_at timestamptz,
  import_id uuid,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid not null default app.user_id(),
  updated_by uuid default app.user_id(),
  constraint activities_pkey primary key (tenant_id, id),
  constraint activities_contact_fkey foreign key (tenant_id, contact_id) references crm.contacts (tenant_id, id),
  constraint activities_organization_fkey foreign key (tenant_id, organization_id) references crm.organizations (tenant_id, id),
  constraint activities_deal_fkey foreign key (tenant_id, deal_id) references crm.deals (tenant_id, id),
  constraint activities_type_known check (type in ('call', 'email', 'meeting', 'note')),
  constraint activities_subject_length check (char_length(subject) between 1 and 300),
  constraint activities_duration_minutes_range check (duration_minutes between 0 and 10080),
  constraint activities_linked check (contact_id is not null or organization_id is not null or deal_id is not null)
);
create index activities_occurred on crm.activities (tenant_id, occurred_at desc, id desc);
create index activities_created on crm.activities (tenant_id, created_at, id);
create index activities_contact on crm.activities (tenant_id, contact_id, occurred_at desc, id desc);
create index activities_organization on crm.activities (tenant_id, organization_id, occurred_at desc, id desc);
create index activities_deal on crm.activities (tenant_id, deal_id, occurred_at desc, id desc);
create index activities_author on crm.activities (tenant_id, created_by, occurred_at desc, id desc);
create index activities_import on crm.activities (tenant_id, import_id) where import_id is not null;
comment on table crm.activities is 'A call, e-mail, meeting or note on a contact, deal or organization. Never edited (F10.4).';
select app_admin.protect('crm.activities', 'shared', 'activity', '{archived_at}',
  insert_only => '{type,occurred_at,subject,body,outcome,duration_minutes,contact_id,organization_id,deal_id,import_id}');

-- A rep reads an activity when they see everyone and everything it is about, or wrote it.
drop policy select_rep on crm.activities;
drop policy insert_rep on crm.activities;
drop policy update_rep on crm.activities;
select app_admin.policy('crm.activities', 'select_rep', 'select', 'aura_rep',
  'tenant_id = (select app.tenant_id()) and (created_by = (select app.user_id()) or (
     (contact_id is null or exists (select from crm.contacts c where c.tenant_id = activities.tenant_id and c.id = activities.contact_id))
     and (deal_id is null or exists (select from crm.deals d where d.tenant_id = activities.tenant_id and d.id = activities.deal_id))))', null,
  'Visible with every contact and deal it is about, and to its author');
select app_admin.policy('crm.activities', 'insert_rep', 'insert', 'aura_rep', null,
  'tenant_id = (select app.tenant_id()) and created_by = (select app.user_id())
     and (contact_id is null or exists (select from crm.contacts c where c.tenant_id = activities.tenant_id and c.id = activities.contact_id))
     and (deal_id is null or exists (select from crm.deals d where d.tenant_id = activities.tenant_id and d.id = activities.deal_id))',
  'Written only about records that the author sees');
select app_admin.policy('crm.activities', 'update_rep', 'update', 'aura_rep',
  'tenant_id = (select app.tenant_id()) and created_by = (select app.user_id())', 'tenant_id = (select app.tenant_id()) and created_by = (select app.user_id())',
  'An author archives their own');

create function crm.keep_activity() returns trigger
language plpgsql set search_path = '' as $$
declare
  bookkeeping text[] := array['archived_at', 'version', 'updated_at', 'updated_by'];
begin
  if pg_catalog.to_jsonb(new) - bookkeeping <> pg_catalog.to_jsonb(old) - bookkeeping or old.archived_at is not null then
    raise exception 'an activity is not edited, only archived' using errcode = 'P0001', constraint = 'activities_immutable';
  end if;
  return new;
end
$$;
create trigger b_keep before update on crm.activities for each row execute function crm.keep_activity();

create table crm.activity_participants (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  id uuid not null default app.uuid_v7(),
  activity_id uuid not null,
  user_id uuid not null,
  constraint activity_participants_pkey primary key (tenant_id, id),
  constraint activity_participants_key unique (tenant_id, activity_id, user_id),
  constraint activity_participants_activity_fkey foreign key (tenant_id, activity_id) references crm.activities (tenant_id, id),
  constraint activity_participants_user_fkey foreign key (tenant_id, user_id) references core.memberships (tenant_id, user_id)
);
create index activity_participants_user on crm.activity_participants (tenant_id, user_id);
comment on table crm.activity_participants is 'Colleagues who took part.';
select app_admin.protect('crm.activity_participants', 'child:crm.activities:activity_id', 'activity_participant', '{}',
  insert_only => '{activity_id,user_id}', audited => false);
select app_admin.policy('core.events', 'select_rep_activity', 'select', 'aura_rep',
  'tenant_id = (select app.tenant_id()) and entity = ''activity'' and exists (select from crm.activities a where a.tenant_id = events.tenant_id and a.id = events.entity_id)', null,
  'What happened to an activity is seen with it');
