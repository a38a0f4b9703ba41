-- as: aura_owner
-- Organizations: the companies that a team sells to. Everyone in the tenant sees and edits them.

create table crm.organizations (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  id uuid not null default app.uuid_v7(),
  name text not null,
  name_norm text collate "C" not null generated always as (search.fold(name)) stored,
  industry text,
  size text,
  location text,
  website text,
  parent_id uuid,
  owner_id uuid not null,
  external_id text,
  import_id uuid,
  custom_fields jsonb not null default '{}',
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid not null default app.user_id(),
  updated_by uuid not null default app.user_id(),
  deleted_at timestamptz,
  constraint organizations_pkey primary key (tenant_id, id),
  constraint organizations_parent_fkey foreign key (tenant_id, parent_id) references crm.organizations (tenant_id, id),
  constraint organizations_owner_fkey foreign key (tenant_id, owner_id) references core.memberships (tenant_id, user_id),
  constraint organizations_name_length check (char_length(name) between 1 and 200),
  constraint organizations_industry_length check (char_length(industry) <= 100),
  constraint organizations_size_length check (char_length(size) <= 50),
  constraint organizations_location_length check (char_length(location) <= 200),
  constraint organizations_website_length check (char_length(website) <= 300),
  constraint organizations_external_id_length check (char_length(external_id) <= 200)
);
comment on table crm.organizations is 'F6: the companies that a team sells to.';
comment on column crm.organizations.name_norm is 'For sorting and for links by name; never shown.';
comment on column crm.organizations.external_id is 'The record''s name in the system it came from, so that a second import changes nothing.';
comment on column crm.organizations.import_id is 'The import that created it, which may be undone.';

-- One index per way a list is sorted or filtered; each ends with the id, which makes the order total. Without archived
-- rows, so that a list is counted in the index alone; those of foreign keys hold every row.
create unique index organizations_external_id_key on crm.organizations (tenant_id, external_id) where external_id is not null and deleted_at is null;
create index organizations_name on crm.organizations (tenant_id, name_norm, id) where deleted_at is null;
create index organizations_created on crm.organizations (tenant_id, created_at, id) where deleted_at is null;
create index organizations_updated on crm.organizations (tenant_id, updated_at, id) where deleted_at is null;
create index organizations_owner on crm.organizations (tenant_id, owner_id, created_at, id);
create index organizations_parent on crm.organizations (tenant_id, parent_id, created_at, id);
create index organizations_industry on crm.organizations (tenant_id, industry, created_at, id) where deleted_at is null;
create index organizations_deleted on crm.organizations (tenant_id, created_at, id) where deleted_at is not null;
create index organizations_import on crm.organizations (tenant_id, import_id) where import_id is not null;

select app_admin.protect('crm.organizations', 'shared', 'organization',
  writable => '{name,industry,size,location,website,parent_id,external_id,custom_fields,deleted_at}',
  manager_writable => '{owner_id}',
  insert_only => '{import_id}');

select app_admin.policy('core.events', 'select_rep_organization', 'select', 'aura_rep',
  'tenant_id = (select app.tenant_id()) and entity = ''organization''', null, 'Everyone sees organizations, so everyone reads their timeline');

create trigger b_custom_fields before insert or update of custom_fields on crm.organizations
  for each row when (new.custom_fields <> '{}') execute function core.check_custom_fields('organization');

create function crm.refuse_deactivated_owner() returns trigger
language plpgsql set search_path = '' as $$
begin
  if exists (select from core.memberships m where m.tenant_id = new.tenant_id and m.user_id = new.owner_id and m.status = 'deactivated') then
    raise exception 'the owner is deactivated' using errcode = '23514', constraint = 'owner_is_active';
  end if;
  return new;
end
$$;
comment on function crm.refuse_deactivated_owner() is 'Records are never given to someone who has left. Modules with owned records attach it.';
create trigger b_owner before insert or update of owner_id on crm.organizations
  for each row execute function crm.refuse_deactivated_owner();

create function crm.refuse_organization_cycle() returns trigger
language plpgsql volatile set search_path = '' as $$
declare
  found_cycle boolean;
begin
  -- Two edits at once could each close half of a circle: the second waits here, then reads what the first committed.
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('organization_tree:' || new.tenant_id::text, 0));
  with recursive ancestors as (
    select new.parent_id as id
    union
    select o.parent_id from ancestors a join crm.organizations o on o.tenant_id = new.tenant_id and o.id = a.id where o.parent_id is not null
  )
  select exists (select from ancestors a where a.id = new.id) into found_cycle;
  if found_cycle then
    raise exception 'an organization cannot be its own ancestor' using errcode = '23514', constraint = 'organizations_no_cycle';
  end if;
  return null;
end
$$;
create trigger c_no_cycle after insert or update of parent_id on crm.organizations
  for each row when (new.parent_id is not null) execute function crm.refuse_organization_cycle();

create trigger y_search_insert after insert on crm.organizations referencing new table as new_rows
  for each statement execute function search.index_rows('organization', 'concat_ws(E''\n'', n.name, n.website, n.location)', 'null::uuid');
create trigger y_search_update after update on crm.organizations referencing old table as old_rows new table as new_rows
  for each statement execute function search.index_rows('organization', 'concat_ws(E''\n'', n.name, n.website, n.location)', 'null::uuid');
