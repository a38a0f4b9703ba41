-- as: aura_owner
-- Contacts: people at organizations. A rep sees their own and those shared with them; policies are two files on,
-- because they call a function that reads the shares.

create table crm.contacts (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  id uuid not null default app.uuid_v7(),
  first_name text,
  last_name text,
  -- Reads like the name is said; the e-mail stands in where there is none.
  name_norm text collate "C" not null generated always as (
    search.fold(coalesce(nullif(coalesce(first_name || ' ', '') || coalesce(last_name, ''), ''), email))) stored,
  email text,
  email_norm text collate "C" generated always as (lower(email)) stored,
  phone text,
  phone_norm text collate "C" generated always as (regexp_replace(phone, '[^0-9]', '', 'g')) stored,
  title text,
  organization_id uuid,
  owner_id uuid not null,
  escalated_at timestamptz,
  escalated_by uuid,
  external_id text,
  import_id uuid,
  custom_fields jsonb not null default '{}',
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid not null default app.user_id(),
  updated_by uuid not null default app.user_id(),
  deleted_at timestamptz,
  constraint contacts_pkey primary key (tenant_id, id),
  -- Child tables carry the owner too, kept true by their foreign key's "on update cascade".
  constraint contacts_owner_key unique (tenant_id, id, owner_id),
  constraint contacts_organization_fkey foreign key (tenant_id, organization_id) references crm.organizations (tenant_id, id),
  constraint contacts_owner_fkey foreign key (tenant_id, owner_id) references core.memberships (tenant_id, user_id),
  constraint contacts_escalated_by_fkey foreign key (tenant_id, escalated_by) references core.memberships (tenant_id, user_id),
  constraint contacts_named check (coalesce(first_name, last_name, email) is not null),
  constraint contacts_first_name_length check (char_length(first_name) between 1 and 100),
  constraint contacts_last_name_length check (char_length(last_name) between 1 and 100),
  constraint contacts_email_length check (char_length(email) between 3 and 254),
  constraint contacts_phone_length check (char_length(phone) between 1 and 50),
  constraint contacts_title_length check (char_length(title) between 1 and 150),
  constraint contacts_external_id_length check (char_length(external_id) <= 200)
);
comment on table crm.contacts is 'F7: the people that a team talks to.';
comment on column crm.contacts.name_norm is 'For sorting and for links by name; never shown.';
comment on column crm.contacts.email_norm is 'F7.7: unique in the tenant among live contacts.';
comment on column crm.contacts.phone_norm is 'The digits of the phone number, for search.';
comment on column crm.contacts.escalated_at is 'A rep asked a manager to look; null once that is done.';

-- One index per way a list is sorted or filtered; each ends with the id, which makes the order total. Without archived
-- rows, so that a list is counted in the index alone; those of foreign keys hold every row.
create unique index contacts_email_key on crm.contacts (tenant_id, email_norm) where deleted_at is null;
create unique index contacts_external_id_key on crm.contacts (tenant_id, external_id) where external_id is not null and deleted_at is null;
create index contacts_name on crm.contacts (tenant_id, name_norm, id) where deleted_at is null;
create index contacts_created on crm.contacts (tenant_id, created_at, id) where deleted_at is null;
create index contacts_updated on crm.contacts (tenant_id, updated_at, id) where deleted_at is null;
create index contacts_owner on crm.contacts (tenant_id, owner_id, created_at, id);
create index contacts_owner_name on crm.contacts (tenant_id, owner_id, name_norm, id) where deleted_at is null;
create index contacts_owner_updated on crm.contacts (tenant_id, owner_id, updated_at, id) where deleted_at is null;
create index contacts_organization on crm.contacts (tenant_id, organization_id, created_at, id);
create index contacts_deleted on crm.contacts (tenant_id, created_at, id) where deleted_at is not null;
create index contacts_escalated on crm.contacts (tenant_id, escalated_at, id) where escalated_at is not null;
create index contacts_escalated_by on crm.contacts (tenant_id, escalated_by);
create index contacts_import on crm.contacts (tenant_id, import_id) where import_id is not null;

create table crm.contact_shares (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  contact_id uuid not null,
  user_id uuid not null,
  created_at timestamptz not null default now(),
  created_by uuid not null default app.user_id(),
  constraint contact_shares_pkey primary key (tenant_id, contact_id, user_id),
  constraint contact_shares_contact_fkey foreign key (tenant_id, contact_id) references crm.contacts (tenant_id, id),
  constraint contact_shares_user_fkey foreign key (tenant_id, user_id) references core.memberships (tenant_id, user_id)
);
create index contact_shares_user on crm.contact_shares (tenant_id, user_id, contact_id);
comment on table crm.contact_shares is 'Contacts that a manager lets another person see and edit (F9).';

-- The functions of the next file: whose contacts are shared, which contact has an e-mail, the words of contacts.
grant select (tenant_id, contact_id, user_id) on crm.contact_shares to aura_access;
grant select on crm.contacts to aura_access;
grant select (tenant_id, id, name, deleted_at) on crm.organizations to aura_access;
