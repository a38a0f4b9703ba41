-- Tables

create table audit.entities ( -- owner aura_audit
  entity text not null,
  target regclass not null,
  id_column text not null,
  has_owner boolean not null
);
create table audit.events ( -- owner aura_audit, row security forced
  tenant_id uuid not null,
  occurred_at timestamp with time zone not null default clock_timestamp(),
  id uuid not null default app.uuid_v7(),
  xid xid8 not null default pg_current_xact_id(),
  actor_id uuid,
  request_id text,
  action text not null,
  entity text not null,
  entity_id uuid,
  detail jsonb not null default '{}'::jsonb
);
create table audit.misses ( -- owner aura_audit, row security forced
  id bigint not null,
  occurred_at timestamp with time zone not null default clock_timestamp(),
  tenant_id uuid not null,
  user_id uuid not null,
  entity text not null,
  entity_id uuid not null,
  request_id text
);
create table audit.sealer ( -- owner aura_audit
  only_row boolean not null default true,
  horizon xid8 not null
);
create table audit.seals ( -- owner aura_audit, row security forced
  tenant_id uuid not null,
  id bigint not null,
  from_xid xid8 not null,
  to_xid xid8 not null,
  row_count integer not null,
  previous_hash bytea not null,
  hash bytea not null,
  sealed_at timestamp with time zone not null default clock_timestamp()
);
create table audit.violations ( -- owner aura_audit, row security forced
  id bigint not null,
  occurred_at timestamp with time zone not null default clock_timestamp(),
  verified boolean not null,
  tenant_id uuid,
  user_id uuid,
  claimed_tenant text,
  kind text not null,
  sqlstate text,
  entity text,
  entity_id uuid,
  request_id text
);
create table core.bulk_batches ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  edit_id uuid not null,
  "position" integer not null,
  record_ids uuid[] not null,
  changed integer not null default 0,
  unchanged integer not null default 0,
  failed integer not null default 0,
  done_at timestamp with time zone
);
create table core.bulk_changes ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  edit_id uuid not null,
  record_id uuid not null,
  before jsonb not null,
  version_after integer not null
);
create table core.bulk_edits ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  id uuid not null default app.uuid_v7(),
  entity text not null,
  changes jsonb not null,
  undo_of uuid,
  status text not null default 'queued'::text,
  total integer not null,
  failure jsonb,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  created_by uuid not null default app.user_id(),
  updated_by uuid default app.actor_id()
);
create table core.bulk_failures ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  edit_id uuid not null,
  record_id uuid not null,
  name text,
  code text not null,
  message text not null
);
create table core.custom_field_definitions ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  id uuid not null default app.uuid_v7(),
  entity text not null,
  key text not null,
  label text not null,
  type text not null,
  options jsonb not null default '[]'::jsonb,
  required boolean not null default false,
  "position" integer not null default 0,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  created_by uuid not null default app.user_id(),
  updated_by uuid not null default app.user_id(),
  deleted_at timestamp with time zone
);
create table core.events ( -- owner aura_owner, row security forced
  tenant_id uuid not null default (NULLIF(current_setting('app.current_tenant_id'::text, true), ''::text))::uuid,
  id uuid not null default app.uuid_v7(),
  type text not null,
  entity text not null,
  entity_id uuid not null,
  actor_id uuid default app.actor_id(),
  occurred_at timestamp with time zone not null default now(),
  data jsonb not null default '{}'::jsonb,
  relayed_at timestamp with time zone
);
create table core.export_chunks ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  export_id uuid not null,
  created_by uuid not null default app.user_id(),
  "position" integer not null,
  bytes bytea not null,
  created_at timestamp with time zone not null default now()
);
create table core.exports ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  id uuid not null default app.uuid_v7(),
  scope text not null,
  format text not null,
  filter jsonb not null default '{}'::jsonb,
  status text not null default 'queued'::text,
  maker_role text,
  run_id uuid,
  rows integer not null default 0,
  bytes bigint not null default 0,
  failure jsonb,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  expires_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  created_by uuid not null default app.user_id(),
  updated_by uuid default app.actor_id()
);
create table core.idempotency_keys ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  user_id uuid not null default app.user_id(),
  path text not null,
  key text not null,
  body_hash text not null,
  answer jsonb not null,
  created_at timestamp with time zone not null default now()
);
create table core.import_changes ( -- owner aura_owner, row security forced
  tenant_id uuid not null default (NULLIF(current_setting('app.current_tenant_id'::text, true), ''::text))::uuid,
  import_id uuid not null,
  entity text not null,
  record_id uuid not null,
  action text not null,
  line integer not null,
  before jsonb,
  version_after integer not null
);
create table core.import_errors ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  import_id uuid not null,
  "position" integer not null,
  line integer not null,
  column_name text,
  code text not null,
  message text not null,
  value text
);
create table core.import_files ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  import_id uuid not null,
  bytes bytea not null,
  created_at timestamp with time zone not null default now()
);
create table core.import_progress ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  import_id uuid not null,
  total integer not null,
  processed integer not null
);
create table core.imports ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  id uuid not null default app.uuid_v7(),
  entity text not null,
  status text not null default 'queued'::text,
  is_dry_run boolean not null,
  file_name text not null,
  options jsonb not null,
  mapping jsonb not null,
  total integer,
  processed integer not null default 0,
  created integer not null default 0,
  updated integer not null default 0,
  skipped integer not null default 0,
  failed integer not null default 0,
  detected jsonb not null default '{}'::jsonb,
  notes jsonb not null default '[]'::jsonb,
  failure jsonb,
  undo jsonb,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  undone_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  created_by uuid not null default app.user_id(),
  updated_by uuid default app.actor_id()
);
create table core.invitations ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  id uuid not null default app.uuid_v7(),
  email text not null,
  email_norm text not null generated always as (lower(email)),
  role text not null,
  token_hash bytea not null,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  revoked_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  created_by uuid not null default app.user_id(),
  updated_by uuid
);
create table core.memberships ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  user_id uuid not null,
  role text not null,
  status text not null default 'active'::text,
  name text not null,
  email text not null,
  email_norm text not null generated always as (lower(email)),
  department text,
  title text,
  avatar_url text,
  manager_id uuid,
  preferences jsonb not null default '{}'::jsonb,
  deactivated_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  created_by uuid default app.actor_id(),
  updated_by uuid default app.actor_id()
);
create table core.muted_records ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  user_id uuid not null default app.user_id(),
  entity text not null,
  record_id uuid not null,
  created_at timestamp with time zone not null default now()
);
create table core.notifications ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  id uuid not null default app.uuid_v7(),
  user_id uuid not null,
  event text not null,
  entity text not null,
  record_ids uuid[] not null,
  record_count integer not null,
  actor_id uuid not null default app.user_id(),
  data jsonb not null default '{}'::jsonb,
  occurred_at timestamp with time zone not null default now(),
  read_at timestamp with time zone
);
create table core.recent_records ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  user_id uuid not null default app.user_id(),
  entity text not null,
  entity_id uuid not null,
  opened_at timestamp with time zone not null default now()
);
create table core.reminder_days ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  user_id uuid not null default app.user_id(),
  reminded_on date not null
);
create table core.saved_views ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  id uuid not null default app.uuid_v7(),
  owner_id uuid not null default app.user_id(),
  entity text not null,
  name text not null,
  visibility text not null default 'private'::text,
  address jsonb not null default '{}'::jsonb,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  created_by uuid not null default app.user_id(),
  updated_by uuid not null default app.user_id(),
  deleted_at timestamp with time zone
);
create table core.tenant_transitions ( -- owner aura_owner, row security forced
  tenant_id uuid not null,
  id uuid not null default app.uuid_v7(),
  from_status text,
  to_status text not null,
  actor text not null,
  reason text not null,
  occurred_at timestamp with time zone not null default now()
);
create table core.tenants ( -- owner aura_owner, row security forced
  id uuid not null default app.uuid_v7(),
  slug text not null,
  name text not null,
  status text not null default 'active'::text,
  industry text,
  timezone text not null default 'UTC'::text,
  currency text not null default 'USD'::text,
  locale text not null default 'en-US'::text,
  logo_url text,
  settings jsonb not null default '{}'::jsonb,
  terms_version text,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  updated_by uuid
);
create table core.terms_acceptances ( -- owner aura_owner, row security forced
  tenant_id uuid not null,
  id uuid not null default app.uuid_v7(),
  user_id uuid not null,
  terms_version text not null,
  terms_hash text not null,
  typed_name text not null,
  ip inet,
  user_agent text,
  accepted_at timestamp with time zone not null default now()
);
create table crm.activities ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  id uuid not null default app.uuid_v7(),
  type text not null,
  occurred_at timestamp with time zone not null default now(),
  subject text not null,
  body text,
  outcome text,
  duration_minutes integer,
  contact_id uuid,
  organization_id uuid,
  deal_id uuid,
  archived_at timestamp with time zone,
  import_id uuid,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  created_by uuid not null default app.user_id(),
  updated_by uuid default app.user_id()
);
create table crm.activity_mentions ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  id uuid not null default app.uuid_v7(),
  activity_id uuid not null,
  user_id uuid not null
);
create table crm.activity_participants ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  id uuid not null default app.uuid_v7(),
  activity_id uuid not null,
  user_id uuid not null
);
create table crm.contact_distinctions ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  contact_id uuid not null,
  other_id uuid not null,
  created_at timestamp with time zone not null default now(),
  created_by uuid not null default app.user_id()
);
create table crm.contact_merges ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  id uuid not null default app.uuid_v7(),
  winner_id uuid not null,
  loser_id uuid not null,
  changes jsonb not null,
  links jsonb not null,
  loser jsonb not null,
  created_at timestamp with time zone not null default now(),
  created_by uuid not null default app.user_id(),
  undone_at timestamp with time zone,
  undone_by uuid
);
create table crm.contact_shares ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  contact_id uuid not null,
  user_id uuid not null,
  created_at timestamp with time zone not null default now(),
  created_by uuid not null default app.user_id()
);
create table crm.contacts ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  id uuid not null default app.uuid_v7(),
  first_name text,
  last_name text,
  name_norm text not null generated always as (search.fold(COALESCE(NULLIF((COALESCE((first_name || ' '::text), ''::text) || COALESCE(last_name, ''::text)), ''::text), email))),
  email text,
  email_norm text generated always as (lower(email)),
  phone text,
  phone_norm text generated always as (regexp_replace(phone, '[^0-9]'::text, ''::text, 'g'::text)),
  title text,
  organization_id uuid,
  owner_id uuid not null,
  escalated_at timestamp with time zone,
  escalated_by uuid,
  external_id text,
  import_id uuid,
  custom_fields jsonb not null default '{}'::jsonb,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  created_by uuid not null default app.user_id(),
  updated_by uuid not null default app.user_id(),
  deleted_at timestamp with time zone,
  merged_into_id uuid,
  merged_count integer not null default 0,
  phone_key text generated always as (
CASE
    WHEN (char_length(regexp_replace(phone, '[^0-9]'::text, ''::text, 'g'::text)) >= 7) THEN "right"(regexp_replace(phone, '[^0-9]'::text, ''::text, 'g'::text), 8)
    ELSE NULL::text
END)
);
create table crm.deal_contacts ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  id uuid not null default app.uuid_v7(),
  deal_id uuid not null,
  contact_id uuid not null,
  role text,
  created_at timestamp with time zone not null default now(),
  created_by uuid not null default app.user_id()
);
create table crm.deal_members ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  id uuid not null default app.uuid_v7(),
  deal_id uuid not null,
  user_id uuid not null,
  kind text not null,
  created_at timestamp with time zone not null default now(),
  created_by uuid not null default app.user_id()
);
create table crm.deal_stages ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  deal_id uuid not null,
  stage_id uuid not null,
  pipeline_id uuid not null,
  owner_id uuid not null,
  is_archived boolean not null default false,
  entered_at timestamp with time zone not null,
  left_at timestamp with time zone,
  days integer generated always as ((floor((EXTRACT(epoch FROM (left_at - entered_at)) / (86400)::numeric)))::integer),
  outcome text not null default 'here'::text
);
create table crm.deals ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  id uuid not null default app.uuid_v7(),
  name text not null,
  name_norm text not null generated always as (search.fold(name)),
  amount_minor bigint,
  currency text not null,
  amount_source text not null default 'manual'::text,
  amount_sort bigint not null generated always as (COALESCE((amount_minor * (((10)::double precision ^ ((3 - crm.minor_digits(currency)))::double precision))::bigint), ('-1'::integer)::bigint)),
  pipeline_id uuid not null,
  stage_id uuid not null,
  status text not null default 'open'::text,
  probability integer not null,
  close_date date,
  close_sort date not null generated always as (COALESCE(close_date, 'infinity'::date)),
  opened_on date not null default CURRENT_DATE,
  stage_entered_at timestamp with time zone not null default now(),
  stage_reason text,
  closed_at timestamp with time zone,
  closed_stage_name text,
  closed_probability integer,
  lost_reason text,
  notes text,
  organization_id uuid,
  owner_id uuid not null default app.user_id(),
  next_step text,
  next_step_on date,
  next_step_sort date not null generated always as (COALESCE(next_step_on, 'infinity'::date)),
  escalated_at timestamp with time zone,
  escalated_by uuid,
  net_minor bigint,
  discount_minor bigint,
  tax_minor bigint,
  gross_minor bigint,
  cost_minor bigint,
  margin_minor bigint,
  custom_fields jsonb not null default '{}'::jsonb,
  external_id text,
  import_id uuid,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  created_by uuid not null default app.user_id(),
  updated_by uuid default app.user_id(),
  deleted_at timestamp with time zone,
  closed_from_stage_id uuid
);
create table crm.line_items ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  id uuid not null default app.uuid_v7(),
  deal_id uuid not null,
  product_id uuid,
  description text not null,
  "position" integer not null,
  quantity numeric(12,3) not null default 1,
  unit_price_minor bigint not null,
  discount_percent numeric(5,2),
  discount_amount_minor bigint,
  tax_percent numeric(5,2) not null default 0,
  override_reason text,
  list_price_minor bigint,
  unit_cost_minor bigint,
  max_discount_percent numeric(5,2),
  target_margin_percent numeric(5,2),
  net_minor bigint not null default 0,
  discount_minor bigint not null default 0,
  tax_minor bigint not null default 0,
  gross_minor bigint not null default 0,
  cost_minor bigint,
  margin_minor bigint,
  is_discount_exceeded boolean not null default false,
  is_margin_missed boolean not null default false,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  created_by uuid not null default app.user_id(),
  updated_by uuid default app.user_id()
);
create table crm.organizations ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  id uuid not null default app.uuid_v7(),
  name text not null,
  name_norm text not null generated always as (search.fold(name)),
  industry text,
  size text,
  location text,
  website text,
  parent_id uuid,
  owner_id uuid not null,
  external_id text,
  import_id uuid,
  custom_fields jsonb not null default '{}'::jsonb,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  created_by uuid not null default app.user_id(),
  updated_by uuid not null default app.user_id(),
  deleted_at timestamp with time zone
);
create table crm.pipelines ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  id uuid not null default app.uuid_v7(),
  name text not null,
  "position" integer not null default 0,
  is_default boolean not null default false,
  archived_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  created_by uuid not null default app.user_id(),
  updated_by uuid default app.user_id()
);
create table crm.product_prices ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  id uuid not null default app.uuid_v7(),
  product_id uuid not null,
  currency text not null,
  amount_minor bigint not null,
  cost_minor bigint,
  max_discount_percent numeric(5,2),
  target_margin_percent numeric(5,2),
  valid_from timestamp with time zone not null default now(),
  valid_to timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  created_by uuid not null default app.user_id()
);
create table crm.products ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  id uuid not null default app.uuid_v7(),
  sku text not null,
  sku_norm text not null generated always as (lower(sku)),
  name text not null,
  name_norm text not null generated always as (search.fold(name)),
  description text,
  category text,
  is_active boolean not null default true,
  custom_fields jsonb not null default '{}'::jsonb,
  external_id text,
  import_id uuid,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  created_by uuid not null default app.user_id(),
  updated_by uuid default app.user_id(),
  deleted_at timestamp with time zone
);
create table crm.stage_changes ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  id uuid not null default app.uuid_v7(),
  deal_id uuid not null,
  from_stage_id uuid,
  from_stage_name text,
  from_probability integer,
  to_stage_id uuid not null,
  to_stage_name text not null,
  to_probability integer not null,
  to_status text not null,
  reason text,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid default app.actor_id()
);
create table crm.stages ( -- owner aura_owner, row security forced
  tenant_id uuid not null default app.tenant_id(),
  id uuid not null default app.uuid_v7(),
  pipeline_id uuid not null,
  name text not null,
  kind text not null default 'open'::text,
  probability integer not null,
  required_fields text[] not null default '{}'::text[],
  expected_days integer,
  color text,
  "position" integer not null,
  retired_at timestamp with time zone,
  successor_id uuid,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  created_by uuid not null default app.user_id(),
  updated_by uuid default app.user_id()
);
create table identity.credentials ( -- owner aura_context
  token_hash bytea not null,
  session_id uuid not null,
  kind text not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  created_at timestamp with time zone not null default now()
);
create table identity.dev_mails ( -- owner aura_context
  id uuid not null default app.uuid_v7(),
  recipient text not null,
  subject text not null,
  text_body text not null,
  html_body text not null,
  links text[] not null default '{}'::text[],
  code text,
  created_at timestamp with time zone not null default now()
);
create table identity.identities ( -- owner aura_context
  provider text not null,
  issuer text not null,
  subject text not null,
  user_id uuid not null,
  created_at timestamp with time zone not null default now()
);
create table identity.one_time_tokens ( -- owner aura_context
  token_hash bytea not null,
  purpose text not null,
  user_id uuid not null,
  tenant_id uuid,
  detail jsonb not null default '{}'::jsonb,
  attempts integer not null default 0,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  created_at timestamp with time zone not null default now()
);
create table identity.sessions ( -- owner aura_context
  id uuid not null default app.uuid_v7(),
  tenant_id uuid not null,
  user_id uuid not null,
  kind text not null,
  label text,
  scopes text[],
  ip inet,
  user_agent text,
  created_at timestamp with time zone not null default now(),
  last_active_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  revoked_at timestamp with time zone
);
create table identity.signing_keys ( -- owner aura_context
  kid text not null,
  algorithm text not null,
  public_jwk jsonb not null,
  private_key_sealed text not null,
  created_at timestamp with time zone not null default now(),
  retired_at timestamp with time zone
);
create table identity.users ( -- owner aura_context
  id uuid not null default app.uuid_v7(),
  email text not null,
  email_norm text not null generated always as (lower(email)),
  name text not null,
  password_hash text,
  email_verified_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now()
);
create table search.activity_owners ( -- owner aura_owner, row security forced
  tenant_id uuid not null,
  activity_id uuid not null,
  owner_id uuid not null
);
create table search.custom_values ( -- owner aura_owner, row security forced
  tenant_id uuid not null,
  entity text not null,
  record_id uuid not null,
  field_key text not null,
  place smallint not null default 0,
  text_value text,
  number_value double precision,
  owner_id uuid,
  is_archived boolean not null default false
);
create table search.tokens ( -- owner aura_owner, row security forced
  tenant_id uuid not null,
  entity text not null,
  token text not null,
  record_id uuid not null,
  owner_id uuid,
  sort_name text not null default ''::text
);

-- Constraints

alter table audit.entities add constraint entities_pkey PRIMARY KEY (entity);
alter table audit.events add constraint events_pkey PRIMARY KEY (tenant_id, occurred_at, id);
alter table audit.misses add constraint misses_pkey PRIMARY KEY (id);
alter table audit.sealer add constraint sealer_only_row_check CHECK (only_row);
alter table audit.sealer add constraint sealer_pkey PRIMARY KEY (only_row);
alter table audit.seals add constraint seals_pkey PRIMARY KEY (tenant_id, id);
alter table audit.violations add constraint violations_pkey PRIMARY KEY (id);
alter table core.bulk_batches add constraint bulk_batches_edit_fkey FOREIGN KEY (tenant_id, edit_id) REFERENCES core.bulk_edits(tenant_id, id);
alter table core.bulk_batches add constraint bulk_batches_pkey PRIMARY KEY (tenant_id, edit_id, "position");
alter table core.bulk_batches add constraint bulk_batches_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table core.bulk_changes add constraint bulk_changes_edit_fkey FOREIGN KEY (tenant_id, edit_id) REFERENCES core.bulk_edits(tenant_id, id);
alter table core.bulk_changes add constraint bulk_changes_pkey PRIMARY KEY (tenant_id, edit_id, record_id);
alter table core.bulk_changes add constraint bulk_changes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table core.bulk_edits add constraint bulk_edits_entity_length CHECK (((char_length(entity) >= 1) AND (char_length(entity) <= 40)));
alter table core.bulk_edits add constraint bulk_edits_pkey PRIMARY KEY (tenant_id, id);
alter table core.bulk_edits add constraint bulk_edits_status_known CHECK ((status = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text])));
alter table core.bulk_edits add constraint bulk_edits_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table core.bulk_edits add constraint bulk_edits_undo_of_fkey FOREIGN KEY (tenant_id, undo_of) REFERENCES core.bulk_edits(tenant_id, id);
alter table core.bulk_failures add constraint bulk_failures_edit_fkey FOREIGN KEY (tenant_id, edit_id) REFERENCES core.bulk_edits(tenant_id, id);
alter table core.bulk_failures add constraint bulk_failures_pkey PRIMARY KEY (tenant_id, edit_id, record_id);
alter table core.bulk_failures add constraint bulk_failures_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table core.custom_field_definitions add constraint custom_field_definitions_entity_known CHECK ((entity = ANY (ARRAY['organization'::text, 'contact'::text, 'deal'::text, 'product'::text])));
alter table core.custom_field_definitions add constraint custom_field_definitions_key_format CHECK ((key ~ '^[a-z][a-zA-Z0-9_]{0,62}$'::text));
alter table core.custom_field_definitions add constraint custom_field_definitions_key_key UNIQUE (tenant_id, entity, key);
alter table core.custom_field_definitions add constraint custom_field_definitions_label_length CHECK (((char_length(label) >= 1) AND (char_length(label) <= 100)));
alter table core.custom_field_definitions add constraint custom_field_definitions_options_format CHECK ((jsonb_typeof(options) = 'array'::text));
alter table core.custom_field_definitions add constraint custom_field_definitions_options_length CHECK (((type <> ALL (ARRAY['select'::text, 'multiselect'::text])) OR ((jsonb_array_length(options) >= 1) AND (jsonb_array_length(options) <= 200))));
alter table core.custom_field_definitions add constraint custom_field_definitions_pkey PRIMARY KEY (tenant_id, id);
alter table core.custom_field_definitions add constraint custom_field_definitions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table core.custom_field_definitions add constraint custom_field_definitions_type_known CHECK ((type = ANY (ARRAY['text'::text, 'number'::text, 'date'::text, 'boolean'::text, 'select'::text, 'multiselect'::text, 'url'::text, 'email'::text])));
alter table core.events add constraint events_pkey PRIMARY KEY (tenant_id, id);
alter table core.events add constraint events_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table core.export_chunks add constraint export_chunks_export_fkey FOREIGN KEY (tenant_id, export_id, created_by) REFERENCES core.exports(tenant_id, id, created_by);
alter table core.export_chunks add constraint export_chunks_pkey PRIMARY KEY (tenant_id, export_id, created_by, "position");
alter table core.export_chunks add constraint export_chunks_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table core.exports add constraint exports_done_expires CHECK (((status <> 'done'::text) OR (expires_at IS NOT NULL)));
alter table core.exports add constraint exports_format_known CHECK ((format = ANY (ARRAY['csv'::text, 'json'::text])));
alter table core.exports add constraint exports_maker_key UNIQUE (tenant_id, id, created_by);
alter table core.exports add constraint exports_pkey PRIMARY KEY (tenant_id, id);
alter table core.exports add constraint exports_scope_length CHECK (((char_length(scope) >= 1) AND (char_length(scope) <= 40)));
alter table core.exports add constraint exports_status_known CHECK ((status = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text])));
alter table core.exports add constraint exports_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table core.idempotency_keys add constraint idempotency_keys_pkey PRIMARY KEY (tenant_id, user_id, path, key);
alter table core.idempotency_keys add constraint idempotency_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table core.import_changes add constraint import_changes_action_known CHECK ((action = ANY (ARRAY['created'::text, 'updated'::text])));
alter table core.import_changes add constraint import_changes_before_known CHECK (((action = 'updated'::text) = (before IS NOT NULL)));
alter table core.import_changes add constraint import_changes_import_fkey FOREIGN KEY (tenant_id, import_id) REFERENCES core.imports(tenant_id, id);
alter table core.import_changes add constraint import_changes_pkey PRIMARY KEY (tenant_id, import_id, entity, record_id);
alter table core.import_changes add constraint import_changes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table core.import_errors add constraint import_errors_import_fkey FOREIGN KEY (tenant_id, import_id) REFERENCES core.imports(tenant_id, id);
alter table core.import_errors add constraint import_errors_pkey PRIMARY KEY (tenant_id, import_id, "position");
alter table core.import_errors add constraint import_errors_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table core.import_files add constraint import_files_import_fkey FOREIGN KEY (tenant_id, import_id) REFERENCES core.imports(tenant_id, id);
alter table core.import_files add constraint import_files_pkey PRIMARY KEY (tenant_id, import_id);
alter table core.import_files add constraint import_files_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table core.import_progress add constraint import_progress_import_fkey FOREIGN KEY (tenant_id, import_id) REFERENCES core.imports(tenant_id, id);
alter table core.import_progress add constraint import_progress_pkey PRIMARY KEY (tenant_id, import_id);
alter table core.import_progress add constraint import_progress_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table core.imports add constraint imports_file_name_length CHECK (((char_length(file_name) >= 1) AND (char_length(file_name) <= 255)));
alter table core.imports add constraint imports_pkey PRIMARY KEY (tenant_id, id);
alter table core.imports add constraint imports_status_known CHECK ((status = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text, 'undoing'::text, 'undone'::text])));
alter table core.imports add constraint imports_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table core.invitations add constraint invitations_pkey PRIMARY KEY (tenant_id, id);
alter table core.invitations add constraint invitations_role_known CHECK ((role = ANY (ARRAY['admin'::text, 'manager'::text, 'sales_rep'::text])));
alter table core.invitations add constraint invitations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table core.memberships add constraint memberships_email_key UNIQUE (tenant_id, email_norm);
alter table core.memberships add constraint memberships_manager_fkey FOREIGN KEY (tenant_id, manager_id) REFERENCES core.memberships(tenant_id, user_id);
alter table core.memberships add constraint memberships_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)));
alter table core.memberships add constraint memberships_pkey PRIMARY KEY (tenant_id, user_id);
alter table core.memberships add constraint memberships_role_known CHECK ((role = ANY (ARRAY['admin'::text, 'manager'::text, 'sales_rep'::text])));
alter table core.memberships add constraint memberships_status_known CHECK ((status = ANY (ARRAY['active'::text, 'invited'::text, 'deactivated'::text])));
alter table core.memberships add constraint memberships_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table core.muted_records add constraint muted_records_entity_length CHECK (((char_length(entity) >= 1) AND (char_length(entity) <= 40)));
alter table core.muted_records add constraint muted_records_pkey PRIMARY KEY (tenant_id, user_id, entity, record_id);
alter table core.muted_records add constraint muted_records_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table core.muted_records add constraint muted_records_user_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES core.memberships(tenant_id, user_id);
alter table core.notifications add constraint notifications_actor_fkey FOREIGN KEY (tenant_id, actor_id) REFERENCES core.memberships(tenant_id, user_id);
alter table core.notifications add constraint notifications_pkey PRIMARY KEY (tenant_id, id);
alter table core.notifications add constraint notifications_records_number CHECK (((cardinality(record_ids) <= 5000) AND (record_count >= cardinality(record_ids))));
alter table core.notifications add constraint notifications_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table core.notifications add constraint notifications_user_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES core.memberships(tenant_id, user_id);
alter table core.recent_records add constraint recent_records_entity_length CHECK (((char_length(entity) >= 1) AND (char_length(entity) <= 40)));
alter table core.recent_records add constraint recent_records_member_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES core.memberships(tenant_id, user_id);
alter table core.recent_records add constraint recent_records_pkey PRIMARY KEY (tenant_id, user_id, entity, entity_id);
alter table core.recent_records add constraint recent_records_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table core.reminder_days add constraint reminder_days_pkey PRIMARY KEY (tenant_id, user_id);
alter table core.reminder_days add constraint reminder_days_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table core.reminder_days add constraint reminder_days_user_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES core.memberships(tenant_id, user_id);
alter table core.saved_views add constraint saved_views_address_fits CHECK (core.view_address_fits(address));
alter table core.saved_views add constraint saved_views_entity_known CHECK ((entity = ANY (ARRAY['contact'::text, 'organization'::text, 'product'::text, 'deal'::text])));
alter table core.saved_views add constraint saved_views_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 60)));
alter table core.saved_views add constraint saved_views_owner_fkey FOREIGN KEY (tenant_id, owner_id) REFERENCES core.memberships(tenant_id, user_id);
alter table core.saved_views add constraint saved_views_pkey PRIMARY KEY (tenant_id, id);
alter table core.saved_views add constraint saved_views_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table core.saved_views add constraint saved_views_visibility_known CHECK ((visibility = ANY (ARRAY['private'::text, 'shared'::text])));
alter table core.tenant_transitions add constraint tenant_transitions_pkey PRIMARY KEY (tenant_id, id);
alter table core.tenant_transitions add constraint tenant_transitions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table core.tenants add constraint tenants_currency_format CHECK ((currency ~ '^[A-Z]{3}$'::text));
alter table core.tenants add constraint tenants_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)));
alter table core.tenants add constraint tenants_pkey PRIMARY KEY (id);
alter table core.tenants add constraint tenants_slug_format CHECK ((slug ~ '^[a-z0-9]([a-z0-9-]{1,38}[a-z0-9])$'::text));
alter table core.tenants add constraint tenants_slug_key UNIQUE (slug);
alter table core.tenants add constraint tenants_status_known CHECK ((status = ANY (ARRAY['prospect'::text, 'pending'::text, 'active'::text, 'suspended'::text, 'deleted'::text])));
alter table core.terms_acceptances add constraint terms_acceptances_pkey PRIMARY KEY (tenant_id, id);
alter table core.terms_acceptances add constraint terms_acceptances_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table crm.activities add constraint activities_contact_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES crm.contacts(tenant_id, id);
alter table crm.activities add constraint activities_deal_fkey FOREIGN KEY (tenant_id, deal_id) REFERENCES crm.deals(tenant_id, id);
alter table crm.activities add constraint activities_duration_minutes_range CHECK (((duration_minutes >= 0) AND (duration_minutes <= 10080)));
alter table crm.activities add constraint activities_linked CHECK (((contact_id IS NOT NULL) OR (organization_id IS NOT NULL) OR (deal_id IS NOT NULL)));
alter table crm.activities add constraint activities_organization_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES crm.organizations(tenant_id, id);
alter table crm.activities add constraint activities_pkey PRIMARY KEY (tenant_id, id);
alter table crm.activities add constraint activities_subject_length CHECK (((char_length(subject) >= 1) AND (char_length(subject) <= 300)));
alter table crm.activities add constraint activities_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table crm.activities add constraint activities_type_known CHECK ((type = ANY (ARRAY['call'::text, 'email'::text, 'meeting'::text, 'note'::text])));
alter table crm.activity_mentions add constraint activity_mentions_activity_fkey FOREIGN KEY (tenant_id, activity_id) REFERENCES crm.activities(tenant_id, id);
alter table crm.activity_mentions add constraint activity_mentions_key UNIQUE (tenant_id, activity_id, user_id);
alter table crm.activity_mentions add constraint activity_mentions_pkey PRIMARY KEY (tenant_id, id);
alter table crm.activity_mentions add constraint activity_mentions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table crm.activity_mentions add constraint activity_mentions_user_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES core.memberships(tenant_id, user_id);
alter table crm.activity_participants add constraint activity_participants_activity_fkey FOREIGN KEY (tenant_id, activity_id) REFERENCES crm.activities(tenant_id, id);
alter table crm.activity_participants add constraint activity_participants_key UNIQUE (tenant_id, activity_id, user_id);
alter table crm.activity_participants add constraint activity_participants_pkey PRIMARY KEY (tenant_id, id);
alter table crm.activity_participants add constraint activity_participants_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table crm.activity_participants add constraint activity_participants_user_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES core.memberships(tenant_id, user_id);
alter table crm.contact_distinctions add constraint contact_distinctions_contact_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES crm.contacts(tenant_id, id);
alter table crm.contact_distinctions add constraint contact_distinctions_other_fkey FOREIGN KEY (tenant_id, other_id) REFERENCES crm.contacts(tenant_id, id);
alter table crm.contact_distinctions add constraint contact_distinctions_pkey PRIMARY KEY (tenant_id, contact_id, other_id);
alter table crm.contact_distinctions add constraint contact_distinctions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table crm.contact_distinctions add constraint contact_distinctions_two CHECK ((contact_id <> other_id));
alter table crm.contact_merges add constraint contact_merges_loser_fkey FOREIGN KEY (tenant_id, loser_id) REFERENCES crm.contacts(tenant_id, id);
alter table crm.contact_merges add constraint contact_merges_pkey PRIMARY KEY (tenant_id, id);
alter table crm.contact_merges add constraint contact_merges_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table crm.contact_merges add constraint contact_merges_undone_state CHECK (((undone_at IS NULL) = (undone_by IS NULL)));
alter table crm.contact_merges add constraint contact_merges_winner_fkey FOREIGN KEY (tenant_id, winner_id) REFERENCES crm.contacts(tenant_id, id);
alter table crm.contact_shares add constraint contact_shares_contact_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES crm.contacts(tenant_id, id);
alter table crm.contact_shares add constraint contact_shares_pkey PRIMARY KEY (tenant_id, contact_id, user_id);
alter table crm.contact_shares add constraint contact_shares_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table crm.contact_shares add constraint contact_shares_user_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES core.memberships(tenant_id, user_id);
alter table crm.contacts add constraint contacts_email_length CHECK (((char_length(email) >= 3) AND (char_length(email) <= 254)));
alter table crm.contacts add constraint contacts_escalated_by_fkey FOREIGN KEY (tenant_id, escalated_by) REFERENCES core.memberships(tenant_id, user_id);
alter table crm.contacts add constraint contacts_external_id_length CHECK ((char_length(external_id) <= 200));
alter table crm.contacts add constraint contacts_first_name_length CHECK (((char_length(first_name) >= 1) AND (char_length(first_name) <= 100)));
alter table crm.contacts add constraint contacts_last_name_length CHECK (((char_length(last_name) >= 1) AND (char_length(last_name) <= 100)));
alter table crm.contacts add constraint contacts_merged CHECK (((merged_into_id IS NULL) OR (deleted_at IS NOT NULL)));
alter table crm.contacts add constraint contacts_merged_count_range CHECK ((merged_count >= 0));
alter table crm.contacts add constraint contacts_merged_into_fkey FOREIGN KEY (tenant_id, merged_into_id) REFERENCES crm.contacts(tenant_id, id);
alter table crm.contacts add constraint contacts_named CHECK ((COALESCE(first_name, last_name, email) IS NOT NULL));
alter table crm.contacts add constraint contacts_organization_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES crm.organizations(tenant_id, id);
alter table crm.contacts add constraint contacts_owner_fkey FOREIGN KEY (tenant_id, owner_id) REFERENCES core.memberships(tenant_id, user_id);
alter table crm.contacts add constraint contacts_owner_key UNIQUE (tenant_id, id, owner_id);
alter table crm.contacts add constraint contacts_phone_length CHECK (((char_length(phone) >= 1) AND (char_length(phone) <= 50)));
alter table crm.contacts add constraint contacts_pkey PRIMARY KEY (tenant_id, id);
alter table crm.contacts add constraint contacts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table crm.contacts add constraint contacts_title_length CHECK (((char_length(title) >= 1) AND (char_length(title) <= 150)));
alter table crm.deal_contacts add constraint deal_contacts_contact_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES crm.contacts(tenant_id, id);
alter table crm.deal_contacts add constraint deal_contacts_deal_fkey FOREIGN KEY (tenant_id, deal_id) REFERENCES crm.deals(tenant_id, id);
alter table crm.deal_contacts add constraint deal_contacts_key UNIQUE (tenant_id, deal_id, contact_id);
alter table crm.deal_contacts add constraint deal_contacts_pkey PRIMARY KEY (tenant_id, id);
alter table crm.deal_contacts add constraint deal_contacts_role_length CHECK ((char_length(role) <= 60));
alter table crm.deal_contacts add constraint deal_contacts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table crm.deal_members add constraint deal_members_deal_fkey FOREIGN KEY (tenant_id, deal_id) REFERENCES crm.deals(tenant_id, id);
alter table crm.deal_members add constraint deal_members_key UNIQUE (tenant_id, deal_id, user_id, kind);
alter table crm.deal_members add constraint deal_members_kind_known CHECK ((kind = ANY (ARRAY['collaborator'::text, 'shared'::text])));
alter table crm.deal_members add constraint deal_members_pkey PRIMARY KEY (tenant_id, id);
alter table crm.deal_members add constraint deal_members_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table crm.deal_members add constraint deal_members_user_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES core.memberships(tenant_id, user_id);
alter table crm.deal_stages add constraint deal_stages_deal_fkey FOREIGN KEY (tenant_id, deal_id) REFERENCES crm.deals(tenant_id, id);
alter table crm.deal_stages add constraint deal_stages_outcome_known CHECK ((outcome = ANY (ARRAY['here'::text, 'on'::text, 'back'::text, 'lost'::text])));
alter table crm.deal_stages add constraint deal_stages_owner_fkey FOREIGN KEY (tenant_id, owner_id) REFERENCES core.memberships(tenant_id, user_id);
alter table crm.deal_stages add constraint deal_stages_pkey PRIMARY KEY (tenant_id, deal_id, stage_id);
alter table crm.deal_stages add constraint deal_stages_stage_fkey FOREIGN KEY (tenant_id, pipeline_id, stage_id) REFERENCES crm.stages(tenant_id, pipeline_id, id);
alter table crm.deal_stages add constraint deal_stages_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table crm.deals add constraint deals_amount_from_items CHECK (((amount_source = 'manual'::text) OR (amount_minor = net_minor)));
alter table crm.deals add constraint deals_amount_range CHECK (((amount_minor >= 0) AND (amount_minor <= '1000000000000000'::bigint)));
alter table crm.deals add constraint deals_amount_source_known CHECK ((amount_source = ANY (ARRAY['manual'::text, 'items'::text])));
alter table crm.deals add constraint deals_closed_from_fkey FOREIGN KEY (tenant_id, closed_from_stage_id) REFERENCES crm.stages(tenant_id, id);
alter table crm.deals add constraint deals_closed_state CHECK ((((status = 'open'::text) = (closed_at IS NULL)) AND ((status = 'open'::text) = (closed_stage_name IS NULL))));
alter table crm.deals add constraint deals_currency_format CHECK ((currency ~ '^[A-Z]{3}$'::text));
alter table crm.deals add constraint deals_escalated_by_fkey FOREIGN KEY (tenant_id, escalated_by) REFERENCES core.memberships(tenant_id, user_id);
alter table crm.deals add constraint deals_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)));
alter table crm.deals add constraint deals_organization_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES crm.organizations(tenant_id, id);
alter table crm.deals add constraint deals_owner_fkey FOREIGN KEY (tenant_id, owner_id) REFERENCES core.memberships(tenant_id, user_id);
alter table crm.deals add constraint deals_pkey PRIMARY KEY (tenant_id, id);
alter table crm.deals add constraint deals_probability_closed CHECK (
CASE status
    WHEN 'won'::text THEN (probability = 100)
    WHEN 'lost'::text THEN (probability = 0)
    ELSE true
END);
alter table crm.deals add constraint deals_probability_range CHECK (((probability >= 0) AND (probability <= 100)));
alter table crm.deals add constraint deals_stage_fkey FOREIGN KEY (tenant_id, pipeline_id, stage_id) REFERENCES crm.stages(tenant_id, pipeline_id, id);
alter table crm.deals add constraint deals_status_known CHECK ((status = ANY (ARRAY['open'::text, 'won'::text, 'lost'::text])));
alter table crm.deals add constraint deals_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table crm.line_items add constraint line_items_deal_fkey FOREIGN KEY (tenant_id, deal_id) REFERENCES crm.deals(tenant_id, id);
alter table crm.line_items add constraint line_items_description_length CHECK (((char_length(description) >= 1) AND (char_length(description) <= 500)));
alter table crm.line_items add constraint line_items_discount_amount_range CHECK (((discount_amount_minor >= 0) AND (net_minor >= 0)));
alter table crm.line_items add constraint line_items_discount_once CHECK (((discount_percent IS NULL) OR (discount_amount_minor IS NULL)));
alter table crm.line_items add constraint line_items_discount_percent_range CHECK (((discount_percent >= (0)::numeric) AND (discount_percent <= (100)::numeric)));
alter table crm.line_items add constraint line_items_pkey PRIMARY KEY (tenant_id, id);
alter table crm.line_items add constraint line_items_product_fkey FOREIGN KEY (tenant_id, product_id) REFERENCES crm.products(tenant_id, id);
alter table crm.line_items add constraint line_items_quantity_range CHECK ((quantity > (0)::numeric));
alter table crm.line_items add constraint line_items_tax_percent_range CHECK (((tax_percent >= (0)::numeric) AND (tax_percent <= (100)::numeric)));
alter table crm.line_items add constraint line_items_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table crm.line_items add constraint line_items_unit_price_range CHECK (((unit_price_minor >= 0) AND (unit_price_minor <= '100000000000000'::bigint)));
alter table crm.organizations add constraint organizations_external_id_length CHECK ((char_length(external_id) <= 200));
alter table crm.organizations add constraint organizations_industry_length CHECK ((char_length(industry) <= 100));
alter table crm.organizations add constraint organizations_location_length CHECK ((char_length(location) <= 200));
alter table crm.organizations add constraint organizations_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)));
alter table crm.organizations add constraint organizations_owner_fkey FOREIGN KEY (tenant_id, owner_id) REFERENCES core.memberships(tenant_id, user_id);
alter table crm.organizations add constraint organizations_parent_fkey FOREIGN KEY (tenant_id, parent_id) REFERENCES crm.organizations(tenant_id, id);
alter table crm.organizations add constraint organizations_pkey PRIMARY KEY (tenant_id, id);
alter table crm.organizations add constraint organizations_size_length CHECK ((char_length(size) <= 50));
alter table crm.organizations add constraint organizations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table crm.organizations add constraint organizations_website_length CHECK ((char_length(website) <= 300));
alter table crm.pipelines add constraint pipelines_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100)));
alter table crm.pipelines add constraint pipelines_pkey PRIMARY KEY (tenant_id, id);
alter table crm.pipelines add constraint pipelines_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table crm.product_prices add constraint product_prices_amount_range CHECK ((amount_minor >= 0));
alter table crm.product_prices add constraint product_prices_cost_range CHECK ((cost_minor >= 0));
alter table crm.product_prices add constraint product_prices_currency_format CHECK ((currency ~ '^[A-Z]{3}$'::text));
alter table crm.product_prices add constraint product_prices_max_discount_percent_range CHECK (((max_discount_percent >= (0)::numeric) AND (max_discount_percent <= (100)::numeric)));
alter table crm.product_prices add constraint product_prices_pkey PRIMARY KEY (tenant_id, id);
alter table crm.product_prices add constraint product_prices_product_fkey FOREIGN KEY (tenant_id, product_id) REFERENCES crm.products(tenant_id, id);
alter table crm.product_prices add constraint product_prices_target_margin_percent_range CHECK (((target_margin_percent >= (0)::numeric) AND (target_margin_percent <= (100)::numeric)));
alter table crm.product_prices add constraint product_prices_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table crm.product_prices add constraint product_prices_validity_range CHECK ((valid_to > valid_from));
alter table crm.products add constraint products_category_length CHECK ((char_length(category) <= 100));
alter table crm.products add constraint products_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)));
alter table crm.products add constraint products_pkey PRIMARY KEY (tenant_id, id);
alter table crm.products add constraint products_sku_length CHECK (((char_length(sku) >= 1) AND (char_length(sku) <= 64)));
alter table crm.products add constraint products_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table crm.stage_changes add constraint stage_changes_deal_fkey FOREIGN KEY (tenant_id, deal_id) REFERENCES crm.deals(tenant_id, id);
alter table crm.stage_changes add constraint stage_changes_from_fkey FOREIGN KEY (tenant_id, from_stage_id) REFERENCES crm.stages(tenant_id, id);
alter table crm.stage_changes add constraint stage_changes_pkey PRIMARY KEY (tenant_id, id);
alter table crm.stage_changes add constraint stage_changes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table crm.stage_changes add constraint stage_changes_to_fkey FOREIGN KEY (tenant_id, to_stage_id) REFERENCES crm.stages(tenant_id, id);
alter table crm.stages add constraint stages_color_format CHECK ((color ~ '^#[0-9a-f]{6}$'::text));
alter table crm.stages add constraint stages_expected_days_range CHECK (((expected_days >= 1) AND (expected_days <= 3650)));
alter table crm.stages add constraint stages_kind_known CHECK ((kind = ANY (ARRAY['open'::text, 'won'::text, 'lost'::text])));
alter table crm.stages add constraint stages_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100)));
alter table crm.stages add constraint stages_pipeline_fkey FOREIGN KEY (tenant_id, pipeline_id) REFERENCES crm.pipelines(tenant_id, id);
alter table crm.stages add constraint stages_pipeline_key UNIQUE (tenant_id, pipeline_id, id);
alter table crm.stages add constraint stages_pkey PRIMARY KEY (tenant_id, id);
alter table crm.stages add constraint stages_probability_range CHECK (
CASE kind
    WHEN 'won'::text THEN (probability = 100)
    WHEN 'lost'::text THEN (probability = 0)
    ELSE ((probability >= 0) AND (probability <= 100))
END);
alter table crm.stages add constraint stages_successor_fkey FOREIGN KEY (tenant_id, pipeline_id, successor_id) REFERENCES crm.stages(tenant_id, pipeline_id, id);
alter table crm.stages add constraint stages_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES core.tenants(id);
alter table identity.credentials add constraint credentials_kind_check CHECK ((kind = ANY (ARRAY['cookie'::text, 'access'::text, 'refresh'::text, 'api_key'::text, 'job'::text])));
alter table identity.credentials add constraint credentials_pkey PRIMARY KEY (token_hash);
alter table identity.credentials add constraint credentials_session_id_fkey FOREIGN KEY (session_id) REFERENCES identity.sessions(id) ON DELETE CASCADE;
alter table identity.dev_mails add constraint dev_mails_pkey PRIMARY KEY (id);
alter table identity.identities add constraint identities_pkey PRIMARY KEY (provider, issuer, subject);
alter table identity.identities add constraint identities_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity.users(id) ON DELETE CASCADE;
alter table identity.one_time_tokens add constraint one_time_tokens_pkey PRIMARY KEY (token_hash);
alter table identity.one_time_tokens add constraint one_time_tokens_purpose_check CHECK ((purpose = ANY (ARRAY['handoff'::text, 'password_reset'::text, 'verify_email'::text, 'code'::text])));
alter table identity.one_time_tokens add constraint one_time_tokens_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity.users(id) ON DELETE CASCADE;
alter table identity.sessions add constraint sessions_kind_check CHECK ((kind = ANY (ARRAY['browser'::text, 'token'::text, 'api_key'::text, 'job'::text])));
alter table identity.sessions add constraint sessions_pkey PRIMARY KEY (id);
alter table identity.sessions add constraint sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity.users(id) ON DELETE CASCADE;
alter table identity.signing_keys add constraint signing_keys_pkey PRIMARY KEY (kid);
alter table identity.users add constraint users_email_key UNIQUE (email_norm);
alter table identity.users add constraint users_pkey PRIMARY KEY (id);
alter table search.activity_owners add constraint activity_owners_pkey PRIMARY KEY (tenant_id, activity_id);
alter table search.custom_values add constraint custom_values_once CHECK (((text_value IS NULL) <> (number_value IS NULL)));
alter table search.custom_values add constraint custom_values_pkey PRIMARY KEY (tenant_id, entity, record_id, field_key, place) INCLUDE (text_value, number_value, owner_id, is_archived);
alter table search.tokens add constraint tokens_pkey PRIMARY KEY (tenant_id, entity, token, sort_name, record_id);

-- Indexes

CREATE INDEX events_entity ON ONLY audit.events USING btree (tenant_id, entity_id, occurred_at DESC);
CREATE INDEX events_horizon ON ONLY audit.events USING btree (tenant_id, xid);
CREATE INDEX events_xid ON ONLY audit.events USING btree (xid);
CREATE INDEX violations_tenant ON audit.violations USING btree (tenant_id, id DESC);
CREATE INDEX bulk_edits_created ON core.bulk_edits USING btree (tenant_id, created_by, created_at, id);
CREATE INDEX bulk_edits_finished ON core.bulk_edits USING btree (finished_at);
CREATE UNIQUE INDEX bulk_edits_undo_key ON core.bulk_edits USING btree (tenant_id, undo_of) WHERE ((undo_of IS NOT NULL) AND (status <> 'failed'::text));
CREATE INDEX bulk_edits_undo_of ON core.bulk_edits USING btree (tenant_id, undo_of);
CREATE INDEX custom_field_definitions_created ON core.custom_field_definitions USING btree (tenant_id, created_at, id);
CREATE INDEX custom_field_definitions_position ON core.custom_field_definitions USING btree (tenant_id, "position", id);
CREATE INDEX events_entity ON core.events USING btree (tenant_id, entity_id, id DESC);
CREATE INDEX events_unrelayed ON core.events USING btree (id) WHERE (relayed_at IS NULL);
CREATE INDEX export_chunks_created ON core.export_chunks USING btree (created_at);
CREATE INDEX exports_created ON core.exports USING btree (tenant_id, created_by, created_at, id);
CREATE INDEX exports_unfinished ON core.exports USING btree (updated_at) WHERE (status = ANY (ARRAY['queued'::text, 'running'::text]));
CREATE INDEX import_files_created ON core.import_files USING btree (created_at);
CREATE INDEX imports_created ON core.imports USING btree (tenant_id, created_at, id);
CREATE INDEX imports_unfinished ON core.imports USING btree (created_at) WHERE (status = ANY (ARRAY['queued'::text, 'running'::text, 'undoing'::text]));
CREATE UNIQUE INDEX invitations_open_key ON core.invitations USING btree (tenant_id, email_norm) WHERE ((accepted_at IS NULL) AND (revoked_at IS NULL));
CREATE UNIQUE INDEX invitations_token_key ON core.invitations USING btree (tenant_id, token_hash);
CREATE INDEX memberships_manager ON core.memberships USING btree (tenant_id, manager_id);
CREATE INDEX memberships_user ON core.memberships USING btree (tenant_id, user_id, status);
CREATE INDEX notifications_actor ON core.notifications USING btree (tenant_id, actor_id);
CREATE INDEX notifications_age ON core.notifications USING btree (occurred_at);
CREATE INDEX notifications_of_person ON core.notifications USING btree (tenant_id, user_id, occurred_at DESC, id DESC);
CREATE INDEX notifications_unread ON core.notifications USING btree (tenant_id, user_id, occurred_at DESC, id DESC) WHERE (read_at IS NULL);
CREATE INDEX recent_records_opened ON core.recent_records USING btree (tenant_id, user_id, opened_at);
CREATE INDEX saved_views_created ON core.saved_views USING btree (tenant_id, created_at, id);
CREATE INDEX saved_views_name ON core.saved_views USING btree (tenant_id, entity, name, id);
CREATE UNIQUE INDEX saved_views_name_key ON core.saved_views USING btree (tenant_id, owner_id, entity, visibility, lower(name)) WHERE (deleted_at IS NULL);
CREATE INDEX saved_views_owner ON core.saved_views USING btree (tenant_id, owner_id, entity);
CREATE INDEX activities_author ON crm.activities USING btree (tenant_id, created_by, occurred_at DESC, id DESC);
CREATE INDEX activities_contact ON crm.activities USING btree (tenant_id, contact_id, occurred_at DESC, id DESC) INCLUDE (created_by, deal_id);
CREATE INDEX activities_created ON crm.activities USING btree (tenant_id, created_at, id);
CREATE INDEX activities_deal ON crm.activities USING btree (tenant_id, deal_id, occurred_at DESC, id DESC) INCLUDE (created_by, contact_id);
CREATE INDEX activities_import ON crm.activities USING btree (tenant_id, import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX activities_occurred ON crm.activities USING btree (tenant_id, occurred_at DESC, id DESC);
CREATE INDEX activities_organization ON crm.activities USING btree (tenant_id, organization_id, occurred_at DESC, id DESC);
CREATE INDEX activities_organization_only ON crm.activities USING btree (tenant_id, occurred_at DESC, id DESC) WHERE ((contact_id IS NULL) AND (deal_id IS NULL));
CREATE INDEX activities_report ON crm.activities USING btree (tenant_id, occurred_at) INCLUDE (created_by, type) WHERE (archived_at IS NULL);
CREATE INDEX activity_mentions_user ON crm.activity_mentions USING btree (tenant_id, user_id);
CREATE INDEX activity_participants_user ON crm.activity_participants USING btree (tenant_id, user_id);
CREATE INDEX contact_distinctions_other ON crm.contact_distinctions USING btree (tenant_id, other_id, contact_id);
CREATE UNIQUE INDEX contact_distinctions_pair_key ON crm.contact_distinctions USING btree (tenant_id, LEAST(contact_id, other_id), GREATEST(contact_id, other_id));
CREATE INDEX contact_merges_loser ON crm.contact_merges USING btree (tenant_id, loser_id, id);
CREATE UNIQUE INDEX contact_merges_standing_key ON crm.contact_merges USING btree (tenant_id, loser_id) WHERE (undone_at IS NULL);
CREATE INDEX contact_merges_winner ON crm.contact_merges USING btree (tenant_id, winner_id, id);
CREATE INDEX contact_shares_user ON crm.contact_shares USING btree (tenant_id, user_id, contact_id);
CREATE INDEX contacts_created ON crm.contacts USING btree (tenant_id, created_at, id) WHERE (deleted_at IS NULL);
CREATE INDEX contacts_deleted ON crm.contacts USING btree (tenant_id, created_at, id) WHERE (deleted_at IS NOT NULL);
CREATE UNIQUE INDEX contacts_email_key ON crm.contacts USING btree (tenant_id, email_norm) WHERE (deleted_at IS NULL);
CREATE INDEX contacts_escalated ON crm.contacts USING btree (tenant_id, escalated_at, id) WHERE (escalated_at IS NOT NULL);
CREATE INDEX contacts_escalated_by ON crm.contacts USING btree (tenant_id, escalated_by);
CREATE UNIQUE INDEX contacts_external_id_key ON crm.contacts USING btree (tenant_id, external_id) WHERE ((external_id IS NOT NULL) AND (deleted_at IS NULL));
CREATE INDEX contacts_import ON crm.contacts USING btree (tenant_id, import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX contacts_merged_into ON crm.contacts USING btree (tenant_id, merged_into_id, id) WHERE (merged_into_id IS NOT NULL);
CREATE INDEX contacts_name ON crm.contacts USING btree (tenant_id, name_norm, id) WHERE (deleted_at IS NULL);
CREATE INDEX contacts_organization ON crm.contacts USING btree (tenant_id, organization_id, created_at, id);
CREATE INDEX contacts_organization_name ON crm.contacts USING btree (tenant_id, organization_id, name_norm, id) WHERE ((deleted_at IS NULL) AND (organization_id IS NOT NULL));
CREATE INDEX contacts_owner ON crm.contacts USING btree (tenant_id, owner_id, created_at, id);
CREATE INDEX contacts_owner_name ON crm.contacts USING btree (tenant_id, owner_id, name_norm, id) WHERE (deleted_at IS NULL);
CREATE INDEX contacts_owner_updated ON crm.contacts USING btree (tenant_id, owner_id, updated_at, id) WHERE (deleted_at IS NULL);
CREATE INDEX contacts_phone_key ON crm.contacts USING btree (tenant_id, phone_key, id) WHERE ((deleted_at IS NULL) AND (phone_key IS NOT NULL));
CREATE INDEX contacts_updated ON crm.contacts USING btree (tenant_id, updated_at, id) WHERE (deleted_at IS NULL);
CREATE INDEX deal_contacts_contact ON crm.deal_contacts USING btree (tenant_id, contact_id);
CREATE INDEX deal_members_user ON crm.deal_members USING btree (tenant_id, user_id, deal_id);
CREATE INDEX deal_stages_entered ON crm.deal_stages USING btree (tenant_id, entered_at) INCLUDE (stage_id, pipeline_id, owner_id, deal_id, outcome, days) WHERE (NOT is_archived);
CREATE INDEX deal_stages_owner ON crm.deal_stages USING btree (tenant_id, owner_id, entered_at) INCLUDE (stage_id, pipeline_id, deal_id, outcome, days);
CREATE INDEX deal_stages_stage ON crm.deal_stages USING btree (tenant_id, pipeline_id, stage_id);
CREATE INDEX deals_amount ON crm.deals USING btree (tenant_id, amount_sort, id) WHERE (deleted_at IS NULL);
CREATE INDEX deals_board ON crm.deals USING btree (tenant_id, stage_id, next_step_sort, id) WHERE (deleted_at IS NULL);
CREATE INDEX deals_board_close ON crm.deals USING btree (tenant_id, stage_id, close_sort, id) WHERE (deleted_at IS NULL);
CREATE INDEX deals_board_entered ON crm.deals USING btree (tenant_id, stage_id, stage_entered_at, id) WHERE (deleted_at IS NULL);
CREATE INDEX deals_close ON crm.deals USING btree (tenant_id, close_sort, id) WHERE (deleted_at IS NULL);
CREATE INDEX deals_closed_from ON crm.deals USING btree (tenant_id, closed_from_stage_id) WHERE (closed_from_stage_id IS NOT NULL);
CREATE INDEX deals_created ON crm.deals USING btree (tenant_id, created_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX deals_deleted ON crm.deals USING btree (tenant_id, created_at DESC, id DESC) WHERE (deleted_at IS NOT NULL);
CREATE INDEX deals_escalated ON crm.deals USING btree (tenant_id, escalated_at DESC) WHERE (escalated_at IS NOT NULL);
CREATE INDEX deals_escalated_by ON crm.deals USING btree (tenant_id, escalated_by) WHERE (escalated_by IS NOT NULL);
CREATE UNIQUE INDEX deals_external_id_key ON crm.deals USING btree (tenant_id, external_id) WHERE ((external_id IS NOT NULL) AND (deleted_at IS NULL));
CREATE INDEX deals_figures ON crm.deals USING btree (tenant_id, status, close_sort) INCLUDE (id, owner_id, pipeline_id, stage_id, currency, amount_minor, probability, next_step_on, stage_entered_at, opened_on, amount_sort, next_step_sort) WHERE (deleted_at IS NULL);
CREATE INDEX deals_import ON crm.deals USING btree (tenant_id, import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX deals_lost ON crm.deals USING btree (tenant_id, close_sort) INCLUDE (id, owner_id, pipeline_id, closed_from_stage_id, currency, amount_minor, probability, lost_reason) WHERE ((deleted_at IS NULL) AND (status = 'lost'::text));
CREATE INDEX deals_name ON crm.deals USING btree (tenant_id, name_norm, id) WHERE (deleted_at IS NULL);
CREATE INDEX deals_next_step ON crm.deals USING btree (tenant_id, next_step_sort, id) WHERE (deleted_at IS NULL);
CREATE INDEX deals_open_amount ON crm.deals USING btree (tenant_id, amount_sort, id) INCLUDE (owner_id, pipeline_id, stage_id, stage_entered_at, close_sort, next_step_on) WHERE ((deleted_at IS NULL) AND (status = 'open'::text));
CREATE INDEX deals_open_entered ON crm.deals USING btree (tenant_id, stage_entered_at, id) INCLUDE (owner_id, pipeline_id) WHERE ((deleted_at IS NULL) AND (status = 'open'::text));
CREATE INDEX deals_open_figures ON crm.deals USING btree (tenant_id, pipeline_id, stage_id) INCLUDE (currency, close_sort, stage_entered_at, next_step_on, opened_on, owner_id, amount_minor, probability) WHERE ((status = 'open'::text) AND (deleted_at IS NULL));
CREATE INDEX deals_open_next_step ON crm.deals USING btree (tenant_id, next_step_sort, id) INCLUDE (owner_id, pipeline_id) WHERE ((deleted_at IS NULL) AND (status = 'open'::text));
CREATE INDEX deals_organization ON crm.deals USING btree (tenant_id, organization_id, created_at DESC, id DESC);
CREATE INDEX deals_owner ON crm.deals USING btree (tenant_id, owner_id, created_at DESC, id DESC);
CREATE INDEX deals_owner_amount ON crm.deals USING btree (tenant_id, owner_id, amount_sort, id) WHERE (deleted_at IS NULL);
CREATE INDEX deals_owner_close ON crm.deals USING btree (tenant_id, owner_id, close_sort, id) WHERE (deleted_at IS NULL);
CREATE INDEX deals_owner_figures ON crm.deals USING btree (tenant_id, owner_id, status, close_sort) INCLUDE (id, pipeline_id, stage_id, currency, amount_minor, probability, next_step_on, stage_entered_at, opened_on, amount_sort, next_step_sort) WHERE (deleted_at IS NULL);
CREATE INDEX deals_owner_name ON crm.deals USING btree (tenant_id, owner_id, name_norm, id) WHERE (deleted_at IS NULL);
CREATE INDEX deals_owner_next_step ON crm.deals USING btree (tenant_id, owner_id, next_step_sort, id) WHERE (deleted_at IS NULL);
CREATE INDEX deals_owner_stage ON crm.deals USING btree (tenant_id, owner_id, stage_id, created_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX deals_owner_updated ON crm.deals USING btree (tenant_id, owner_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX deals_pipeline_figures ON crm.deals USING btree (tenant_id, pipeline_id, status) INCLUDE (stage_id, currency, amount_minor, probability) WHERE (deleted_at IS NULL);
CREATE INDEX deals_probability ON crm.deals USING btree (tenant_id, probability, created_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX deals_stage ON crm.deals USING btree (tenant_id, pipeline_id, stage_id);
CREATE INDEX deals_stage_entered ON crm.deals USING btree (tenant_id, stage_entered_at, id) WHERE (deleted_at IS NULL);
CREATE INDEX deals_updated ON crm.deals USING btree (tenant_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX line_items_deal ON crm.line_items USING btree (tenant_id, deal_id, "position");
CREATE INDEX line_items_product ON crm.line_items USING btree (tenant_id, product_id);
CREATE INDEX organizations_created ON crm.organizations USING btree (tenant_id, created_at, id) WHERE (deleted_at IS NULL);
CREATE INDEX organizations_deleted ON crm.organizations USING btree (tenant_id, created_at, id) WHERE (deleted_at IS NOT NULL);
CREATE UNIQUE INDEX organizations_external_id_key ON crm.organizations USING btree (tenant_id, external_id) WHERE ((external_id IS NOT NULL) AND (deleted_at IS NULL));
CREATE INDEX organizations_import ON crm.organizations USING btree (tenant_id, import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX organizations_industry ON crm.organizations USING btree (tenant_id, industry, created_at, id) WHERE (deleted_at IS NULL);
CREATE INDEX organizations_name ON crm.organizations USING btree (tenant_id, name_norm, id) WHERE (deleted_at IS NULL);
CREATE INDEX organizations_owner ON crm.organizations USING btree (tenant_id, owner_id, created_at, id);
CREATE INDEX organizations_parent ON crm.organizations USING btree (tenant_id, parent_id, created_at, id);
CREATE INDEX organizations_updated ON crm.organizations USING btree (tenant_id, updated_at, id) WHERE (deleted_at IS NULL);
CREATE UNIQUE INDEX pipelines_default_key ON crm.pipelines USING btree (tenant_id) WHERE is_default;
CREATE UNIQUE INDEX pipelines_name_key ON crm.pipelines USING btree (tenant_id, lower(name)) WHERE (archived_at IS NULL);
CREATE UNIQUE INDEX product_prices_open_key ON crm.product_prices USING btree (tenant_id, product_id, currency) WHERE (valid_to IS NULL);
CREATE INDEX product_prices_product ON crm.product_prices USING btree (tenant_id, product_id, currency, valid_from DESC);
CREATE INDEX products_category ON crm.products USING btree (tenant_id, category);
CREATE INDEX products_created ON crm.products USING btree (tenant_id, created_at DESC, id DESC);
CREATE UNIQUE INDEX products_external_id_key ON crm.products USING btree (tenant_id, external_id) WHERE ((external_id IS NOT NULL) AND (deleted_at IS NULL));
CREATE INDEX products_import ON crm.products USING btree (tenant_id, import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX products_name ON crm.products USING btree (tenant_id, name_norm, id);
CREATE INDEX products_sku ON crm.products USING btree (tenant_id, sku_norm, id);
CREATE UNIQUE INDEX products_sku_key ON crm.products USING btree (tenant_id, sku_norm) WHERE (deleted_at IS NULL);
CREATE INDEX products_updated ON crm.products USING btree (tenant_id, updated_at DESC, id DESC);
CREATE INDEX stage_changes_deal ON crm.stage_changes USING btree (tenant_id, deal_id, changed_at DESC, id DESC);
CREATE INDEX stage_changes_from ON crm.stage_changes USING btree (tenant_id, from_stage_id);
CREATE INDEX stage_changes_to ON crm.stage_changes USING btree (tenant_id, to_stage_id, changed_at);
CREATE UNIQUE INDEX stages_name_key ON crm.stages USING btree (tenant_id, pipeline_id, lower(name)) WHERE (retired_at IS NULL);
CREATE INDEX stages_position ON crm.stages USING btree (tenant_id, pipeline_id, "position");
CREATE INDEX stages_successor ON crm.stages USING btree (tenant_id, pipeline_id, successor_id);
CREATE INDEX credentials_session ON identity.credentials USING btree (session_id);
CREATE INDEX identities_user ON identity.identities USING btree (user_id);
CREATE INDEX one_time_tokens_user ON identity.one_time_tokens USING btree (user_id, purpose);
CREATE INDEX sessions_user ON identity.sessions USING btree (user_id, tenant_id) WHERE (revoked_at IS NULL);
CREATE INDEX activity_owners_owner ON search.activity_owners USING btree (tenant_id, owner_id, activity_id);
CREATE INDEX custom_values_number ON search.custom_values USING btree (tenant_id, entity, field_key, number_value, record_id) INCLUDE (is_archived, owner_id) WHERE (number_value IS NOT NULL);
CREATE INDEX custom_values_owner_number ON search.custom_values USING btree (tenant_id, entity, field_key, owner_id, number_value, record_id) INCLUDE (is_archived) WHERE ((number_value IS NOT NULL) AND (owner_id IS NOT NULL));
CREATE INDEX custom_values_owner_text ON search.custom_values USING btree (tenant_id, entity, field_key, owner_id, text_value, record_id) INCLUDE (is_archived) WHERE ((text_value IS NOT NULL) AND (owner_id IS NOT NULL));
CREATE INDEX custom_values_text ON search.custom_values USING btree (tenant_id, entity, field_key, text_value, record_id) INCLUDE (is_archived, owner_id) WHERE (text_value IS NOT NULL);
CREATE INDEX tokens_owner ON search.tokens USING btree (tenant_id, entity, owner_id, token, record_id) WHERE (owner_id IS NOT NULL);
CREATE INDEX tokens_record ON search.tokens USING btree (tenant_id, record_id, token) INCLUDE (owner_id, entity);

-- Row-level security

create policy insert_audit on audit.events as permissive for insert to aura_audit
  using ()
  with check (true);
create policy select_admin on audit.events as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text]) AS has_role)))
  with check ();
create policy select_audit on audit.events as permissive for select to aura_audit
  using (true)
  with check ();
create policy write_audit on audit.misses as permissive for all to aura_audit
  using (true)
  with check (true);
create policy all_audit on audit.seals as permissive for all to aura_audit
  using (true)
  with check (true);
create policy select_admin on audit.seals as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text]) AS has_role)))
  with check ();
create policy select_admin on audit.violations as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND verified AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text]) AS has_role)))
  with check ();
create policy write_audit on audit.violations as permissive for all to aura_audit
  using (true)
  with check (true);
create policy insert_manager on core.bulk_batches as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy insert_rep on core.bulk_batches as permissive for insert to aura_rep
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM core.bulk_edits parent
  WHERE ((parent.tenant_id = bulk_batches.tenant_id) AND (parent.id = bulk_batches.edit_id))))));
create policy select_classifier on core.bulk_batches as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on core.bulk_batches as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy select_rep on core.bulk_batches as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM core.bulk_edits parent
  WHERE ((parent.tenant_id = bulk_batches.tenant_id) AND (parent.id = bulk_batches.edit_id))))))
  with check ();
create policy update_manager on core.bulk_batches as permissive for update to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy update_rep on core.bulk_batches as permissive for update to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM core.bulk_edits parent
  WHERE ((parent.tenant_id = bulk_batches.tenant_id) AND (parent.id = bulk_batches.edit_id))))))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM core.bulk_edits parent
  WHERE ((parent.tenant_id = bulk_batches.tenant_id) AND (parent.id = bulk_batches.edit_id))))));
create policy insert_manager on core.bulk_changes as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy insert_rep on core.bulk_changes as permissive for insert to aura_rep
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM core.bulk_edits parent
  WHERE ((parent.tenant_id = bulk_changes.tenant_id) AND (parent.id = bulk_changes.edit_id))))));
create policy select_classifier on core.bulk_changes as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on core.bulk_changes as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy select_rep on core.bulk_changes as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM core.bulk_edits parent
  WHERE ((parent.tenant_id = bulk_changes.tenant_id) AND (parent.id = bulk_changes.edit_id))))))
  with check ();
create policy tidy_access on core.bulk_changes as permissive for delete to aura_access
  using (true)
  with check ();
create policy tidy_select_access on core.bulk_changes as permissive for select to aura_access
  using (true)
  with check ();
create policy undo_access on core.bulk_changes as permissive for select to aura_access
  using ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)))
  with check ();
create policy update_manager on core.bulk_changes as permissive for update to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy update_rep on core.bulk_changes as permissive for update to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM core.bulk_edits parent
  WHERE ((parent.tenant_id = bulk_changes.tenant_id) AND (parent.id = bulk_changes.edit_id))))))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM core.bulk_edits parent
  WHERE ((parent.tenant_id = bulk_changes.tenant_id) AND (parent.id = bulk_changes.edit_id))))));
create policy insert_manager on core.bulk_edits as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy insert_rep on core.bulk_edits as permissive for insert to aura_rep
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (created_by = ( SELECT app.user_id() AS user_id))));
create policy select_classifier on core.bulk_edits as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on core.bulk_edits as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy select_rep on core.bulk_edits as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (created_by = ( SELECT app.user_id() AS user_id))))
  with check ();
create policy tidy_access on core.bulk_edits as permissive for select to aura_access
  using (true)
  with check ();
create policy update_manager on core.bulk_edits as permissive for update to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy update_rep on core.bulk_edits as permissive for update to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (created_by = ( SELECT app.user_id() AS user_id))))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (created_by = ( SELECT app.user_id() AS user_id))));
create policy insert_manager on core.bulk_failures as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy insert_rep on core.bulk_failures as permissive for insert to aura_rep
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM core.bulk_edits parent
  WHERE ((parent.tenant_id = bulk_failures.tenant_id) AND (parent.id = bulk_failures.edit_id))))));
create policy select_classifier on core.bulk_failures as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on core.bulk_failures as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy select_rep on core.bulk_failures as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM core.bulk_edits parent
  WHERE ((parent.tenant_id = bulk_failures.tenant_id) AND (parent.id = bulk_failures.edit_id))))))
  with check ();
create policy update_manager on core.bulk_failures as permissive for update to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy update_rep on core.bulk_failures as permissive for update to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM core.bulk_edits parent
  WHERE ((parent.tenant_id = bulk_failures.tenant_id) AND (parent.id = bulk_failures.edit_id))))))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM core.bulk_edits parent
  WHERE ((parent.tenant_id = bulk_failures.tenant_id) AND (parent.id = bulk_failures.edit_id))))));
create policy insert_manager on core.custom_field_definitions as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text]) AS has_role)));
create policy restored_only on core.custom_field_definitions as restrictive for insert to aura_manager
  using ()
  with check ((((created_at = now()) AND (created_by = ( SELECT app.user_id() AS user_id)) AND true) OR ( SELECT core.is_restoring() AS is_restoring)));
create policy select_classifier on core.custom_field_definitions as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on core.custom_field_definitions as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy select_rep on core.custom_field_definitions as permissive for select to aura_rep
  using ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)))
  with check ();
create policy update_manager on core.custom_field_definitions as permissive for update to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text]) AS has_role)))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text]) AS has_role)));
create policy insert_manager on core.events as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (actor_id = ( SELECT app.user_id() AS user_id))));
create policy insert_rep on core.events as permissive for insert to aura_rep
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (actor_id = ( SELECT app.user_id() AS user_id))));
create policy relay on core.events as permissive for all to aura_access
  using (true)
  with check (true);
create policy select_manager on core.events as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy select_rep_activity on core.events as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (entity = 'activity'::text) AND (EXISTS ( SELECT
   FROM crm.activities a
  WHERE ((a.tenant_id = events.tenant_id) AND (a.id = events.entity_id))))))
  with check ();
create policy select_rep_contact on core.events as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (entity = 'contact'::text) AND (EXISTS ( SELECT
   FROM crm.contacts c
  WHERE ((c.tenant_id = events.tenant_id) AND (c.id = events.entity_id))))))
  with check ();
create policy select_rep_deal on core.events as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (entity = 'deal'::text) AND (EXISTS ( SELECT
   FROM crm.deals d
  WHERE ((d.tenant_id = events.tenant_id) AND (d.id = events.entity_id))))))
  with check ();
create policy select_rep_organization on core.events as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (entity = 'organization'::text)))
  with check ();
create policy select_rep_product on core.events as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (entity = 'product'::text)))
  with check ();
create policy delete_manager on core.export_chunks as permissive for delete to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (created_by = ( SELECT app.user_id() AS user_id))))
  with check ();
create policy delete_rep on core.export_chunks as permissive for delete to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (created_by = ( SELECT app.user_id() AS user_id))))
  with check ();
create policy insert_manager on core.export_chunks as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (created_by = ( SELECT app.user_id() AS user_id))));
create policy insert_rep on core.export_chunks as permissive for insert to aura_rep
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (created_by = ( SELECT app.user_id() AS user_id))));
create policy select_classifier on core.export_chunks as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on core.export_chunks as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (created_by = ( SELECT app.user_id() AS user_id))))
  with check ();
create policy select_rep on core.export_chunks as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (created_by = ( SELECT app.user_id() AS user_id))))
  with check ();
create policy tidy_access on core.export_chunks as permissive for all to aura_access
  using (true)
  with check ();
create policy insert_manager on core.exports as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (created_by = ( SELECT app.user_id() AS user_id))));
create policy insert_rep on core.exports as permissive for insert to aura_rep
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (created_by = ( SELECT app.user_id() AS user_id))));
create policy select_classifier on core.exports as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on core.exports as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (created_by = ( SELECT app.user_id() AS user_id))))
  with check ();
create policy select_rep on core.exports as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (created_by = ( SELECT app.user_id() AS user_id))))
  with check ();
create policy tidy_access on core.exports as permissive for all to aura_access
  using (true)
  with check (true);
create policy update_manager on core.exports as permissive for update to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (created_by = ( SELECT app.user_id() AS user_id))))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (created_by = ( SELECT app.user_id() AS user_id))));
create policy update_rep on core.exports as permissive for update to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (created_by = ( SELECT app.user_id() AS user_id))))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (created_by = ( SELECT app.user_id() AS user_id))));
create policy own_manager on core.idempotency_keys as permissive for all to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))));
create policy own_rep on core.idempotency_keys as permissive for all to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))));
create policy insert_manager on core.import_changes as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy select_classifier on core.import_changes as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on core.import_changes as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy undo_access on core.import_changes as permissive for select to aura_access
  using ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)))
  with check ();
create policy update_manager on core.import_changes as permissive for update to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy insert_manager on core.import_errors as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy select_classifier on core.import_errors as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on core.import_errors as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy update_manager on core.import_errors as permissive for update to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy insert_manager on core.import_files as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy select_classifier on core.import_files as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on core.import_files as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy tidy_access on core.import_files as permissive for all to aura_access
  using (true)
  with check ();
create policy update_manager on core.import_files as permissive for update to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy insert_manager on core.import_progress as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy select_classifier on core.import_progress as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on core.import_progress as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy update_manager on core.import_progress as permissive for update to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy insert_manager on core.imports as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy select_classifier on core.imports as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on core.imports as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy tidy_access on core.imports as permissive for all to aura_access
  using (true)
  with check (true);
create policy update_manager on core.imports as permissive for update to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy identity_all on core.invitations as permissive for all to aura_identity
  using (true)
  with check (true);
create policy insert_manager on core.invitations as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (( SELECT app.has_role(VARIADIC ARRAY['admin'::text]) AS has_role) OR (( SELECT app.has_role(VARIADIC ARRAY['manager'::text]) AS has_role) AND (role = 'sales_rep'::text)))));
create policy select_classifier on core.invitations as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on core.invitations as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy select_rep on core.invitations as permissive for select to aura_rep
  using ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)))
  with check ();
create policy update_manager on core.invitations as permissive for update to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (( SELECT app.has_role(VARIADIC ARRAY['admin'::text]) AS has_role) OR (( SELECT app.has_role(VARIADIC ARRAY['manager'::text]) AS has_role) AND (role = 'sales_rep'::text)))))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (( SELECT app.has_role(VARIADIC ARRAY['admin'::text]) AS has_role) OR (( SELECT app.has_role(VARIADIC ARRAY['manager'::text]) AS has_role) AND (role = 'sales_rep'::text)))));
create policy identity_all on core.memberships as permissive for all to aura_identity
  using (true)
  with check (true);
create policy insert_manager on core.memberships as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text]) AS has_role)));
create policy reminder_access on core.memberships as permissive for select to aura_access
  using (true)
  with check ();
create policy select_classifier on core.memberships as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_context on core.memberships as permissive for select to aura_context
  using (true)
  with check ();
create policy select_manager on core.memberships as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy select_rep on core.memberships as permissive for select to aura_rep
  using ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)))
  with check ();
create policy undo_sign_up on core.memberships as permissive for all to aura_access
  using ((EXISTS ( SELECT
   FROM core.tenants t
  WHERE ((t.id = memberships.tenant_id) AND (t.created_at > (now() - '00:10:00'::interval))))))
  with check (false);
create policy update_manager on core.memberships as permissive for update to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text]) AS has_role)))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text]) AS has_role)));
create policy update_own on core.memberships as permissive for update to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))));
create policy update_own_manager on core.memberships as permissive for update to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))));
create policy delete_manager on core.muted_records as permissive for delete to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))))
  with check ();
create policy delete_rep on core.muted_records as permissive for delete to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))))
  with check ();
create policy insert_manager on core.muted_records as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))));
create policy insert_rep on core.muted_records as permissive for insert to aura_rep
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))));
create policy select_classifier on core.muted_records as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on core.muted_records as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))))
  with check ();
create policy select_manager_deal on core.muted_records as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (entity = 'deal'::text) AND (EXISTS ( SELECT
   FROM crm.deals r
  WHERE ((r.tenant_id = muted_records.tenant_id) AND (r.id = muted_records.record_id))))))
  with check ();
create policy select_rep on core.muted_records as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))))
  with check ();
create policy select_rep_deal on core.muted_records as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (entity = 'deal'::text) AND (EXISTS ( SELECT
   FROM crm.deals r
  WHERE ((r.tenant_id = muted_records.tenant_id) AND (r.id = muted_records.record_id))))))
  with check ();
create policy insert_manager on core.notifications as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (actor_id = ( SELECT app.user_id() AS user_id))));
create policy insert_rep on core.notifications as permissive for insert to aura_rep
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (actor_id = ( SELECT app.user_id() AS user_id))));
create policy select_classifier on core.notifications as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager_activity on core.notifications as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id)) AND (entity = 'activity'::text) AND (EXISTS ( SELECT
   FROM crm.activities r
  WHERE ((r.tenant_id = notifications.tenant_id) AND (r.id = ANY (notifications.record_ids)))))))
  with check ();
create policy select_manager_contact on core.notifications as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id)) AND (entity = 'contact'::text) AND (EXISTS ( SELECT
   FROM crm.contacts r
  WHERE ((r.tenant_id = notifications.tenant_id) AND (r.id = ANY (notifications.record_ids)))))))
  with check ();
create policy select_manager_deal on core.notifications as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id)) AND (entity = 'deal'::text) AND (EXISTS ( SELECT
   FROM crm.deals r
  WHERE ((r.tenant_id = notifications.tenant_id) AND (r.id = ANY (notifications.record_ids)))))))
  with check ();
create policy select_manager_organization on core.notifications as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id)) AND (entity = 'organization'::text) AND (EXISTS ( SELECT
   FROM crm.organizations r
  WHERE ((r.tenant_id = notifications.tenant_id) AND (r.id = ANY (notifications.record_ids)))))))
  with check ();
create policy select_manager_own on core.notifications as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id)) AND (entity = ANY (ARRAY['member'::text, 'import'::text, 'export'::text]))))
  with check ();
create policy select_rep_activity on core.notifications as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id)) AND (entity = 'activity'::text) AND (EXISTS ( SELECT
   FROM crm.activities r
  WHERE ((r.tenant_id = notifications.tenant_id) AND (r.id = ANY (notifications.record_ids)))))))
  with check ();
create policy select_rep_contact on core.notifications as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id)) AND (entity = 'contact'::text) AND (EXISTS ( SELECT
   FROM crm.contacts r
  WHERE ((r.tenant_id = notifications.tenant_id) AND (r.id = ANY (notifications.record_ids)))))))
  with check ();
create policy select_rep_deal on core.notifications as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id)) AND (entity = 'deal'::text) AND (EXISTS ( SELECT
   FROM crm.deals r
  WHERE ((r.tenant_id = notifications.tenant_id) AND (r.id = ANY (notifications.record_ids)))))))
  with check ();
create policy select_rep_organization on core.notifications as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id)) AND (entity = 'organization'::text) AND (EXISTS ( SELECT
   FROM crm.organizations r
  WHERE ((r.tenant_id = notifications.tenant_id) AND (r.id = ANY (notifications.record_ids)))))))
  with check ();
create policy select_rep_own on core.notifications as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id)) AND (entity = ANY (ARRAY['member'::text, 'import'::text, 'export'::text]))))
  with check ();
create policy tidy_access on core.notifications as permissive for all to aura_access
  using (true)
  with check ();
create policy update_manager on core.notifications as permissive for update to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))));
create policy update_rep on core.notifications as permissive for update to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))));
create policy delete_manager on core.recent_records as permissive for delete to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))))
  with check ();
create policy delete_rep on core.recent_records as permissive for delete to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))))
  with check ();
create policy insert_manager on core.recent_records as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))));
create policy insert_rep on core.recent_records as permissive for insert to aura_rep
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))));
create policy select_classifier on core.recent_records as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on core.recent_records as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))))
  with check ();
create policy select_rep on core.recent_records as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))))
  with check ();
create policy update_manager on core.recent_records as permissive for update to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))));
create policy update_rep on core.recent_records as permissive for update to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))));
create policy insert_manager on core.reminder_days as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))));
create policy insert_rep on core.reminder_days as permissive for insert to aura_rep
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))));
create policy reminder_access on core.reminder_days as permissive for select to aura_access
  using (true)
  with check ();
create policy select_classifier on core.reminder_days as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on core.reminder_days as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))))
  with check ();
create policy select_rep on core.reminder_days as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))))
  with check ();
create policy update_manager on core.reminder_days as permissive for update to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))));
create policy update_rep on core.reminder_days as permissive for update to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))));
create policy insert_manager on core.saved_views as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (owner_id = ( SELECT app.user_id() AS user_id))));
create policy insert_rep on core.saved_views as permissive for insert to aura_rep
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (owner_id = ( SELECT app.user_id() AS user_id))));
create policy insert_restored on core.saved_views as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (visibility = 'shared'::text) AND ( SELECT core.is_restoring() AS is_restoring)));
create policy restored_only on core.saved_views as restrictive for insert to aura_manager
  using ()
  with check ((((created_at = now()) AND (created_by = ( SELECT app.user_id() AS user_id)) AND (owner_id = ( SELECT app.user_id() AS user_id))) OR ( SELECT core.is_restoring() AS is_restoring)));
create policy select_classifier on core.saved_views as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on core.saved_views as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ((owner_id = ( SELECT app.user_id() AS user_id)) OR (visibility = 'shared'::text))))
  with check ();
create policy select_rep on core.saved_views as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ((owner_id = ( SELECT app.user_id() AS user_id)) OR (visibility = 'shared'::text))))
  with check ();
create policy update_manager on core.saved_views as permissive for update to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ((owner_id = ( SELECT app.user_id() AS user_id)) OR ((visibility = 'shared'::text) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ((owner_id = ( SELECT app.user_id() AS user_id)) OR ((visibility = 'shared'::text) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))));
create policy update_rep on core.saved_views as permissive for update to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (owner_id = ( SELECT app.user_id() AS user_id))))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (owner_id = ( SELECT app.user_id() AS user_id))));
create policy insert_identity on core.tenant_transitions as permissive for insert to aura_identity
  using ()
  with check (true);
create policy insert_manager on core.tenant_transitions as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text]) AS has_role)));
create policy select_classifier on core.tenant_transitions as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_identity on core.tenant_transitions as permissive for select to aura_identity
  using (true)
  with check ();
create policy select_manager on core.tenant_transitions as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy select_rep on core.tenant_transitions as permissive for select to aura_rep
  using ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)))
  with check ();
create policy undo_sign_up on core.tenant_transitions as permissive for all to aura_access
  using ((EXISTS ( SELECT
   FROM core.tenants t
  WHERE ((t.id = tenant_transitions.tenant_id) AND (t.created_at > (now() - '00:10:00'::interval))))))
  with check (false);
create policy update_manager on core.tenant_transitions as permissive for update to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text]) AS has_role)))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text]) AS has_role)));
create policy registry_identity on core.tenants as permissive for all to aura_identity
  using (true)
  with check (true);
create policy reminder_access on core.tenants as permissive for select to aura_access
  using (true)
  with check ();
create policy select_context on core.tenants as permissive for select to aura_context
  using (true)
  with check ();
create policy select_manager on core.tenants as permissive for select to aura_manager
  using ((id = ( SELECT app.tenant_id() AS tenant_id)))
  with check ();
create policy select_rep on core.tenants as permissive for select to aura_rep
  using ((id = ( SELECT app.tenant_id() AS tenant_id)))
  with check ();
create policy select_undo on core.tenants as permissive for select to aura_access
  using ((created_at > (now() - '00:10:00'::interval)))
  with check ();
create policy undo_sign_up on core.tenants as permissive for delete to aura_access
  using ((created_at > (now() - '00:10:00'::interval)))
  with check ();
create policy update_admin on core.tenants as permissive for update to aura_manager
  using (((id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text]) AS has_role)))
  with check (((id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text]) AS has_role)));
create policy insert_identity on core.terms_acceptances as permissive for insert to aura_identity
  using ()
  with check (true);
create policy insert_manager on core.terms_acceptances as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text]) AS has_role)));
create policy select_classifier on core.terms_acceptances as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on core.terms_acceptances as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy select_rep on core.terms_acceptances as permissive for select to aura_rep
  using ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)))
  with check ();
create policy undo_sign_up on core.terms_acceptances as permissive for all to aura_access
  using ((EXISTS ( SELECT
   FROM core.tenants t
  WHERE ((t.id = terms_acceptances.tenant_id) AND (t.created_at > (now() - '00:10:00'::interval))))))
  with check (false);
create policy update_manager on core.terms_acceptances as permissive for update to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text]) AS has_role)))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text]) AS has_role)));
create policy insert_manager on crm.activities as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy insert_rep on crm.activities as permissive for insert to aura_rep
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (created_by = ( SELECT app.user_id() AS user_id)) AND ((contact_id IS NULL) OR (EXISTS ( SELECT
   FROM crm.contacts c
  WHERE ((c.tenant_id = activities.tenant_id) AND (c.id = activities.contact_id))))) AND ((deal_id IS NULL) OR (EXISTS ( SELECT
   FROM crm.deals d
  WHERE ((d.tenant_id = activities.tenant_id) AND (d.id = activities.deal_id)))))));
create policy merge_access on crm.activities as permissive for all to aura_access
  using ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)))
  with check ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)));
create policy restored_only on crm.activities as restrictive for insert to aura_manager
  using ()
  with check ((((created_at = now()) AND (created_by = ( SELECT app.user_id() AS user_id)) AND true) OR ( SELECT core.is_restoring() AS is_restoring)));
create policy select_classifier on crm.activities as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on crm.activities as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy select_rep on crm.activities as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ((created_by = ( SELECT app.user_id() AS user_id)) OR (((contact_id IS NULL) OR ( SELECT true
   FROM crm.contacts c
  WHERE ((c.tenant_id = activities.tenant_id) AND (c.id = activities.contact_id)))) AND ((deal_id IS NULL) OR ( SELECT true
   FROM crm.deals d
  WHERE ((d.tenant_id = activities.tenant_id) AND (d.id = activities.deal_id))))))))
  with check ();
create policy update_manager on crm.activities as permissive for update to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy update_rep on crm.activities as permissive for update to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (created_by = ( SELECT app.user_id() AS user_id))))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (created_by = ( SELECT app.user_id() AS user_id))));
create policy insert_manager on crm.activity_mentions as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy insert_rep on crm.activity_mentions as permissive for insert to aura_rep
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM crm.activities parent
  WHERE ((parent.tenant_id = activity_mentions.tenant_id) AND (parent.id = activity_mentions.activity_id))))));
create policy select_classifier on crm.activity_mentions as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on crm.activity_mentions as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy select_rep on crm.activity_mentions as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM crm.activities parent
  WHERE ((parent.tenant_id = activity_mentions.tenant_id) AND (parent.id = activity_mentions.activity_id))))))
  with check ();
create policy update_manager on crm.activity_mentions as permissive for update to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy update_rep on crm.activity_mentions as permissive for update to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM crm.activities parent
  WHERE ((parent.tenant_id = activity_mentions.tenant_id) AND (parent.id = activity_mentions.activity_id))))))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM crm.activities parent
  WHERE ((parent.tenant_id = activity_mentions.tenant_id) AND (parent.id = activity_mentions.activity_id))))));
create policy insert_manager on crm.activity_participants as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy insert_rep on crm.activity_participants as permissive for insert to aura_rep
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM crm.activities parent
  WHERE ((parent.tenant_id = activity_participants.tenant_id) AND (parent.id = activity_participants.activity_id))))));
create policy select_classifier on crm.activity_participants as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on crm.activity_participants as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy select_rep on crm.activity_participants as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM crm.activities parent
  WHERE ((parent.tenant_id = activity_participants.tenant_id) AND (parent.id = activity_participants.activity_id))))))
  with check ();
create policy update_manager on crm.activity_participants as permissive for update to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy update_rep on crm.activity_participants as permissive for update to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM crm.activities parent
  WHERE ((parent.tenant_id = activity_participants.tenant_id) AND (parent.id = activity_participants.activity_id))))))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM crm.activities parent
  WHERE ((parent.tenant_id = activity_participants.tenant_id) AND (parent.id = activity_participants.activity_id))))));
create policy delete_manager on crm.contact_distinctions as permissive for delete to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy delete_rep on crm.contact_distinctions as permissive for delete to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM crm.contacts c
  WHERE ((c.tenant_id = contact_distinctions.tenant_id) AND (c.id = contact_distinctions.contact_id)))) AND (EXISTS ( SELECT
   FROM crm.contacts c
  WHERE ((c.tenant_id = contact_distinctions.tenant_id) AND (c.id = contact_distinctions.other_id))))))
  with check ();
create policy forget_access on crm.contact_distinctions as permissive for select to aura_access
  using ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)))
  with check ();
create policy forget_delete_access on crm.contact_distinctions as permissive for delete to aura_access
  using ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)))
  with check ();
create policy insert_manager on crm.contact_distinctions as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy insert_rep on crm.contact_distinctions as permissive for insert to aura_rep
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM crm.contacts c
  WHERE ((c.tenant_id = contact_distinctions.tenant_id) AND (c.id = contact_distinctions.contact_id)))) AND (EXISTS ( SELECT
   FROM crm.contacts c
  WHERE ((c.tenant_id = contact_distinctions.tenant_id) AND (c.id = contact_distinctions.other_id))))));
create policy restored_only on crm.contact_distinctions as restrictive for insert to aura_manager
  using ()
  with check ((((created_at = now()) AND (created_by = ( SELECT app.user_id() AS user_id)) AND true) OR ( SELECT core.is_restoring() AS is_restoring)));
create policy select_classifier on crm.contact_distinctions as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on crm.contact_distinctions as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy select_rep on crm.contact_distinctions as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM crm.contacts c
  WHERE ((c.tenant_id = contact_distinctions.tenant_id) AND (c.id = contact_distinctions.contact_id)))) AND (EXISTS ( SELECT
   FROM crm.contacts c
  WHERE ((c.tenant_id = contact_distinctions.tenant_id) AND (c.id = contact_distinctions.other_id))))))
  with check ();
create policy update_manager on crm.contact_distinctions as permissive for update to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy insert_restored on crm.contact_merges as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT core.is_restoring() AS is_restoring)));
create policy merge_access on crm.contact_merges as permissive for all to aura_access
  using ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)))
  with check ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)));
create policy restored_only on crm.contact_merges as restrictive for insert to aura_manager
  using ()
  with check ((((created_at = now()) AND (created_by = ( SELECT app.user_id() AS user_id)) AND false) OR ( SELECT core.is_restoring() AS is_restoring)));
create policy select_classifier on crm.contact_merges as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on crm.contact_merges as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy select_rep on crm.contact_merges as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM crm.contacts c
  WHERE ((c.tenant_id = contact_merges.tenant_id) AND (c.id = contact_merges.winner_id)))) AND (EXISTS ( SELECT
   FROM crm.contacts c
  WHERE ((c.tenant_id = contact_merges.tenant_id) AND (c.id = contact_merges.loser_id))))))
  with check ();
create policy delete_access on crm.contact_shares as permissive for delete to aura_access
  using ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)))
  with check ();
create policy delete_manager on crm.contact_shares as permissive for delete to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy insert_access on crm.contact_shares as permissive for insert to aura_access
  using ()
  with check ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)));
create policy insert_manager on crm.contact_shares as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy restored_only on crm.contact_shares as restrictive for insert to aura_manager
  using ()
  with check ((((created_at = now()) AND (created_by = ( SELECT app.user_id() AS user_id)) AND true) OR ( SELECT core.is_restoring() AS is_restoring)));
create policy select_access on crm.contact_shares as permissive for select to aura_access
  using ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)))
  with check ();
create policy select_classifier on crm.contact_shares as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on crm.contact_shares as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy select_rep on crm.contact_shares as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (user_id = ( SELECT app.user_id() AS user_id))))
  with check ();
create policy update_manager on crm.contact_shares as permissive for update to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy insert_manager on crm.contacts as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy insert_rep on crm.contacts as permissive for insert to aura_rep
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (owner_id = ( SELECT app.user_id() AS user_id))));
create policy merge_access on crm.contacts as permissive for update to aura_access
  using ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)))
  with check ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)));
create policy restored_only on crm.contacts as restrictive for insert to aura_manager
  using ()
  with check ((((created_at = now()) AND (created_by = ( SELECT app.user_id() AS user_id)) AND (merged_into_id IS NULL) AND (merged_count = 0)) OR ( SELECT core.is_restoring() AS is_restoring)));
create policy select_access on crm.contacts as permissive for select to aura_access
  using ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)))
  with check ();
create policy select_classifier on crm.contacts as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on crm.contacts as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy select_rep on crm.contacts as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ((owner_id = ( SELECT app.user_id() AS user_id)) OR (id = ANY (ARRAY( SELECT crm.shared_contact_ids() AS shared_contact_ids))))))
  with check ();
create policy update_manager on crm.contacts as permissive for update to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy update_rep on crm.contacts as permissive for update to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ((owner_id = ( SELECT app.user_id() AS user_id)) OR (id = ANY (ARRAY( SELECT crm.shared_contact_ids() AS shared_contact_ids))))))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ((owner_id = ( SELECT app.user_id() AS user_id)) OR (id = ANY (ARRAY( SELECT crm.shared_contact_ids() AS shared_contact_ids))))));
create policy delete_manager on crm.deal_contacts as permissive for delete to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy delete_rep on crm.deal_contacts as permissive for delete to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM crm.deals parent
  WHERE ((parent.tenant_id = deal_contacts.tenant_id) AND (parent.id = deal_contacts.deal_id))))))
  with check ();
create policy insert_manager on crm.deal_contacts as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy insert_rep on crm.deal_contacts as permissive for insert to aura_rep
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM crm.deals d
  WHERE ((d.tenant_id = deal_contacts.tenant_id) AND (d.id = deal_contacts.deal_id)))) AND (EXISTS ( SELECT
   FROM crm.contacts c
  WHERE ((c.tenant_id = deal_contacts.tenant_id) AND (c.id = deal_contacts.contact_id))))));
create policy merge_access on crm.deal_contacts as permissive for all to aura_access
  using ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)))
  with check ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)));
create policy restored_only on crm.deal_contacts as restrictive for insert to aura_manager
  using ()
  with check ((((created_at = now()) AND (created_by = ( SELECT app.user_id() AS user_id)) AND true) OR ( SELECT core.is_restoring() AS is_restoring)));
create policy select_classifier on crm.deal_contacts as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on crm.deal_contacts as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy select_rep on crm.deal_contacts as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM crm.deals parent
  WHERE ((parent.tenant_id = deal_contacts.tenant_id) AND (parent.id = deal_contacts.deal_id))))))
  with check ();
create policy update_manager on crm.deal_contacts as permissive for update to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy update_rep on crm.deal_contacts as permissive for update to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM crm.deals parent
  WHERE ((parent.tenant_id = deal_contacts.tenant_id) AND (parent.id = deal_contacts.deal_id))))))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM crm.deals parent
  WHERE ((parent.tenant_id = deal_contacts.tenant_id) AND (parent.id = deal_contacts.deal_id))))));
create policy delete_manager on crm.deal_members as permissive for delete to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy delete_rep on crm.deal_members as permissive for delete to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (kind = 'collaborator'::text) AND (EXISTS ( SELECT
   FROM crm.deals parent
  WHERE ((parent.tenant_id = deal_members.tenant_id) AND (parent.id = deal_members.deal_id) AND (parent.owner_id = ( SELECT app.user_id() AS user_id)))))))
  with check ();
create policy insert_manager on crm.deal_members as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy insert_rep on crm.deal_members as permissive for insert to aura_rep
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (kind = 'collaborator'::text) AND (EXISTS ( SELECT
   FROM crm.deals parent
  WHERE ((parent.tenant_id = deal_members.tenant_id) AND (parent.id = deal_members.deal_id) AND (parent.owner_id = ( SELECT app.user_id() AS user_id)))))));
create policy restored_only on crm.deal_members as restrictive for insert to aura_manager
  using ()
  with check ((((created_at = now()) AND (created_by = ( SELECT app.user_id() AS user_id)) AND true) OR ( SELECT core.is_restoring() AS is_restoring)));
create policy select_classifier on crm.deal_members as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on crm.deal_members as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy select_rep on crm.deal_members as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM crm.deals parent
  WHERE ((parent.tenant_id = deal_members.tenant_id) AND (parent.id = deal_members.deal_id))))))
  with check ();
create policy shared_access on crm.deal_members as permissive for select to aura_access
  using ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)))
  with check ();
create policy update_manager on crm.deal_members as permissive for update to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy insert_restored on crm.deal_stages as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT core.is_restoring() AS is_restoring)));
create policy select_classifier on crm.deal_stages as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on crm.deal_stages as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy select_rep on crm.deal_stages as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ((owner_id = ( SELECT app.user_id() AS user_id)) OR (deal_id = ANY (ARRAY( SELECT crm.shared_deal_ids() AS shared_deal_ids))))))
  with check ();
create policy stays_access on crm.deal_stages as permissive for all to aura_access
  using ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)))
  with check ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)));
create policy insert_manager on crm.deals as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy insert_rep on crm.deals as permissive for insert to aura_rep
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (owner_id = ( SELECT app.user_id() AS user_id))));
create policy restored_only on crm.deals as restrictive for insert to aura_manager
  using ()
  with check ((((created_at = now()) AND (created_by = ( SELECT app.user_id() AS user_id)) AND true) OR ( SELECT core.is_restoring() AS is_restoring)));
create policy select_classifier on crm.deals as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on crm.deals as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy select_rep on crm.deals as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ((owner_id = ( SELECT app.user_id() AS user_id)) OR (id = ANY (ARRAY( SELECT crm.shared_deal_ids() AS shared_deal_ids))))))
  with check ();
create policy totals_access on crm.deals as permissive for all to aura_access
  using ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)))
  with check ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)));
create policy update_manager on crm.deals as permissive for update to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy update_rep on crm.deals as permissive for update to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ((owner_id = ( SELECT app.user_id() AS user_id)) OR (id = ANY (ARRAY( SELECT crm.shared_deal_ids() AS shared_deal_ids))))))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ((owner_id = ( SELECT app.user_id() AS user_id)) OR (id = ANY (ARRAY( SELECT crm.shared_deal_ids() AS shared_deal_ids))))));
create policy delete_manager on crm.line_items as permissive for delete to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy delete_rep on crm.line_items as permissive for delete to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM crm.deals parent
  WHERE ((parent.tenant_id = line_items.tenant_id) AND (parent.id = line_items.deal_id))))))
  with check ();
create policy insert_manager on crm.line_items as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy insert_rep on crm.line_items as permissive for insert to aura_rep
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM crm.deals parent
  WHERE ((parent.tenant_id = line_items.tenant_id) AND (parent.id = line_items.deal_id))))));
create policy restored_only on crm.line_items as restrictive for insert to aura_manager
  using ()
  with check ((((created_at = now()) AND (created_by = ( SELECT app.user_id() AS user_id)) AND true) OR ( SELECT core.is_restoring() AS is_restoring)));
create policy select_classifier on crm.line_items as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on crm.line_items as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy select_rep on crm.line_items as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM crm.deals parent
  WHERE ((parent.tenant_id = line_items.tenant_id) AND (parent.id = line_items.deal_id))))))
  with check ();
create policy totals_access on crm.line_items as permissive for select to aura_access
  using ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)))
  with check ();
create policy update_manager on crm.line_items as permissive for update to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy update_rep on crm.line_items as permissive for update to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM crm.deals parent
  WHERE ((parent.tenant_id = line_items.tenant_id) AND (parent.id = line_items.deal_id))))))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM crm.deals parent
  WHERE ((parent.tenant_id = line_items.tenant_id) AND (parent.id = line_items.deal_id))))));
create policy insert_manager on crm.organizations as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy insert_rep on crm.organizations as permissive for insert to aura_rep
  using ()
  with check ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)));
create policy restored_only on crm.organizations as restrictive for insert to aura_manager
  using ()
  with check ((((created_at = now()) AND (created_by = ( SELECT app.user_id() AS user_id)) AND true) OR ( SELECT core.is_restoring() AS is_restoring)));
create policy select_access on crm.organizations as permissive for select to aura_access
  using ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)))
  with check ();
create policy select_classifier on crm.organizations as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on crm.organizations as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy select_rep on crm.organizations as permissive for select to aura_rep
  using ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)))
  with check ();
create policy update_manager on crm.organizations as permissive for update to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy update_rep on crm.organizations as permissive for update to aura_rep
  using ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)))
  with check ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)));
create policy delete_restoring on crm.pipelines as permissive for delete to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT core.is_restoring() AS is_restoring)))
  with check ();
create policy insert_manager on crm.pipelines as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text]) AS has_role)));
create policy restored_only on crm.pipelines as restrictive for insert to aura_manager
  using ()
  with check ((((created_at = now()) AND (created_by = ( SELECT app.user_id() AS user_id)) AND true) OR ( SELECT core.is_restoring() AS is_restoring)));
create policy select_classifier on crm.pipelines as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on crm.pipelines as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy select_rep on crm.pipelines as permissive for select to aura_rep
  using ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)))
  with check ();
create policy update_manager on crm.pipelines as permissive for update to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text]) AS has_role)))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text]) AS has_role)));
create policy delete_undone on crm.product_prices as permissive for delete to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role) AND (EXISTS ( SELECT
   FROM (core.import_changes c
     JOIN core.imports i ON (((i.tenant_id = c.tenant_id) AND (i.id = c.import_id))))
  WHERE ((c.tenant_id = product_prices.tenant_id) AND (c.entity = 'products'::text) AND (c.record_id = product_prices.product_id) AND ((c.before ->> 'openedPriceId'::text) = (product_prices.id)::text) AND (i.status = 'undoing'::text))))))
  with check ();
create policy insert_manager on crm.product_prices as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy restored_only on crm.product_prices as restrictive for insert to aura_manager
  using ()
  with check ((((created_at = now()) AND (created_by = ( SELECT app.user_id() AS user_id)) AND true) OR ( SELECT core.is_restoring() AS is_restoring)));
create policy select_classifier on crm.product_prices as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on crm.product_prices as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy select_rep on crm.product_prices as permissive for select to aura_rep
  using ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)))
  with check ();
create policy update_manager on crm.product_prices as permissive for update to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy insert_manager on crm.products as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy restored_only on crm.products as restrictive for insert to aura_manager
  using ()
  with check ((((created_at = now()) AND (created_by = ( SELECT app.user_id() AS user_id)) AND true) OR ( SELECT core.is_restoring() AS is_restoring)));
create policy select_classifier on crm.products as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on crm.products as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy select_rep on crm.products as permissive for select to aura_rep
  using ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)))
  with check ();
create policy update_manager on crm.products as permissive for update to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)));
create policy history_access on crm.stage_changes as permissive for insert to aura_access
  using ()
  with check ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)));
create policy insert_restored on crm.stage_changes as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT core.is_restoring() AS is_restoring)));
create policy select_classifier on crm.stage_changes as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on crm.stage_changes as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy select_rep on crm.stage_changes as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (EXISTS ( SELECT
   FROM crm.deals parent
  WHERE ((parent.tenant_id = stage_changes.tenant_id) AND (parent.id = stage_changes.deal_id))))))
  with check ();
create policy delete_restoring on crm.stages as permissive for delete to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT core.is_restoring() AS is_restoring)))
  with check ();
create policy history_access on crm.stages as permissive for select to aura_access
  using ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)))
  with check ();
create policy insert_manager on crm.stages as permissive for insert to aura_manager
  using ()
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text]) AS has_role)));
create policy restored_only on crm.stages as restrictive for insert to aura_manager
  using ()
  with check ((((created_at = now()) AND (created_by = ( SELECT app.user_id() AS user_id)) AND true) OR ( SELECT core.is_restoring() AS is_restoring)));
create policy select_classifier on crm.stages as permissive for select to aura_audit
  using (true)
  with check ();
create policy select_manager on crm.stages as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy select_rep on crm.stages as permissive for select to aura_rep
  using ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)))
  with check ();
create policy update_manager on crm.stages as permissive for update to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text]) AS has_role)))
  with check (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text]) AS has_role)));
create policy index_access on search.activity_owners as permissive for all to aura_access
  using ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)))
  with check ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)));
create policy select_manager on search.activity_owners as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy select_rep on search.activity_owners as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (owner_id = ( SELECT app.user_id() AS user_id))))
  with check ();
create policy index_access on search.custom_values as permissive for all to aura_access
  using ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)))
  with check ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)));
create policy select_manager on search.custom_values as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy select_rep on search.custom_values as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ((owner_id IS NULL) OR (owner_id = ( SELECT app.user_id() AS user_id)))))
  with check ();
create policy select_rep_contact on search.custom_values as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (entity = 'contact'::text) AND (record_id = ANY (ARRAY( SELECT crm.shared_contact_ids() AS shared_contact_ids)))))
  with check ();
create policy select_rep_deal on search.custom_values as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (entity = 'deal'::text) AND (record_id = ANY (ARRAY( SELECT crm.shared_deal_ids() AS shared_deal_ids)))))
  with check ();
create policy index_access on search.tokens as permissive for all to aura_access
  using ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)))
  with check ((tenant_id = ( SELECT app.tenant_id() AS tenant_id)));
create policy select_manager on search.tokens as permissive for select to aura_manager
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ( SELECT app.has_role(VARIADIC ARRAY['admin'::text, 'manager'::text]) AS has_role)))
  with check ();
create policy select_rep on search.tokens as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND ((owner_id IS NULL) OR (owner_id = ( SELECT app.user_id() AS user_id)))))
  with check ();
create policy select_rep_contact on search.tokens as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (entity = 'contact'::text) AND (record_id = ANY (ARRAY( SELECT crm.shared_contact_ids() AS shared_contact_ids)))))
  with check ();
create policy select_rep_deal on search.tokens as permissive for select to aura_rep
  using (((tenant_id = ( SELECT app.tenant_id() AS tenant_id)) AND (entity = 'deal'::text) AND (record_id = ANY (ARRAY( SELECT crm.shared_deal_ids() AS shared_deal_ids)))))
  with check ();

-- Rights on tables

grant insert, select on audit.entities to aura_owner;
grant select on audit.events to aura_manager;
grant select on audit.seals to aura_manager;
grant select on audit.violations to aura_manager;
grant delete on core.bulk_changes to aura_access;
grant select on core.events to aura_manager;
grant select on core.events to aura_rep;
grant delete on core.export_chunks to aura_access;
grant delete on core.export_chunks to aura_manager;
grant delete on core.export_chunks to aura_rep;
grant delete, select on core.idempotency_keys to aura_manager;
grant delete, select on core.idempotency_keys to aura_rep;
grant delete on core.import_files to aura_access;
grant select on core.invitations to aura_identity;
grant delete on core.memberships to aura_access;
grant insert, select on core.memberships to aura_identity;
grant delete on core.muted_records to aura_manager;
grant delete on core.muted_records to aura_rep;
grant delete on core.notifications to aura_access;
grant delete on core.recent_records to aura_manager;
grant delete on core.recent_records to aura_rep;
grant delete on core.tenant_transitions to aura_access;
grant insert, select on core.tenant_transitions to aura_identity;
grant delete on core.tenants to aura_access;
grant insert, select on core.tenants to aura_identity;
grant select on core.tenants to aura_manager;
grant select on core.tenants to aura_rep;
grant delete on core.terms_acceptances to aura_access;
grant insert on core.terms_acceptances to aura_identity;
grant select on crm.activities to aura_access;
grant delete on crm.contact_distinctions to aura_access;
grant delete on crm.contact_distinctions to aura_manager;
grant delete on crm.contact_distinctions to aura_rep;
grant insert, select on crm.contact_merges to aura_access;
grant delete, insert, select on crm.contact_shares to aura_access;
grant delete on crm.contact_shares to aura_manager;
grant select on crm.contacts to aura_access;
grant delete, insert, select on crm.deal_contacts to aura_access;
grant delete on crm.deal_contacts to aura_manager;
grant delete on crm.deal_contacts to aura_rep;
grant delete on crm.deal_members to aura_manager;
grant delete on crm.deal_members to aura_rep;
grant delete, insert, select, update on crm.deal_stages to aura_access;
grant delete on crm.line_items to aura_manager;
grant delete on crm.line_items to aura_rep;
grant delete on crm.pipelines to aura_manager;
grant delete on crm.product_prices to aura_manager;
grant delete on crm.stages to aura_manager;
grant delete, insert, select, update on identity.credentials to aura_identity;
grant delete, insert, select, update on identity.dev_mails to aura_identity;
grant delete, insert, select, update on identity.identities to aura_identity;
grant delete, insert, select, update on identity.one_time_tokens to aura_identity;
grant delete, insert, select, update on identity.sessions to aura_identity;
grant delete, insert, select, update on identity.signing_keys to aura_identity;
grant delete, insert, select, update on identity.users to aura_identity;
grant delete, insert, select, update on search.activity_owners to aura_access;
grant select on search.activity_owners to aura_manager;
grant select on search.activity_owners to aura_rep;
grant delete, insert, select, update on search.custom_values to aura_access;
grant select on search.custom_values to aura_manager;
grant select on search.custom_values to aura_rep;
grant delete, insert, select, update on search.tokens to aura_access;
grant select on search.tokens to aura_manager;
grant select on search.tokens to aura_rep;

-- Rights on columns

grant select (tenant_id, edit_id) on core.bulk_batches to aura_audit;
grant insert (edit_id, "position", record_ids, changed, unchanged, failed, done_at) on core.bulk_batches to aura_manager;
grant select (tenant_id, edit_id, "position", record_ids, changed, unchanged, failed, done_at) on core.bulk_batches to aura_manager;
grant update (changed, unchanged, failed, done_at) on core.bulk_batches to aura_manager;
grant insert (edit_id, "position", record_ids, changed, unchanged, failed, done_at) on core.bulk_batches to aura_rep;
grant select (tenant_id, edit_id, "position", record_ids, changed, unchanged, failed, done_at) on core.bulk_batches to aura_rep;
grant update (changed, unchanged, failed, done_at) on core.bulk_batches to aura_rep;
grant select (tenant_id, edit_id, record_id, before) on core.bulk_changes to aura_access;
grant select (tenant_id, record_id) on core.bulk_changes to aura_audit;
grant insert (edit_id, record_id, before, version_after) on core.bulk_changes to aura_manager;
grant select (tenant_id, edit_id, record_id, before, version_after) on core.bulk_changes to aura_manager;
grant insert (edit_id, record_id, before, version_after) on core.bulk_changes to aura_rep;
grant select (tenant_id, edit_id, record_id, before, version_after) on core.bulk_changes to aura_rep;
grant select (tenant_id, id, finished_at) on core.bulk_edits to aura_access;
grant select (tenant_id, id) on core.bulk_edits to aura_audit;
grant insert (id, entity, changes, undo_of, status, total, failure, started_at, finished_at) on core.bulk_edits to aura_manager;
grant select (tenant_id, id, entity, changes, undo_of, status, total, failure, started_at, finished_at, version, created_at, updated_at, created_by, updated_by) on core.bulk_edits to aura_manager;
grant update (status, failure, started_at, finished_at) on core.bulk_edits to aura_manager;
grant insert (id, entity, changes, undo_of, status, total, failure, started_at, finished_at) on core.bulk_edits to aura_rep;
grant select (tenant_id, id, entity, changes, undo_of, status, total, failure, started_at, finished_at, version, created_at, updated_at, created_by, updated_by) on core.bulk_edits to aura_rep;
grant update (status, failure, started_at, finished_at) on core.bulk_edits to aura_rep;
grant select (tenant_id, record_id) on core.bulk_failures to aura_audit;
grant insert (edit_id, record_id, name, code, message) on core.bulk_failures to aura_manager;
grant select (tenant_id, edit_id, record_id, name, code, message) on core.bulk_failures to aura_manager;
grant insert (edit_id, record_id, name, code, message) on core.bulk_failures to aura_rep;
grant select (tenant_id, edit_id, record_id, name, code, message) on core.bulk_failures to aura_rep;
grant select (tenant_id, id) on core.custom_field_definitions to aura_audit;
grant insert (id, entity, key, label, type, options, required, "position", created_at, created_by, deleted_at) on core.custom_field_definitions to aura_manager;
grant select (tenant_id, id, entity, key, label, type, options, required, "position", version, created_at, updated_at, created_by, updated_by, deleted_at) on core.custom_field_definitions to aura_manager;
grant update (label, options, required, "position", deleted_at) on core.custom_field_definitions to aura_manager;
grant select (tenant_id, id, entity, key, label, type, options, required, "position", version, created_at, updated_at, created_by, updated_by, deleted_at) on core.custom_field_definitions to aura_rep;
grant select (tenant_id, id, type, entity, entity_id, actor_id, relayed_at) on core.events to aura_access;
grant update (relayed_at) on core.events to aura_access;
grant insert (id, type, entity, entity_id, actor_id, data) on core.events to aura_manager;
grant insert (id, type, entity, entity_id, data) on core.events to aura_rep;
grant select (tenant_id, export_id, created_at) on core.export_chunks to aura_access;
grant select (tenant_id, export_id) on core.export_chunks to aura_audit;
grant insert (export_id, "position", bytes) on core.export_chunks to aura_manager;
grant select (tenant_id, export_id, created_by, "position", bytes, created_at) on core.export_chunks to aura_manager;
grant insert (export_id, "position", bytes) on core.export_chunks to aura_rep;
grant select (tenant_id, export_id, created_by, "position", bytes, created_at) on core.export_chunks to aura_rep;
grant select (tenant_id, id, status, expires_at, updated_at) on core.exports to aura_access;
grant update (status, failure, finished_at) on core.exports to aura_access;
grant select (tenant_id, id) on core.exports to aura_audit;
grant insert (id, scope, format, filter, status, maker_role, run_id, rows, bytes, failure, started_at, finished_at, expires_at) on core.exports to aura_manager;
grant select (tenant_id, id, scope, format, filter, status, maker_role, run_id, rows, bytes, failure, started_at, finished_at, expires_at, version, created_at, updated_at, created_by, updated_by) on core.exports to aura_manager;
grant update (status, maker_role, run_id, rows, bytes, failure, started_at, finished_at, expires_at) on core.exports to aura_manager;
grant insert (id, scope, format, filter, status, maker_role, run_id, rows, bytes, failure, started_at, finished_at, expires_at) on core.exports to aura_rep;
grant select (tenant_id, id, scope, format, filter, status, maker_role, run_id, rows, bytes, failure, started_at, finished_at, expires_at, version, created_at, updated_at, created_by, updated_by) on core.exports to aura_rep;
grant update (status, maker_role, run_id, rows, bytes, failure, started_at, finished_at, expires_at) on core.exports to aura_rep;
grant insert (path, key, body_hash, answer) on core.idempotency_keys to aura_manager;
grant insert (path, key, body_hash, answer) on core.idempotency_keys to aura_rep;
grant select (tenant_id, import_id, entity, record_id, before) on core.import_changes to aura_access;
grant select (tenant_id, record_id) on core.import_changes to aura_audit;
grant insert (import_id, entity, record_id, action, line, before, version_after) on core.import_changes to aura_manager;
grant select (tenant_id, import_id, entity, record_id, action, line, before, version_after) on core.import_changes to aura_manager;
grant update (import_id, entity, record_id, action, line, before, version_after) on core.import_changes to aura_manager;
grant select (tenant_id, import_id) on core.import_errors to aura_audit;
grant insert (import_id, "position", line, column_name, code, message, value) on core.import_errors to aura_manager;
grant select (tenant_id, import_id, "position", line, column_name, code, message, value) on core.import_errors to aura_manager;
grant update (import_id, "position", line, column_name, code, message, value) on core.import_errors to aura_manager;
grant select (tenant_id, import_id, created_at) on core.import_files to aura_access;
grant select (tenant_id, import_id) on core.import_files to aura_audit;
grant insert (import_id, bytes) on core.import_files to aura_manager;
grant select (tenant_id, import_id, bytes, created_at) on core.import_files to aura_manager;
grant update (import_id, bytes) on core.import_files to aura_manager;
grant select (tenant_id, import_id) on core.import_progress to aura_audit;
grant insert (import_id, total, processed) on core.import_progress to aura_manager;
grant select (tenant_id, import_id, total, processed) on core.import_progress to aura_manager;
grant update (total, processed) on core.import_progress to aura_manager;
grant select (tenant_id, id, entity, status, updated_at, created_by) on core.imports to aura_access;
grant update (status, failure, finished_at) on core.imports to aura_access;
grant select (tenant_id, id) on core.imports to aura_audit;
grant insert (id, entity, status, is_dry_run, file_name, options, mapping, total, processed, created, updated, skipped, failed, detected, notes, failure, undo, started_at, finished_at, undone_at) on core.imports to aura_manager;
grant select (tenant_id, id, entity, status, is_dry_run, file_name, options, mapping, total, processed, created, updated, skipped, failed, detected, notes, failure, undo, started_at, finished_at, undone_at, version, created_at, updated_at, created_by, updated_by) on core.imports to aura_manager;
grant update (status, total, processed, created, updated, skipped, failed, detected, notes, failure, undo, started_at, finished_at, undone_at) on core.imports to aura_manager;
grant select (tenant_id, id) on core.invitations to aura_audit;
grant update (expires_at, accepted_at, revoked_at) on core.invitations to aura_identity;
grant insert (id, email, role, token_hash, expires_at, revoked_at) on core.invitations to aura_manager;
grant select (tenant_id, id, email, email_norm, role, expires_at, accepted_at, revoked_at, version, created_at, updated_at, created_by, updated_by) on core.invitations to aura_manager;
grant update (email, role, token_hash, expires_at, revoked_at) on core.invitations to aura_manager;
grant select (tenant_id, id, email, email_norm, role, expires_at, accepted_at, revoked_at, version, created_at, updated_at, created_by, updated_by) on core.invitations to aura_rep;
grant select (tenant_id, user_id, status) on core.memberships to aura_access;
grant select (tenant_id, user_id) on core.memberships to aura_audit;
grant select (tenant_id, user_id, role, status) on core.memberships to aura_context;
grant update (role, status, name, email, department, title, avatar_url, manager_id, preferences, deactivated_at) on core.memberships to aura_identity;
grant insert (user_id, role, status, name, email, department, title, avatar_url, manager_id, deactivated_at) on core.memberships to aura_manager;
grant select (tenant_id, user_id, role, status, name, email, email_norm, department, title, avatar_url, manager_id, preferences, deactivated_at, version, created_at, updated_at, created_by, updated_by) on core.memberships to aura_manager;
grant update (role, status, name, email, department, title, avatar_url, manager_id, preferences, deactivated_at) on core.memberships to aura_manager;
grant select (tenant_id, user_id, role, status, name, email, email_norm, department, title, avatar_url, manager_id, preferences, deactivated_at, version, created_at, updated_at, created_by, updated_by) on core.memberships to aura_rep;
grant update (name, department, title, avatar_url, preferences) on core.memberships to aura_rep;
grant select (tenant_id, record_id) on core.muted_records to aura_audit;
grant insert (entity, record_id) on core.muted_records to aura_manager;
grant select (tenant_id, user_id, entity, record_id, created_at) on core.muted_records to aura_manager;
grant insert (entity, record_id) on core.muted_records to aura_rep;
grant select (tenant_id, user_id, entity, record_id, created_at) on core.muted_records to aura_rep;
grant select (tenant_id, id, occurred_at, read_at) on core.notifications to aura_access;
grant select (tenant_id, id) on core.notifications to aura_audit;
grant insert (id, user_id, event, entity, record_ids, record_count, data) on core.notifications to aura_manager;
grant select (tenant_id, id, user_id, event, entity, record_ids, record_count, actor_id, data, occurred_at, read_at) on core.notifications to aura_manager;
grant update (read_at) on core.notifications to aura_manager;
grant insert (id, user_id, event, entity, record_ids, record_count, data) on core.notifications to aura_rep;
grant select (tenant_id, id, user_id, event, entity, record_ids, record_count, actor_id, data, occurred_at, read_at) on core.notifications to aura_rep;
grant update (read_at) on core.notifications to aura_rep;
grant select (tenant_id, entity_id) on core.recent_records to aura_audit;
grant insert (entity, entity_id, opened_at) on core.recent_records to aura_manager;
grant select (tenant_id, user_id, entity, entity_id, opened_at) on core.recent_records to aura_manager;
grant update (opened_at) on core.recent_records to aura_manager;
grant insert (entity, entity_id, opened_at) on core.recent_records to aura_rep;
grant select (tenant_id, user_id, entity, entity_id, opened_at) on core.recent_records to aura_rep;
grant update (opened_at) on core.recent_records to aura_rep;
grant select (tenant_id, user_id, reminded_on) on core.reminder_days to aura_access;
grant select (tenant_id, user_id) on core.reminder_days to aura_audit;
grant insert (reminded_on) on core.reminder_days to aura_manager;
grant select (tenant_id, user_id, reminded_on) on core.reminder_days to aura_manager;
grant update (reminded_on) on core.reminder_days to aura_manager;
grant insert (reminded_on) on core.reminder_days to aura_rep;
grant select (tenant_id, user_id, reminded_on) on core.reminder_days to aura_rep;
grant update (reminded_on) on core.reminder_days to aura_rep;
grant select (tenant_id, id) on core.saved_views to aura_audit;
grant insert (id, owner_id, entity, name, visibility, address, created_at, created_by, deleted_at) on core.saved_views to aura_manager;
grant select (tenant_id, id, owner_id, entity, name, visibility, address, version, created_at, updated_at, created_by, updated_by, deleted_at) on core.saved_views to aura_manager;
grant update (name, visibility, address, deleted_at) on core.saved_views to aura_manager;
grant insert (id, entity, name, visibility, address, deleted_at) on core.saved_views to aura_rep;
grant select (tenant_id, id, owner_id, entity, name, visibility, address, version, created_at, updated_at, created_by, updated_by, deleted_at) on core.saved_views to aura_rep;
grant update (name, visibility, address, deleted_at) on core.saved_views to aura_rep;
grant select (tenant_id) on core.tenant_transitions to aura_access;
grant select (tenant_id, id) on core.tenant_transitions to aura_audit;
grant insert (id) on core.tenant_transitions to aura_manager;
grant select (tenant_id, id, from_status, to_status, actor, reason, occurred_at) on core.tenant_transitions to aura_manager;
grant select (tenant_id, id, from_status, to_status, actor, reason, occurred_at) on core.tenant_transitions to aura_rep;
grant select (id, status, timezone, created_at) on core.tenants to aura_access;
grant select (id, status) on core.tenants to aura_context;
grant update (slug, name, status, industry, timezone, currency, locale, logo_url, settings, terms_version) on core.tenants to aura_identity;
grant update (name, industry, timezone, currency, locale, logo_url, settings) on core.tenants to aura_manager;
grant select (tenant_id) on core.terms_acceptances to aura_access;
grant select (tenant_id, id) on core.terms_acceptances to aura_audit;
grant insert (id) on core.terms_acceptances to aura_manager;
grant select (tenant_id, id, user_id, terms_version, terms_hash, typed_name, ip, user_agent, accepted_at) on core.terms_acceptances to aura_manager;
grant select (tenant_id, id, user_id, terms_version, terms_hash, typed_name, ip, user_agent, accepted_at) on core.terms_acceptances to aura_rep;
grant update (contact_id) on crm.activities to aura_access;
grant select (tenant_id, id) on crm.activities to aura_audit;
grant insert (id, type, occurred_at, subject, body, outcome, duration_minutes, contact_id, organization_id, deal_id, archived_at, import_id, created_at, created_by) on crm.activities to aura_manager;
grant select (tenant_id, id, type, occurred_at, subject, body, outcome, duration_minutes, contact_id, organization_id, deal_id, archived_at, import_id, version, created_at, updated_at, created_by, updated_by) on crm.activities to aura_manager;
grant update (archived_at) on crm.activities to aura_manager;
grant insert (id, type, occurred_at, subject, body, outcome, duration_minutes, contact_id, organization_id, deal_id, archived_at, import_id) on crm.activities to aura_rep;
grant select (tenant_id, id, type, occurred_at, subject, body, outcome, duration_minutes, contact_id, organization_id, deal_id, archived_at, import_id, version, created_at, updated_at, created_by, updated_by) on crm.activities to aura_rep;
grant update (archived_at) on crm.activities to aura_rep;
grant select (tenant_id, id) on crm.activity_mentions to aura_audit;
grant insert (id, activity_id, user_id) on crm.activity_mentions to aura_manager;
grant select (tenant_id, id, activity_id, user_id) on crm.activity_mentions to aura_manager;
grant insert (id, activity_id, user_id) on crm.activity_mentions to aura_rep;
grant select (tenant_id, id, activity_id, user_id) on crm.activity_mentions to aura_rep;
grant select (tenant_id, id) on crm.activity_participants to aura_audit;
grant insert (id, activity_id, user_id) on crm.activity_participants to aura_manager;
grant select (tenant_id, id, activity_id, user_id) on crm.activity_participants to aura_manager;
grant insert (id, activity_id, user_id) on crm.activity_participants to aura_rep;
grant select (tenant_id, id, activity_id, user_id) on crm.activity_participants to aura_rep;
grant select (tenant_id, contact_id, other_id) on crm.contact_distinctions to aura_access;
grant select (tenant_id, contact_id) on crm.contact_distinctions to aura_audit;
grant insert (contact_id, other_id, created_at, created_by) on crm.contact_distinctions to aura_manager;
grant select (tenant_id, contact_id, other_id, created_at, created_by) on crm.contact_distinctions to aura_manager;
grant insert (contact_id, other_id) on crm.contact_distinctions to aura_rep;
grant select (tenant_id, contact_id, other_id, created_at, created_by) on crm.contact_distinctions to aura_rep;
grant update (changes, links, undone_at, undone_by) on crm.contact_merges to aura_access;
grant select (tenant_id, id) on crm.contact_merges to aura_audit;
grant insert (id, winner_id, loser_id, changes, links, loser, created_at, created_by, undone_at, undone_by) on crm.contact_merges to aura_manager;
grant select (tenant_id, id, winner_id, loser_id, changes, links, loser, created_at, created_by, undone_at, undone_by) on crm.contact_merges to aura_manager;
grant select (tenant_id, id, winner_id, loser_id, changes, links, loser, created_at, created_by, undone_at, undone_by) on crm.contact_merges to aura_rep;
grant select (tenant_id, contact_id, user_id) on crm.contact_shares to aura_access;
grant select (tenant_id, contact_id) on crm.contact_shares to aura_audit;
grant insert (contact_id, user_id, created_at, created_by) on crm.contact_shares to aura_manager;
grant select (tenant_id, contact_id, user_id, created_at, created_by) on crm.contact_shares to aura_manager;
grant select (tenant_id, contact_id, user_id, created_at, created_by) on crm.contact_shares to aura_rep;
grant update (deleted_at, merged_into_id, merged_count) on crm.contacts to aura_access;
grant select (tenant_id, id) on crm.contacts to aura_audit;
grant insert (id, first_name, last_name, email, phone, title, organization_id, owner_id, escalated_at, escalated_by, external_id, import_id, custom_fields, created_at, created_by, deleted_at, merged_into_id, merged_count) on crm.contacts to aura_manager;
grant select (tenant_id, id, first_name, last_name, name_norm, email, email_norm, phone, phone_norm, title, organization_id, owner_id, escalated_at, escalated_by, external_id, import_id, custom_fields, version, created_at, updated_at, created_by, updated_by, deleted_at, merged_into_id, merged_count, phone_key) on crm.contacts to aura_manager;
grant update (first_name, last_name, email, phone, title, organization_id, owner_id, escalated_at, escalated_by, external_id, custom_fields, deleted_at) on crm.contacts to aura_manager;
grant insert (id, first_name, last_name, email, phone, title, organization_id, owner_id, escalated_at, escalated_by, external_id, import_id, custom_fields, deleted_at) on crm.contacts to aura_rep;
grant select (tenant_id, id, first_name, last_name, name_norm, email, email_norm, phone, phone_norm, title, organization_id, owner_id, escalated_at, escalated_by, external_id, import_id, custom_fields, version, created_at, updated_at, created_by, updated_by, deleted_at, merged_into_id, merged_count, phone_key) on crm.contacts to aura_rep;
grant update (first_name, last_name, email, phone, title, organization_id, escalated_at, escalated_by, external_id, custom_fields, deleted_at) on crm.contacts to aura_rep;
grant update (contact_id, role) on crm.deal_contacts to aura_access;
grant select (tenant_id, id) on crm.deal_contacts to aura_audit;
grant insert (id, deal_id, contact_id, role, created_at, created_by) on crm.deal_contacts to aura_manager;
grant select (tenant_id, id, deal_id, contact_id, role, created_at, created_by) on crm.deal_contacts to aura_manager;
grant update (role) on crm.deal_contacts to aura_manager;
grant insert (id, deal_id, contact_id, role) on crm.deal_contacts to aura_rep;
grant select (tenant_id, id, deal_id, contact_id, role, created_at, created_by) on crm.deal_contacts to aura_rep;
grant update (role) on crm.deal_contacts to aura_rep;
grant select (tenant_id, deal_id, user_id) on crm.deal_members to aura_access;
grant select (tenant_id, id) on crm.deal_members to aura_audit;
grant insert (id, deal_id, user_id, kind, created_at, created_by) on crm.deal_members to aura_manager;
grant select (tenant_id, id, deal_id, user_id, kind, created_at, created_by) on crm.deal_members to aura_manager;
grant insert (id, deal_id, user_id, kind) on crm.deal_members to aura_rep;
grant select (tenant_id, id, deal_id, user_id, kind, created_at, created_by) on crm.deal_members to aura_rep;
grant select (tenant_id, deal_id) on crm.deal_stages to aura_audit;
grant insert (deal_id, stage_id, pipeline_id, owner_id, is_archived, entered_at, left_at, outcome) on crm.deal_stages to aura_manager;
grant select (tenant_id, deal_id, stage_id, pipeline_id, owner_id, is_archived, entered_at, left_at, days, outcome) on crm.deal_stages to aura_manager;
grant select (tenant_id, deal_id, stage_id, pipeline_id, owner_id, is_archived, entered_at, left_at, days, outcome) on crm.deal_stages to aura_rep;
grant select (tenant_id, id, name, amount_minor, amount_source, organization_id, owner_id, net_minor, discount_minor, tax_minor, gross_minor, cost_minor, margin_minor, deleted_at) on crm.deals to aura_access;
grant update (amount_minor, amount_source, net_minor, discount_minor, tax_minor, gross_minor, cost_minor, margin_minor) on crm.deals to aura_access;
grant select (tenant_id, id) on crm.deals to aura_audit;
grant insert (id, name, amount_minor, currency, pipeline_id, stage_id, probability, close_date, opened_on, stage_entered_at, stage_reason, closed_at, closed_stage_name, closed_probability, lost_reason, notes, organization_id, owner_id, next_step, next_step_on, escalated_at, escalated_by, custom_fields, external_id, import_id, created_at, created_by, deleted_at, closed_from_stage_id) on crm.deals to aura_manager;
grant select (tenant_id, id, name, name_norm, amount_minor, currency, amount_source, amount_sort, pipeline_id, stage_id, status, probability, close_date, close_sort, opened_on, stage_entered_at, stage_reason, closed_at, closed_stage_name, closed_probability, lost_reason, notes, organization_id, owner_id, next_step, next_step_on, next_step_sort, escalated_at, escalated_by, net_minor, discount_minor, tax_minor, gross_minor, cost_minor, margin_minor, custom_fields, external_id, import_id, version, created_at, updated_at, created_by, updated_by, deleted_at, closed_from_stage_id) on crm.deals to aura_manager;
grant update (name, amount_minor, currency, stage_id, probability, close_date, opened_on, stage_reason, closed_at, lost_reason, notes, organization_id, owner_id, next_step, next_step_on, escalated_at, escalated_by, custom_fields, external_id, deleted_at) on crm.deals to aura_manager;
grant insert (id, name, amount_minor, currency, pipeline_id, stage_id, probability, close_date, opened_on, stage_entered_at, stage_reason, closed_at, lost_reason, notes, organization_id, owner_id, next_step, next_step_on, escalated_at, escalated_by, custom_fields, external_id, import_id, deleted_at, closed_from_stage_id) on crm.deals to aura_rep;
grant select (tenant_id, id, name, name_norm, amount_minor, currency, amount_source, amount_sort, pipeline_id, stage_id, status, probability, close_date, close_sort, opened_on, stage_entered_at, stage_reason, closed_at, closed_stage_name, closed_probability, lost_reason, notes, organization_id, owner_id, next_step, next_step_on, next_step_sort, escalated_at, escalated_by, net_minor, discount_minor, tax_minor, gross_minor, cost_minor, margin_minor, custom_fields, external_id, import_id, version, created_at, updated_at, created_by, updated_by, deleted_at, closed_from_stage_id) on crm.deals to aura_rep;
grant update (name, amount_minor, currency, stage_id, probability, close_date, opened_on, stage_reason, closed_at, lost_reason, notes, organization_id, next_step, next_step_on, escalated_at, escalated_by, custom_fields, external_id, deleted_at) on crm.deals to aura_rep;
grant select (tenant_id, id, deal_id, net_minor, discount_minor, tax_minor, gross_minor, cost_minor, margin_minor) on crm.line_items to aura_access;
grant select (tenant_id, id) on crm.line_items to aura_audit;
grant insert (id, deal_id, product_id, description, "position", quantity, unit_price_minor, discount_percent, discount_amount_minor, tax_percent, override_reason, list_price_minor, unit_cost_minor, max_discount_percent, target_margin_percent, created_at, created_by) on crm.line_items to aura_manager;
grant select (tenant_id, id, deal_id, product_id, description, "position", quantity, unit_price_minor, discount_percent, discount_amount_minor, tax_percent, override_reason, list_price_minor, unit_cost_minor, max_discount_percent, target_margin_percent, net_minor, discount_minor, tax_minor, gross_minor, cost_minor, margin_minor, is_discount_exceeded, is_margin_missed, version, created_at, updated_at, created_by, updated_by) on crm.line_items to aura_manager;
grant update (product_id, description, "position", quantity, unit_price_minor, discount_percent, discount_amount_minor, tax_percent, override_reason, list_price_minor, unit_cost_minor, max_discount_percent, target_margin_percent) on crm.line_items to aura_manager;
grant insert (id, deal_id, product_id, description, "position", quantity, unit_price_minor, discount_percent, discount_amount_minor, tax_percent, override_reason, list_price_minor, unit_cost_minor, max_discount_percent, target_margin_percent) on crm.line_items to aura_rep;
grant select (tenant_id, id, deal_id, product_id, description, "position", quantity, unit_price_minor, discount_percent, discount_amount_minor, tax_percent, override_reason, list_price_minor, unit_cost_minor, max_discount_percent, target_margin_percent, net_minor, discount_minor, tax_minor, gross_minor, cost_minor, margin_minor, is_discount_exceeded, is_margin_missed, version, created_at, updated_at, created_by, updated_by) on crm.line_items to aura_rep;
grant update (product_id, description, "position", quantity, unit_price_minor, discount_percent, discount_amount_minor, tax_percent, override_reason, list_price_minor, unit_cost_minor, max_discount_percent, target_margin_percent) on crm.line_items to aura_rep;
grant select (tenant_id, id, name, deleted_at) on crm.organizations to aura_access;
grant select (tenant_id, id) on crm.organizations to aura_audit;
grant insert (id, name, industry, size, location, website, parent_id, owner_id, external_id, import_id, custom_fields, created_at, created_by, deleted_at) on crm.organizations to aura_manager;
grant select (tenant_id, id, name, name_norm, industry, size, location, website, parent_id, owner_id, external_id, import_id, custom_fields, version, created_at, updated_at, created_by, updated_by, deleted_at) on crm.organizations to aura_manager;
grant update (name, industry, size, location, website, parent_id, owner_id, external_id, custom_fields, deleted_at) on crm.organizations to aura_manager;
grant insert (id, name, industry, size, location, website, parent_id, owner_id, external_id, import_id, custom_fields, deleted_at) on crm.organizations to aura_rep;
grant select (tenant_id, id, name, name_norm, industry, size, location, website, parent_id, owner_id, external_id, import_id, custom_fields, version, created_at, updated_at, created_by, updated_by, deleted_at) on crm.organizations to aura_rep;
grant update (name, industry, size, location, website, parent_id, external_id, custom_fields, deleted_at) on crm.organizations to aura_rep;
grant select (tenant_id, id) on crm.pipelines to aura_audit;
grant insert (id, name, "position", is_default, archived_at, created_at, created_by) on crm.pipelines to aura_manager;
grant select (tenant_id, id, name, "position", is_default, archived_at, version, created_at, updated_at, created_by, updated_by) on crm.pipelines to aura_manager;
grant update (name, "position", is_default, archived_at) on crm.pipelines to aura_manager;
grant select (tenant_id, id, name, "position", is_default, archived_at, version, created_at, updated_at, created_by, updated_by) on crm.pipelines to aura_rep;
grant select (tenant_id, id) on crm.product_prices to aura_audit;
grant insert (id, product_id, currency, amount_minor, cost_minor, max_discount_percent, target_margin_percent, valid_from, valid_to, created_at, created_by) on crm.product_prices to aura_manager;
grant select (tenant_id, id, product_id, currency, amount_minor, cost_minor, max_discount_percent, target_margin_percent, valid_from, valid_to, created_at, created_by) on crm.product_prices to aura_manager;
grant update (valid_to) on crm.product_prices to aura_manager;
grant select (tenant_id, id, product_id, currency, amount_minor, cost_minor, max_discount_percent, target_margin_percent, valid_from, valid_to, created_at, created_by) on crm.product_prices to aura_rep;
grant select (tenant_id, id) on crm.products to aura_audit;
grant insert (id, sku, name, description, category, is_active, custom_fields, external_id, import_id, created_at, created_by, deleted_at) on crm.products to aura_manager;
grant select (tenant_id, id, sku, sku_norm, name, name_norm, description, category, is_active, custom_fields, external_id, import_id, version, created_at, updated_at, created_by, updated_by, deleted_at) on crm.products to aura_manager;
grant update (sku, name, description, category, is_active, custom_fields, external_id, deleted_at) on crm.products to aura_manager;
grant select (tenant_id, id, sku, sku_norm, name, name_norm, description, category, is_active, custom_fields, external_id, import_id, version, created_at, updated_at, created_by, updated_by, deleted_at) on crm.products to aura_rep;
grant insert (tenant_id, deal_id, from_stage_id, from_stage_name, from_probability, to_stage_id, to_stage_name, to_probability, to_status, reason, changed_at) on crm.stage_changes to aura_access;
grant select (tenant_id, id) on crm.stage_changes to aura_audit;
grant insert (id, deal_id, from_stage_id, from_stage_name, from_probability, to_stage_id, to_stage_name, to_probability, to_status, reason, changed_at, changed_by) on crm.stage_changes to aura_manager;
grant select (tenant_id, id, deal_id, from_stage_id, from_stage_name, from_probability, to_stage_id, to_stage_name, to_probability, to_status, reason, changed_at, changed_by) on crm.stage_changes to aura_manager;
grant select (tenant_id, id, deal_id, from_stage_id, from_stage_name, from_probability, to_stage_id, to_stage_name, to_probability, to_status, reason, changed_at, changed_by) on crm.stage_changes to aura_rep;
grant select (tenant_id, id, pipeline_id, name, kind, probability, "position") on crm.stages to aura_access;
grant select (tenant_id, id) on crm.stages to aura_audit;
grant insert (id, pipeline_id, name, kind, probability, required_fields, expected_days, color, "position", retired_at, successor_id, created_at, created_by) on crm.stages to aura_manager;
grant select (tenant_id, id, pipeline_id, name, kind, probability, required_fields, expected_days, color, "position", retired_at, successor_id, version, created_at, updated_at, created_by, updated_by) on crm.stages to aura_manager;
grant update (name, kind, probability, required_fields, expected_days, color, "position", retired_at, successor_id) on crm.stages to aura_manager;
grant select (tenant_id, id, pipeline_id, name, kind, probability, required_fields, expected_days, color, "position", retired_at, successor_id, version, created_at, updated_at, created_by, updated_by) on crm.stages to aura_rep;

-- Triggers

CREATE TRIGGER events_no_change BEFORE DELETE OR UPDATE ON audit.events FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER events_no_truncate BEFORE TRUNCATE ON audit.events FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER seals_no_change BEFORE DELETE OR UPDATE ON audit.seals FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER seals_no_truncate BEFORE TRUNCATE ON audit.seals FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER violations_no_change BEFORE DELETE OR UPDATE ON audit.violations FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER violations_no_truncate BEFORE TRUNCATE ON audit.violations FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER a_touch BEFORE UPDATE ON core.bulk_edits FOR EACH ROW EXECUTE FUNCTION app.touch();
CREATE TRIGGER z_audit_delete AFTER DELETE ON core.bulk_edits REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('bulk_edit', 'id');
CREATE TRIGGER z_audit_insert AFTER INSERT ON core.bulk_edits REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('bulk_edit', 'id');
CREATE TRIGGER z_audit_update AFTER UPDATE ON core.bulk_edits REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('bulk_edit', 'id');
CREATE TRIGGER a_touch BEFORE UPDATE ON core.custom_field_definitions FOR EACH ROW EXECUTE FUNCTION app.touch();
CREATE TRIGGER z_audit_delete AFTER DELETE ON core.custom_field_definitions REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('custom_field', 'id');
CREATE TRIGGER z_audit_insert AFTER INSERT ON core.custom_field_definitions REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('custom_field', 'id');
CREATE TRIGGER z_audit_update AFTER UPDATE ON core.custom_field_definitions REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('custom_field', 'id');
CREATE TRIGGER a_touch BEFORE UPDATE ON core.exports FOR EACH ROW EXECUTE FUNCTION app.touch();
CREATE TRIGGER a_touch BEFORE UPDATE ON core.imports FOR EACH ROW EXECUTE FUNCTION app.touch();
CREATE TRIGGER z_audit_delete AFTER DELETE ON core.imports REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('import', 'id');
CREATE TRIGGER z_audit_insert AFTER INSERT ON core.imports REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('import', 'id');
CREATE TRIGGER z_audit_update AFTER UPDATE ON core.imports REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('import', 'id');
CREATE TRIGGER a_touch BEFORE UPDATE ON core.invitations FOR EACH ROW EXECUTE FUNCTION app.touch();
CREATE TRIGGER z_audit_delete AFTER DELETE ON core.invitations REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('invitation', 'id');
CREATE TRIGGER z_audit_insert AFTER INSERT ON core.invitations REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('invitation', 'id');
CREATE TRIGGER z_audit_update AFTER UPDATE ON core.invitations REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('invitation', 'id');
CREATE TRIGGER a_touch BEFORE UPDATE ON core.memberships FOR EACH ROW EXECUTE FUNCTION app.touch();
CREATE TRIGGER b_guard BEFORE UPDATE ON core.memberships FOR EACH ROW EXECUTE FUNCTION core.guard_membership();
CREATE TRIGGER z_audit_delete AFTER DELETE ON core.memberships REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('member', 'user_id');
CREATE TRIGGER z_audit_insert AFTER INSERT ON core.memberships REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('member', 'user_id');
CREATE TRIGGER z_audit_update AFTER UPDATE ON core.memberships REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('member', 'user_id');
CREATE TRIGGER a_touch BEFORE UPDATE ON core.saved_views FOR EACH ROW EXECUTE FUNCTION app.touch();
CREATE TRIGGER z_log_insert AFTER INSERT ON core.saved_views FOR EACH ROW EXECUTE FUNCTION core.log_saved_view();
CREATE TRIGGER z_log_update AFTER UPDATE ON core.saved_views FOR EACH ROW EXECUTE FUNCTION core.log_saved_view();
CREATE TRIGGER a_touch BEFORE UPDATE ON core.tenants FOR EACH ROW EXECUTE FUNCTION app.touch();
CREATE TRIGGER a_touch BEFORE UPDATE ON crm.activities FOR EACH ROW EXECUTE FUNCTION app.touch();
CREATE TRIGGER b_keep BEFORE UPDATE ON crm.activities FOR EACH ROW EXECUTE FUNCTION crm.keep_activity();
CREATE TRIGGER y_owners_insert AFTER INSERT ON crm.activities REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION crm.add_activity_owners();
CREATE TRIGGER y_owners_update AFTER UPDATE OF contact_id ON crm.activities FOR EACH ROW WHEN ((old.contact_id IS DISTINCT FROM new.contact_id)) EXECUTE FUNCTION crm.move_activity_owner();
CREATE TRIGGER z_audit_delete AFTER DELETE ON crm.activities REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('activity', 'id');
CREATE TRIGGER z_audit_insert AFTER INSERT ON crm.activities REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('activity', 'id');
CREATE TRIGGER z_audit_update AFTER UPDATE ON crm.activities REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('activity', 'id');
CREATE TRIGGER z_audit_delete AFTER DELETE ON crm.contact_distinctions REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('contact_distinction', 'contact_id');
CREATE TRIGGER z_audit_insert AFTER INSERT ON crm.contact_distinctions REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('contact_distinction', 'contact_id');
CREATE TRIGGER z_audit_update AFTER UPDATE ON crm.contact_distinctions REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('contact_distinction', 'contact_id');
CREATE TRIGGER z_audit_delete AFTER DELETE ON crm.contact_merges REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('contact_merge', 'id');
CREATE TRIGGER z_audit_insert AFTER INSERT ON crm.contact_merges REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('contact_merge', 'id');
CREATE TRIGGER z_audit_update AFTER UPDATE ON crm.contact_merges REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('contact_merge', 'id');
CREATE TRIGGER z_audit_delete AFTER DELETE ON crm.contact_shares REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('contact_share', 'contact_id');
CREATE TRIGGER z_audit_insert AFTER INSERT ON crm.contact_shares REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('contact_share', 'contact_id');
CREATE TRIGGER z_audit_update AFTER UPDATE ON crm.contact_shares REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('contact_share', 'contact_id');
CREATE TRIGGER a_touch BEFORE UPDATE ON crm.contacts FOR EACH ROW EXECUTE FUNCTION app.touch();
CREATE TRIGGER b_custom_fields BEFORE UPDATE OF custom_fields ON crm.contacts FOR EACH ROW WHEN ((new.custom_fields <> '{}'::jsonb)) EXECUTE FUNCTION core.check_custom_fields('contact');
CREATE TRIGGER b_custom_insert AFTER INSERT ON crm.contacts REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION core.check_new_custom_fields('contact');
CREATE TRIGGER b_owner BEFORE UPDATE OF owner_id ON crm.contacts FOR EACH ROW EXECUTE FUNCTION crm.refuse_deactivated_owner();
CREATE TRIGGER b_owner_insert AFTER INSERT ON crm.contacts REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION crm.refuse_deactivated_owners();
CREATE TRIGGER x_distinctions AFTER UPDATE OF deleted_at ON crm.contacts FOR EACH ROW WHEN (((old.deleted_at IS NULL) AND (new.deleted_at IS NOT NULL))) EXECUTE FUNCTION crm.forget_distinctions();
CREATE TRIGGER y_activities_owner AFTER UPDATE OF owner_id ON crm.contacts FOR EACH ROW WHEN ((old.owner_id IS DISTINCT FROM new.owner_id)) EXECUTE FUNCTION crm.give_activities('contact');
CREATE TRIGGER y_custom_insert AFTER INSERT ON crm.contacts REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.add_custom_values('contact', 'n.owner_id');
CREATE TRIGGER y_custom_update AFTER UPDATE ON crm.contacts FOR EACH ROW WHEN ((((old.custom_fields <> '{}'::jsonb) OR (new.custom_fields <> '{}'::jsonb)) AND (((old.custom_fields IS DISTINCT FROM new.custom_fields) OR (old.owner_id IS DISTINCT FROM new.owner_id)) OR (old.deleted_at IS DISTINCT FROM new.deleted_at)))) EXECUTE FUNCTION search.change_custom_values('contact', 'n.owner_id');
CREATE TRIGGER y_search_insert AFTER INSERT ON crm.contacts REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.index_rows('contact', 'case when n.merged_count > 0 then crm.contact_document(n)
          else crm.contact_text(n, (select o.name from crm.organizations o where o.tenant_id = n.tenant_id and o.id = n.organization_id)) end', 'n.owner_id', '', 'n.name_norm');
CREATE TRIGGER y_search_update AFTER UPDATE ON crm.contacts REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.index_rows('contact', 'case when n.merged_count > 0 then crm.contact_document(n)
          else crm.contact_text(n, (select o.name from crm.organizations o where o.tenant_id = n.tenant_id and o.id = n.organization_id)) end', 'n.owner_id', 'row (n.first_name, n.last_name, n.email, n.phone, n.title, n.organization_id, n.merged_count)', 'n.name_norm');
CREATE TRIGGER z_audit_delete AFTER DELETE ON crm.contacts REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('contact', 'id');
CREATE TRIGGER z_audit_insert AFTER INSERT ON crm.contacts REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('contact', 'id');
CREATE TRIGGER z_audit_update AFTER UPDATE ON crm.contacts REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('contact', 'id');
CREATE TRIGGER z_audit_delete AFTER DELETE ON crm.deal_contacts REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('deal_contact', 'id');
CREATE TRIGGER z_audit_insert AFTER INSERT ON crm.deal_contacts REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('deal_contact', 'id');
CREATE TRIGGER z_audit_update AFTER UPDATE ON crm.deal_contacts REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('deal_contact', 'id');
CREATE TRIGGER z_audit_delete AFTER DELETE ON crm.deal_members REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('deal_member', 'id');
CREATE TRIGGER z_audit_insert AFTER INSERT ON crm.deal_members REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('deal_member', 'id');
CREATE TRIGGER z_audit_update AFTER UPDATE ON crm.deal_members REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('deal_member', 'id');
CREATE TRIGGER a_touch BEFORE UPDATE ON crm.deals FOR EACH ROW EXECUTE FUNCTION app.touch();
CREATE TRIGGER b_custom_fields BEFORE UPDATE OF custom_fields ON crm.deals FOR EACH ROW WHEN ((new.custom_fields <> '{}'::jsonb)) EXECUTE FUNCTION core.check_custom_fields('deal');
CREATE TRIGGER b_custom_insert AFTER INSERT ON crm.deals REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION core.check_new_custom_fields('deal');
CREATE TRIGGER b_owner BEFORE UPDATE OF owner_id ON crm.deals FOR EACH ROW EXECUTE FUNCTION crm.refuse_deactivated_owner();
CREATE TRIGGER b_owner_insert AFTER INSERT ON crm.deals REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION crm.refuse_deactivated_owners();
CREATE TRIGGER b_stage BEFORE INSERT OR UPDATE ON crm.deals FOR EACH ROW EXECUTE FUNCTION crm.keep_deal_stage();
CREATE TRIGGER b_stage_undone BEFORE UPDATE ON crm.deals FOR EACH ROW WHEN ((old.stage_id <> new.stage_id)) EXECUTE FUNCTION crm.put_stage_back();
CREATE TRIGGER c_history_insert AFTER INSERT ON crm.deals REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION crm.record_first_stage();
CREATE TRIGGER c_history_update AFTER UPDATE ON crm.deals FOR EACH ROW WHEN ((old.stage_id <> new.stage_id)) EXECUTE FUNCTION crm.record_stage_change();
CREATE TRIGGER c_stays_follow AFTER UPDATE ON crm.deals FOR EACH ROW WHEN (((old.owner_id <> new.owner_id) OR ((old.deleted_at IS NULL) <> (new.deleted_at IS NULL)))) EXECUTE FUNCTION crm.follow_deal_of_stay();
CREATE TRIGGER c_stays_insert AFTER INSERT ON crm.deals REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION crm.record_first_stay();
CREATE TRIGGER c_stays_update AFTER UPDATE ON crm.deals FOR EACH ROW WHEN ((old.stage_id <> new.stage_id)) EXECUTE FUNCTION crm.record_stay();
CREATE TRIGGER c_stays_update_undone AFTER UPDATE ON crm.deals FOR EACH ROW WHEN ((old.stage_id <> new.stage_id)) EXECUTE FUNCTION crm.put_stays_back();
CREATE TRIGGER y_activities_owner AFTER UPDATE OF owner_id ON crm.deals FOR EACH ROW WHEN ((old.owner_id IS DISTINCT FROM new.owner_id)) EXECUTE FUNCTION crm.give_activities('deal');
CREATE TRIGGER y_custom_insert AFTER INSERT ON crm.deals REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.add_custom_values('deal', 'n.owner_id');
CREATE TRIGGER y_custom_update AFTER UPDATE ON crm.deals FOR EACH ROW WHEN ((((old.custom_fields <> '{}'::jsonb) OR (new.custom_fields <> '{}'::jsonb)) AND (((old.custom_fields IS DISTINCT FROM new.custom_fields) OR (old.owner_id IS DISTINCT FROM new.owner_id)) OR (old.deleted_at IS DISTINCT FROM new.deleted_at)))) EXECUTE FUNCTION search.change_custom_values('deal', 'n.owner_id');
CREATE TRIGGER y_search_insert AFTER INSERT ON crm.deals REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.index_rows('deal', 'concat_ws(E''\n'', n.name, (select o.name from crm.organizations o where o.tenant_id = n.tenant_id and o.id = n.organization_id))', 'n.owner_id');
CREATE TRIGGER y_search_update AFTER UPDATE ON crm.deals FOR EACH ROW WHEN (((((old.name IS DISTINCT FROM new.name) OR (old.organization_id IS DISTINCT FROM new.organization_id)) OR (old.owner_id IS DISTINCT FROM new.owner_id)) OR (old.deleted_at IS DISTINCT FROM new.deleted_at))) EXECUTE FUNCTION crm.index_deal();
CREATE TRIGGER z_audit_delete AFTER DELETE ON crm.deals REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('deal', 'id');
CREATE TRIGGER z_audit_insert AFTER INSERT ON crm.deals REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('deal', 'id');
CREATE TRIGGER z_audit_update AFTER UPDATE ON crm.deals REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('deal', 'id');
CREATE TRIGGER a_touch BEFORE UPDATE ON crm.line_items FOR EACH ROW EXECUTE FUNCTION app.touch();
CREATE TRIGGER b_compute BEFORE INSERT OR UPDATE ON crm.line_items FOR EACH ROW EXECUTE FUNCTION crm.compute_line_item();
CREATE TRIGGER d_sum_delete AFTER DELETE ON crm.line_items REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION crm.sum_line_items();
CREATE TRIGGER d_sum_insert AFTER INSERT ON crm.line_items REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION crm.sum_line_items();
CREATE TRIGGER d_sum_update AFTER UPDATE ON crm.line_items REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION crm.sum_line_items();
CREATE TRIGGER z_audit_delete AFTER DELETE ON crm.line_items REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('line_item', 'id');
CREATE TRIGGER z_audit_insert AFTER INSERT ON crm.line_items REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('line_item', 'id');
CREATE TRIGGER z_audit_update AFTER UPDATE ON crm.line_items REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('line_item', 'id');
CREATE TRIGGER a_touch BEFORE UPDATE ON crm.organizations FOR EACH ROW EXECUTE FUNCTION app.touch();
CREATE TRIGGER b_custom_fields BEFORE UPDATE OF custom_fields ON crm.organizations FOR EACH ROW WHEN ((new.custom_fields <> '{}'::jsonb)) EXECUTE FUNCTION core.check_custom_fields('organization');
CREATE TRIGGER b_custom_insert AFTER INSERT ON crm.organizations REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION core.check_new_custom_fields('organization');
CREATE TRIGGER b_owner BEFORE UPDATE OF owner_id ON crm.organizations FOR EACH ROW EXECUTE FUNCTION crm.refuse_deactivated_owner();
CREATE TRIGGER b_owner_insert AFTER INSERT ON crm.organizations REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION crm.refuse_deactivated_owners();
CREATE TRIGGER c_no_cycle AFTER INSERT OR UPDATE OF parent_id ON crm.organizations FOR EACH ROW WHEN ((new.parent_id IS NOT NULL)) EXECUTE FUNCTION crm.refuse_organization_cycle();
CREATE TRIGGER y_custom_insert AFTER INSERT ON crm.organizations REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.add_custom_values('organization', 'null::uuid');
CREATE TRIGGER y_custom_update AFTER UPDATE ON crm.organizations FOR EACH ROW WHEN ((((old.custom_fields <> '{}'::jsonb) OR (new.custom_fields <> '{}'::jsonb)) AND ((old.custom_fields IS DISTINCT FROM new.custom_fields) OR (old.deleted_at IS DISTINCT FROM new.deleted_at)))) EXECUTE FUNCTION search.change_custom_values('organization', 'null::uuid');
CREATE TRIGGER y_search_contacts AFTER UPDATE ON crm.organizations REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION crm.refresh_contact_tokens();
CREATE TRIGGER y_search_deals AFTER UPDATE ON crm.organizations REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION crm.refresh_deal_tokens();
CREATE TRIGGER y_search_insert AFTER INSERT ON crm.organizations REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.index_rows('organization', 'concat_ws(E''\n'', n.name, n.website, n.location)', 'null::uuid');
CREATE TRIGGER y_search_update AFTER UPDATE ON crm.organizations REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.index_rows('organization', 'concat_ws(E''\n'', n.name, n.website, n.location)', 'null::uuid');
CREATE TRIGGER z_audit_delete AFTER DELETE ON crm.organizations REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('organization', 'id');
CREATE TRIGGER z_audit_insert AFTER INSERT ON crm.organizations REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('organization', 'id');
CREATE TRIGGER z_audit_update AFTER UPDATE ON crm.organizations REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('organization', 'id');
CREATE TRIGGER a_touch BEFORE UPDATE ON crm.pipelines FOR EACH ROW EXECUTE FUNCTION app.touch();
CREATE TRIGGER e_deals_stay AFTER UPDATE ON crm.pipelines FOR EACH ROW WHEN (((old.archived_at IS NULL) AND (new.archived_at IS NOT NULL))) EXECUTE FUNCTION crm.keep_pipeline_of_open_deals();
CREATE TRIGGER z_audit_delete AFTER DELETE ON crm.pipelines REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('pipeline', 'id');
CREATE TRIGGER z_audit_insert AFTER INSERT ON crm.pipelines REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('pipeline', 'id');
CREATE TRIGGER z_audit_update AFTER UPDATE ON crm.pipelines REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('pipeline', 'id');
CREATE TRIGGER z_audit_delete AFTER DELETE ON crm.product_prices REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('product_price', 'id');
CREATE TRIGGER z_audit_insert AFTER INSERT ON crm.product_prices REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('product_price', 'id');
CREATE TRIGGER z_audit_update AFTER UPDATE ON crm.product_prices REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('product_price', 'id');
CREATE TRIGGER a_touch BEFORE UPDATE ON crm.products FOR EACH ROW EXECUTE FUNCTION app.touch();
CREATE TRIGGER b_custom_fields BEFORE INSERT OR UPDATE OF custom_fields ON crm.products FOR EACH ROW WHEN ((new.custom_fields <> '{}'::jsonb)) EXECUTE FUNCTION core.check_custom_fields('product');
CREATE TRIGGER y_custom_insert AFTER INSERT ON crm.products REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.add_custom_values('product', 'null::uuid');
CREATE TRIGGER y_custom_update AFTER UPDATE ON crm.products FOR EACH ROW WHEN ((((old.custom_fields <> '{}'::jsonb) OR (new.custom_fields <> '{}'::jsonb)) AND ((old.custom_fields IS DISTINCT FROM new.custom_fields) OR (old.deleted_at IS DISTINCT FROM new.deleted_at)))) EXECUTE FUNCTION search.change_custom_values('product', 'null::uuid');
CREATE TRIGGER y_search_insert AFTER INSERT ON crm.products REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.index_rows('product', 'concat_ws('' '', n.name, n.sku, n.category)', 'null::uuid');
CREATE TRIGGER y_search_update AFTER UPDATE ON crm.products REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.index_rows('product', 'concat_ws('' '', n.name, n.sku, n.category)', 'null::uuid');
CREATE TRIGGER z_audit_delete AFTER DELETE ON crm.products REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('product', 'id');
CREATE TRIGGER z_audit_insert AFTER INSERT ON crm.products REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('product', 'id');
CREATE TRIGGER z_audit_update AFTER UPDATE ON crm.products REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('product', 'id');
CREATE TRIGGER b_no_change BEFORE UPDATE ON crm.stage_changes FOR EACH ROW EXECUTE FUNCTION crm.refuse_change();
CREATE TRIGGER a_touch BEFORE UPDATE ON crm.stages FOR EACH ROW EXECUTE FUNCTION app.touch();
CREATE TRIGGER e_deals_follow AFTER UPDATE ON crm.stages FOR EACH ROW EXECUTE FUNCTION crm.follow_stage();
CREATE TRIGGER z_audit_delete AFTER DELETE ON crm.stages REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('stage', 'id');
CREATE TRIGGER z_audit_insert AFTER INSERT ON crm.stages REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('stage', 'id');
CREATE TRIGGER z_audit_update AFTER UPDATE ON crm.stages REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.capture('stage', 'id');

-- Functions

-- owner aura_context
-- may execute: aura_access, aura_app, aura_audit, aura_identity, aura_manager, aura_owner, aura_rep, aura_worker
CREATE OR REPLACE FUNCTION app.actor_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO ''
AS $function$ select (app.claims_or_null()).user_id $function$;

-- owner aura_context
-- may execute: aura_app, aura_manager, aura_rep
CREATE OR REPLACE FUNCTION app.begin_request(tenant uuid, token text, request text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  claim app.claim;
begin
  perform pg_catalog.set_config('app.current_tenant_id', tenant::text, true),
          pg_catalog.set_config('app.session_token', token, true),
          pg_catalog.set_config('application_name', pg_catalog.left('aura ' || request, 60), true);
  claim := app.claims();
  perform pg_catalog.set_config('role', case when claim.role = 'sales_rep' then 'aura_rep' else 'aura_manager' end, true);
end
$function$;

-- owner aura_context
-- may execute: aura_access, aura_app, aura_audit, aura_identity, aura_manager, aura_owner, aura_rep, aura_worker
CREATE OR REPLACE FUNCTION app.claims()
 RETURNS app.claim
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  claim app.claim := app.claims_or_null();
begin
  if claim.tenant_id is null then
    if coalesce(pg_catalog.current_setting('app.session_token', true), '') = '' then
      raise exception 'tenant context missing' using errcode = '42501', hint = 'Call app.begin_request first.';
    end if;
    raise exception 'tenant context rejected' using errcode = '42501';
  end if;
  return claim;
end
$function$;

-- owner aura_context
-- may execute: aura_access, aura_app, aura_audit, aura_identity, aura_manager, aura_owner, aura_rep, aura_worker
CREATE OR REPLACE FUNCTION app.claims_or_null()
 RETURNS app.claim
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO ''
 SET plan_cache_mode TO 'auto'
AS $function$
declare
  secret text := pg_catalog.current_setting('app.session_token', true);
  wanted text := pg_catalog.current_setting('app.current_tenant_id', true);
  found_claim app.claim;
begin
  if coalesce(secret, '') = '' or coalesce(wanted, '') = '' then
    return null;
  end if;
  select s.tenant_id, s.user_id, m.role, s.id into found_claim
    from identity.credentials c
    join identity.sessions s on s.id = c.session_id
    join core.memberships m on m.tenant_id = s.tenant_id and m.user_id = s.user_id
    join core.tenants t on t.id = s.tenant_id
   where c.token_hash = pg_catalog.sha256(pg_catalog.convert_to(secret, 'UTF8'))
     and c.kind <> 'refresh' and c.expires_at > pg_catalog.now()
     and s.revoked_at is null and s.expires_at > pg_catalog.now() and s.ends_at > pg_catalog.now()
     and m.status = 'active' and t.status = 'active';
  if found_claim.tenant_id is null or found_claim.tenant_id::text <> wanted then
    return null;
  end if;
  return found_claim;
end
$function$;

-- owner aura_context
-- may execute: aura_worker
CREATE OR REPLACE FUNCTION app.close_job_context(token text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  delete from identity.sessions s using identity.credentials c
   where c.session_id = s.id and s.kind = 'job'
     and c.token_hash = pg_catalog.sha256(pg_catalog.convert_to(token, 'UTF8'))
$function$;

-- owner aura_context
-- may execute: aura_access, aura_app, aura_audit, aura_identity, aura_manager, aura_owner, aura_rep, aura_worker
CREATE OR REPLACE FUNCTION app.has_role(VARIADIC roles text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO ''
AS $function$ select (app.claims()).role = any (roles) $function$;

-- owner aura_context
-- may execute: aura_worker
CREATE OR REPLACE FUNCTION app.open_job_context(tenant uuid, person uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  secret text := pg_catalog.encode(pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid()), 'hex');
  session uuid;
begin
  if not exists (select from core.memberships m join core.tenants t on t.id = m.tenant_id
                  where m.tenant_id = tenant and m.user_id = person and m.status = 'active' and t.status = 'active') then
    raise exception 'tenant context rejected' using errcode = '42501';
  end if;
  insert into identity.sessions (tenant_id, user_id, kind, expires_at, ends_at)
  values (tenant, person, 'job', pg_catalog.now() + interval '1 hour', pg_catalog.now() + interval '1 hour')
  returning id into session;
  insert into identity.credentials (token_hash, session_id, kind, expires_at)
  values (pg_catalog.sha256(pg_catalog.convert_to(secret, 'UTF8')), session, 'job', pg_catalog.now() + interval '1 hour');
  return secret;
end
$function$;

-- owner aura_context
-- may execute: aura_access, aura_app, aura_audit, aura_identity, aura_manager, aura_owner, aura_rep, aura_worker
CREATE OR REPLACE FUNCTION app.tenant_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO ''
AS $function$ select (app.claims()).tenant_id $function$;

-- owner aura_context
-- may execute: aura_owner
CREATE OR REPLACE FUNCTION app.touch()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  new.updated_at := pg_catalog.now();
  new.updated_by := app.actor_id();
  new.version := old.version + 1;
  return new;
end
$function$;

-- owner aura_context
-- may execute: aura_access, aura_app, aura_audit, aura_identity, aura_manager, aura_owner, aura_rep, aura_worker
CREATE OR REPLACE FUNCTION app.user_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO ''
AS $function$ select (app.claims()).user_id $function$;

-- owner aura_context
-- may execute: aura_access, aura_app, aura_audit, aura_identity, aura_manager, aura_owner, aura_rep, aura_worker
CREATE OR REPLACE FUNCTION app.uuid_v7()
 RETURNS uuid
 LANGUAGE sql
 PARALLEL SAFE
 SET search_path TO ''
AS $function$
  -- 48 bits of milliseconds and 12 of their 4096th parts, then random: PostgreSQL has uuidv7() only from 18 on.
  select (overlay(lpad(to_hex(floor(extract(epoch from clock_timestamp()) * 4096000)::bigint), 15, '0') placing '7' from 13 for 0)
          || right(gen_random_uuid()::text, 17))::uuid
$function$;

-- owner aura_owner
CREATE OR REPLACE FUNCTION app_admin.grant_columns(target regclass, role_name text, command text, columns text[])
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if pg_catalog.cardinality(columns) > 0 then
    execute pg_catalog.format('grant %s (%s) on %s to %I', command,
      (select pg_catalog.string_agg(pg_catalog.quote_ident(c), ', ') from pg_catalog.unnest(columns) c), target, role_name);
  end if;
end
$function$;

-- owner aura_owner
CREATE OR REPLACE FUNCTION app_admin.index_custom_fields(target regclass, entity text, owner text DEFAULT 'null::uuid'::text, shared_by text DEFAULT NULL::text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  watched text := case owner when 'n.owner_id' then 'custom_fields, %1$s.owner_id, %1$s.deleted_at' else 'custom_fields, %1$s.deleted_at' end;
begin
  execute pg_catalog.format('create trigger y_custom_insert after insert on %s referencing new table as new_rows
    for each statement execute function search.add_custom_values(%L, %L)', target, entity, owner);
  execute pg_catalog.format('create trigger y_custom_update after update on %s for each row
    when ((old.custom_fields <> ''{}'' or new.custom_fields <> ''{}'') and (old.%s) is distinct from (new.%s))
    execute function search.change_custom_values(%L, %L)',
    target, pg_catalog.format(watched, 'old'), pg_catalog.format(watched, 'new'), entity, owner);
  if shared_by is not null then
    perform app_admin.policy('search.custom_values', 'select_rep_' || entity, 'select', 'aura_rep',
      pg_catalog.format('tenant_id = (select app.tenant_id()) and entity = %L and record_id = any (array(select %s))', entity, shared_by),
      null, 'F9.4: shared records are found too');
  end if;
  -- Their owner reads and writes past the policies for this one statement: there is no tenant's context here.
  execute pg_catalog.format('alter table %s no force row level security', target);
  alter table search.custom_values no force row level security;
  execute pg_catalog.format(
    'insert into search.custom_values (tenant_id, entity, record_id, field_key, place, text_value, number_value, owner_id, is_archived)
     select n.tenant_id, %L, n.id, v.field_key, v.place, v.text_value, v.number_value, %s, n.deleted_at is not null
       from %s n, search.custom_value_rows(n.custom_fields) v where n.custom_fields <> ''{}''', entity, owner, target);
  execute pg_catalog.format('alter table %s force row level security', target);
  alter table search.custom_values force row level security;
end
$function$;

-- owner aura_owner
CREATE OR REPLACE FUNCTION app_admin.mutes(entity text, records regclass)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  seen text := pg_catalog.format('tenant_id = (select app.tenant_id()) and entity = %L and exists (select from %s r where r.tenant_id = muted_records.tenant_id and r.id = muted_records.record_id)', entity, records);
begin
  perform app_admin.policy('core.muted_records', 'select_rep_' || entity, 'select', 'aura_rep', seen, null, 'Who changes a record asks who has muted it');
  perform app_admin.policy('core.muted_records', 'select_manager_' || entity, 'select', 'aura_manager', seen, null, 'Who changes a record asks who has muted it');
end
$function$;

-- owner aura_owner
CREATE OR REPLACE FUNCTION app_admin.notifies(entity text, records regclass)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  mine text := pg_catalog.format('tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()) and entity = %L', entity);
  seen text := pg_catalog.format('exists (select from %s r where r.tenant_id = notifications.tenant_id and r.id = any (notifications.record_ids))', records);
begin
  perform app_admin.policy('core.notifications', 'select_rep_' || entity, 'select', 'aura_rep', mine || ' and ' || seen, null, 'One''s own, as long as one of its records is visible');
  perform app_admin.policy('core.notifications', 'select_manager_' || entity, 'select', 'aura_manager', mine || ' and ' || seen, null, 'One''s own, as long as one of its records is visible');
end
$function$;

-- owner aura_owner
CREATE OR REPLACE FUNCTION app_admin.policy(target regclass, name text, command text, role_name text, visible text, checked text, reason text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  execute pg_catalog.format('create policy %I on %s for %s to %I%s%s', name, target, command, role_name,
    case when visible is null then '' else ' using (' || visible || ')' end,
    case when checked is null then '' else ' with check (' || checked || ')' end);
  execute pg_catalog.format('comment on policy %I on %s is %L', name, target, reason);
end
$function$;

-- owner aura_owner
CREATE OR REPLACE FUNCTION app_admin.protect(target regclass, rule text, entity text, writable text[], manager_writable text[] DEFAULT '{}'::text[], insert_only text[] DEFAULT '{}'::text[], shared_by text DEFAULT NULL::text, deletable boolean DEFAULT false, id_column text DEFAULT 'id'::text, hidden text[] DEFAULT '{}'::text[], audited boolean DEFAULT true)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  mine text := 'tenant_id = (select app.tenant_id())';
  rows text := app_admin.rep_rows(target, rule, shared_by);
  rep_sees text := mine || case rows when 'true' then '' else ' and (' || rows || ')' end;
  -- A new owned record belongs to its maker: what others share cannot be known yet.
  rep_adds text := case when rule = 'owned' then mine || ' and owner_id = (select app.user_id())' else rep_sees end;
  manager_sees text := mine || ' and (select app.has_role(''admin'', ''manager''))';
  manager_writes text := case when rule = 'admin' then mine || ' and (select app.has_role(''admin''))' else manager_sees end;
  rep_writes boolean := rule not in ('manager', 'admin');
  rep_reason text := case when rule = 'owned' then 'F9.4: a rep sees what is theirs or shared with them'
                          when rule like 'child:%' then 'Visible with its parent record' else 'Everyone in the tenant' end;
  visible text[];
  role_name text;
  bare text := pg_catalog.replace(target::text, '.', '_');
begin
  execute pg_catalog.format('alter table %s enable row level security, force row level security', target);
  execute pg_catalog.format('revoke all on %s from public', target);
  select pg_catalog.array_agg(attname::text order by attnum) into visible from pg_catalog.pg_attribute
   where attrelid = target and attnum > 0 and not attisdropped and attname::text <> all (hidden);

  perform app_admin.policy(target, 'select_rep', 'select', 'aura_rep', rep_sees, null, rep_reason);
  perform app_admin.policy(target, 'select_manager', 'select', 'aura_manager', manager_sees, null, 'F9.3: managers and admins see all of their tenant');
  perform app_admin.policy(target, 'insert_manager', 'insert', 'aura_manager', null, manager_writes, 'Managers and admins write in their tenant');
  perform app_admin.policy(target, 'update_manager', 'update', 'aura_manager', manager_writes, manager_writes, 'Managers and admins write in their tenant');
  if rep_writes then
    perform app_admin.policy(target, 'insert_rep', 'insert', 'aura_rep', null, rep_adds, rep_reason);
    perform app_admin.policy(target, 'update_rep', 'update', 'aura_rep', rep_sees, rep_sees, rep_reason);
  end if;
  if deletable then
    perform app_admin.policy(target, 'delete_manager', 'delete', 'aura_manager', manager_writes, null, 'Managers and admins write in their tenant');
    if rep_writes then
      perform app_admin.policy(target, 'delete_rep', 'delete', 'aura_rep', rep_sees, null, rep_reason);
    end if;
  end if;

  foreach role_name in array array['aura_rep', 'aura_manager'] loop
    perform app_admin.grant_columns(target, role_name, 'select', visible);
    if role_name = 'aura_manager' or rep_writes then
      perform app_admin.grant_columns(target, role_name, 'insert', case when 'id' = any (visible) then array['id'] else '{}'::text[] end || writable || manager_writable || insert_only);
      perform app_admin.grant_columns(target, role_name, 'update', writable || case when role_name = 'aura_manager' then manager_writable else '{}'::text[] end);
      if deletable then
        execute pg_catalog.format('grant delete on %s to %I', target, role_name);
      end if;
    end if;
  end loop;

  if exists (select from pg_catalog.pg_attribute where attrelid = target and attname = 'version' and not attisdropped) then
    execute pg_catalog.format('create trigger a_touch before update on %s for each row execute function app.touch()', target);
  end if;
  if audited then
    execute pg_catalog.format('create trigger z_audit_insert after insert on %s referencing new table as new_rows for each statement execute function audit.capture(%L, %L)', target, entity, id_column);
    execute pg_catalog.format('create trigger z_audit_update after update on %s referencing old table as old_rows new table as new_rows for each statement execute function audit.capture(%L, %L)', target, entity, id_column);
    execute pg_catalog.format('create trigger z_audit_delete after delete on %s referencing old table as old_rows for each statement execute function audit.capture(%L, %L)', target, entity, id_column);
  end if;
  perform app_admin.grant_columns(target, 'aura_audit', 'select', array['tenant_id', id_column]);
  perform app_admin.policy(target, 'select_classifier', 'select', 'aura_audit', 'true', null, 'Only ids: tells a probe from a typing error, after the request');
  insert into audit.entities (entity, target, id_column, has_owner)
  values (entity, target, id_column, 'owner_id' = any (visible)) on conflict do nothing;
end
$function$;

-- owner aura_owner
CREATE OR REPLACE FUNCTION app_admin.rep_rows(target regclass, rule text, shared_by text)
 RETURNS text
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  if rule = 'owned' then
    return 'owner_id = (select app.user_id())'
      || case when shared_by is null then '' else pg_catalog.format(' or id = any (array(select %s))', shared_by) end;
  elsif rule like 'child:%' then
    return pg_catalog.format('exists (select from %s parent where parent.tenant_id = %s.tenant_id and parent.id = %s.%I)',
      pg_catalog.split_part(rule, ':', 2), target, target, pg_catalog.split_part(rule, ':', 3));
  end if;
  return 'true';
end
$function$;

-- owner aura_owner
CREATE OR REPLACE FUNCTION app_admin.restorable(target regclass, columns text[], otherwise text DEFAULT 'true'::text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  perform app_admin.grant_columns(target, 'aura_manager', 'insert', columns);
  execute pg_catalog.format('create policy restored_only on %s as restrictive for insert to aura_manager with check ((%s) or (select core.is_restoring()))', target,
    case when 'created_at' = any (columns) then 'created_at = now() and created_by = (select app.user_id()) and ' else '' end || otherwise);
  execute pg_catalog.format('comment on policy restored_only on %s is %L', target, 'Only the archive of a workspace says when and by whom a record was made');
end
$function$;

-- owner aura_audit
-- may execute: aura_owner
CREATE OR REPLACE FUNCTION audit.capture()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET enable_nestloop TO 'off'
AS $function$
declare
  -- Derived, bookkeeping and secret columns carry no news.
  silent text[] := array['tenant_id', 'version', 'created_at', 'created_by', 'updated_at', 'updated_by', 'token_hash'];
  actor uuid := app.actor_id();
  request text := pg_catalog.current_setting('application_name', true);
begin
  if tg_op = 'INSERT' then
    insert into audit.events (tenant_id, actor_id, request_id, action, entity, entity_id, detail)
    select (r.j ->> 'tenant_id')::uuid, actor, request, tg_argv[0] || '.created', tg_argv[0], (r.j ->> tg_argv[1])::uuid,
           pg_catalog.jsonb_strip_nulls(r.j - silent)
      from (select pg_catalog.to_jsonb(n) as j from new_rows n) r;
  elsif tg_op = 'DELETE' then
    insert into audit.events (tenant_id, actor_id, request_id, action, entity, entity_id, detail)
    select (r.j ->> 'tenant_id')::uuid, actor, request, tg_argv[0] || '.deleted', tg_argv[0], (r.j ->> tg_argv[1])::uuid,
           pg_catalog.jsonb_strip_nulls(r.j - silent)
      from (select pg_catalog.to_jsonb(o) as j from old_rows o) r;
  else
    insert into audit.events (tenant_id, actor_id, request_id, action, entity, entity_id, detail)
    select (d.n ->> 'tenant_id')::uuid, actor, request,
           tg_argv[0] || case when d.diff ? 'deleted_at' then
             case when d.n ->> 'deleted_at' is null then '.restored' else '.archived' end else '.updated' end,
           tg_argv[0], (d.n ->> tg_argv[1])::uuid, d.diff
      from (
        -- Grouped and not joined: a plan kept from a change of one row would compare each old row with each new one.
        select pair.n, changes.diff
          from (
            select (pg_catalog.array_agg(side.j) filter (where side.is_new))[1] as n,
                   (pg_catalog.array_agg(side.j) filter (where not side.is_new))[1] as o
              from (select pg_catalog.to_jsonb(n) as j, true as is_new from new_rows n
                    union all
                    select pg_catalog.to_jsonb(o), false from old_rows o) side
             group by side.j -> 'tenant_id', side.j -> tg_argv[1]
          ) pair
          cross join lateral (
            select pg_catalog.jsonb_object_agg(k.key, pg_catalog.jsonb_build_array(pair.o -> k.key, k.value)) as diff
              from pg_catalog.jsonb_each(pair.n - silent) k
             where k.value is distinct from pair.o -> k.key
          ) changes
      ) d
     where d.diff is not null;
  end if;
  return null;
end
$function$;

-- owner aura_audit
-- may execute: aura_worker
CREATE OR REPLACE FUNCTION audit.classify_misses(batch integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  miss record;
  home audit.entities;
  found_tenant uuid;
  probes int := 0;
begin
  for miss in select * from audit.misses order by id limit batch for update skip locked loop
    found_tenant := null;
    select * into home from audit.entities e where e.entity = miss.entity;
    if found then
      execute pg_catalog.format('select tenant_id from %s where %I = $1 order by (tenant_id = $2) desc limit 1', home.target, home.id_column)
        into found_tenant using miss.entity_id, miss.tenant_id;
    end if;
    if found_tenant is not null then
      insert into audit.violations (verified, tenant_id, user_id, kind, entity, entity_id, request_id)
      values (true, miss.tenant_id, miss.user_id,
        case when found_tenant <> miss.tenant_id then 'cross_tenant_probe' else 'not_visible_probe' end,
        miss.entity, miss.entity_id, miss.request_id);
      probes := probes + 1;
    end if;
    delete from audit.misses where id = miss.id;
  end loop;
  return probes;
end
$function$;

-- owner aura_audit
-- may execute: aura_worker
CREATE OR REPLACE FUNCTION audit.ensure_partition(day date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  month date := pg_catalog.date_trunc('month', day::timestamp)::date;
  part text := 'events_' || pg_catalog.to_char(month, 'YYYYMM');
begin
  if pg_catalog.to_regclass('audit.' || part) is not null then
    return;
  end if;
  execute pg_catalog.format('create table audit.%I partition of audit.events for values from (%L) to (%L)',
    part, month, (month + interval '1 month')::date);
  execute pg_catalog.format('alter table audit.%I enable row level security, force row level security', part);
  execute pg_catalog.format('create trigger no_truncate before truncate on audit.%I for each statement execute function audit.refuse_change()', part);
end
$function$;

-- owner aura_audit
CREATE OR REPLACE FUNCTION audit.hash_rows(p_tenant uuid, p_from xid8, p_to xid8, p_previous bytea, OUT row_count integer, OUT hash bytea)
 RETURNS record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET "TimeZone" TO 'UTC'
 SET "DateStyle" TO 'ISO'
AS $function$
  select count(*)::int, sha256(p_previous || coalesce(string_agg(sha256(convert_to(e::text, 'UTF8')), ''::bytea order by e.occurred_at, e.id), ''::bytea))
    from audit.events e where e.tenant_id = p_tenant and e.xid >= p_from and e.xid < p_to
$function$;

-- owner aura_audit
-- may execute: aura_app, aura_manager, aura_rep
CREATE OR REPLACE FUNCTION audit.log_violation(p_tenant text, p_token text, p_kind text, p_sqlstate text, p_entity text, p_request text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  claim app.claim;
begin
  perform pg_catalog.set_config('app.current_tenant_id', coalesce(p_tenant, ''), true),
          pg_catalog.set_config('app.session_token', coalesce(p_token, ''), true);
  claim := app.claims_or_null();
  insert into audit.violations (verified, tenant_id, user_id, claimed_tenant, kind, sqlstate, entity, request_id)
  values (claim.tenant_id is not null, claim.tenant_id, claim.user_id, p_tenant, p_kind, p_sqlstate, p_entity, p_request);
end
$function$;

-- owner aura_audit
-- may execute: aura_manager, aura_rep
CREATE OR REPLACE FUNCTION audit.note_miss(p_entity text, p_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  claim app.claim := app.claims();
begin
  insert into audit.misses (tenant_id, user_id, entity, entity_id, request_id)
  values (claim.tenant_id, claim.user_id, p_entity, p_id, pg_catalog.current_setting('application_name', true));
end
$function$;

-- owner aura_audit
-- may execute: aura_manager, aura_rep
CREATE OR REPLACE FUNCTION audit.record(p_action text, p_entity text, p_entity_id uuid, p_detail jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  claim app.claim := app.claims();
begin
  insert into audit.events (tenant_id, actor_id, request_id, action, entity, entity_id, detail)
  values (claim.tenant_id, claim.user_id, pg_catalog.current_setting('application_name', true), p_action, p_entity, p_entity_id, p_detail);
end
$function$;

-- owner aura_audit
-- may execute: aura_identity
CREATE OR REPLACE FUNCTION audit.record_entry(p_tenant uuid, p_user uuid, p_action text, p_detail jsonb)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  insert into audit.events (tenant_id, actor_id, action, entity, entity_id, detail)
  values (p_tenant, p_user, p_action, 'session', p_user, p_detail)
$function$;

-- owner aura_audit
CREATE OR REPLACE FUNCTION audit.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  raise exception 'the audit log is append-only' using errcode = '42501';
end
$function$;

-- owner aura_audit
-- may execute: aura_worker
CREATE OR REPLACE FUNCTION audit.seal()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  since xid8;
  horizon_now xid8 := pg_snapshot_xmin(pg_current_snapshot());
  next_tenant uuid;
  previous bytea;
  sealed record;
  seals int := 0;
begin
  select horizon into since from audit.sealer for update;
  for next_tenant in select distinct e.tenant_id from audit.events e where e.xid >= since and e.xid < horizon_now loop
    select s.hash into previous from audit.seals s where s.tenant_id = next_tenant order by s.id desc limit 1;
    previous := coalesce(previous, '\x'::bytea);
    sealed := audit.hash_rows(next_tenant, since, horizon_now, previous);
    insert into audit.seals (tenant_id, from_xid, to_xid, row_count, previous_hash, hash)
    values (next_tenant, since, horizon_now, sealed.row_count, previous, sealed.hash);
    seals := seals + 1;
  end loop;
  update audit.sealer set horizon = horizon_now;
  return seals;
end
$function$;

-- owner aura_audit
-- may execute: aura_manager
CREATE OR REPLACE FUNCTION audit.verify()
 RETURNS TABLE(seal_id bigint, sealed_at timestamp with time zone, row_count integer, is_intact boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  claim app.claim := app.claims();
  seal audit.seals;
  previous bytea := '\x'::bytea;
  found_now record;
begin
  if claim.role <> 'admin' then
    raise exception 'only an admin verifies the log' using errcode = '42501';
  end if;
  for seal in select * from audit.seals s where s.tenant_id = claim.tenant_id order by s.id loop
    found_now := audit.hash_rows(claim.tenant_id, seal.from_xid, seal.to_xid, seal.previous_hash);
    seal_id := seal.id;
    sealed_at := seal.sealed_at;
    row_count := seal.row_count;
    is_intact := found_now.hash = seal.hash and found_now.row_count = seal.row_count and seal.previous_hash = previous;
    previous := seal.hash;
    return next;
  end loop;
end
$function$;

-- owner aura_owner
CREATE OR REPLACE FUNCTION core.check_custom_fields()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  known jsonb := case tg_op when 'UPDATE' then old.custom_fields else '{}' end;
  wrong text;
begin
  if pg_catalog.jsonb_typeof(new.custom_fields) <> 'object' then
    raise exception 'custom fields are not an object' using errcode = '23514', constraint = 'custom_fields_fit';
  end if;
  select v.key into wrong
    from pg_catalog.jsonb_each(new.custom_fields) v
    left join core.custom_field_definitions d
      on d.tenant_id = new.tenant_id and d.entity = tg_argv[0] and d.key = v.key and d.deleted_at is null
   where known -> v.key is distinct from v.value
     and (d.id is null or not core.custom_value_fits(d.type, d.options, v.value))
   limit 1;
  if wrong is not null and tg_op = 'INSERT' and core.is_restoring() then
    select v.key into wrong
      from pg_catalog.jsonb_each(new.custom_fields) v
      left join core.custom_field_definitions d on d.tenant_id = new.tenant_id and d.entity = tg_argv[0] and d.key = v.key
     where d.id is null or not core.custom_value_fits(d.type, case when d.type in ('select', 'multiselect') then pg_catalog.jsonb_build_array(v.value) || v.value else d.options end, v.value)
     limit 1;
  end if;
  if wrong is not null then
    raise exception 'custom field % does not fit its definition', wrong using errcode = '23514', constraint = 'custom_fields_fit';
  end if;
  return new;
end
$function$;

-- owner aura_owner
CREATE OR REPLACE FUNCTION core.check_new_custom_fields()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  wrong text;
begin
  if exists (select from new_rows n where pg_catalog.jsonb_typeof(n.custom_fields) <> 'object') then
    raise exception 'custom fields are not an object' using errcode = '23514', constraint = 'custom_fields_fit';
  end if;
  select v.key into wrong
    from new_rows n cross join lateral pg_catalog.jsonb_each(n.custom_fields) v
    left join core.custom_field_definitions d
      on d.tenant_id = n.tenant_id and d.entity = tg_argv[0] and d.key = v.key and d.deleted_at is null
   where n.custom_fields <> '{}' and (d.id is null or not core.custom_value_fits(d.type, d.options, v.value))
   limit 1;
  -- History may hold values of archived fields and of options that are gone: their type is still checked.
  if wrong is not null and core.is_restoring() then
    select v.key into wrong
      from new_rows n cross join lateral pg_catalog.jsonb_each(n.custom_fields) v
      left join core.custom_field_definitions d on d.tenant_id = n.tenant_id and d.entity = tg_argv[0] and d.key = v.key
     where n.custom_fields <> '{}'
       and (d.id is null or not core.custom_value_fits(d.type, case when d.type in ('select', 'multiselect') then pg_catalog.jsonb_build_array(v.value) || v.value else d.options end, v.value))
     limit 1;
  end if;
  if wrong is not null then
    raise exception 'custom field % does not fit its definition', wrong using errcode = '23514', constraint = 'custom_fields_fit';
  end if;
  return null;
end
$function$;

-- owner aura_owner
-- may execute: aura_manager, aura_rep
CREATE OR REPLACE FUNCTION core.custom_value_fits(type text, options jsonb, value jsonb)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO ''
AS $function$
  select case type
    when 'number' then pg_catalog.jsonb_typeof(value) = 'number'
    when 'boolean' then pg_catalog.jsonb_typeof(value) = 'boolean'
    when 'multiselect' then pg_catalog.jsonb_typeof(value) = 'array' and value <@ options
    when 'select' then pg_catalog.jsonb_typeof(value) = 'string' and options @> value
    else pg_catalog.jsonb_typeof(value) = 'string' and case type
      when 'date' then value #>> '{}' ~ '^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$'
      when 'url' then value #>> '{}' ~* '^https?://\S+$'
      when 'email' then value #>> '{}' ~ '^[^@\s]+@[^@\s]+$'
      else pg_catalog.char_length(value #>> '{}') <= 2000
    end
  end
$function$;

-- owner aura_owner
CREATE OR REPLACE FUNCTION core.guard_membership()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  is_admin boolean := coalesce((app.claims_or_null()).role = 'admin', true);
begin
  if not is_admin and (new.role, new.status, new.email, new.manager_id) is distinct from (old.role, old.status, old.email, old.manager_id) then
    raise exception 'only an admin changes roles and status' using errcode = '42501';
  end if;
  if old.role = 'admin' and old.status = 'active' and (new.role <> 'admin' or new.status <> 'active') then
    -- Two admins must not demote each other at once: the second waits here and then sees the first.
    perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('last_admin:' || old.tenant_id::text, 0));
    if not exists (select from core.memberships m where m.tenant_id = old.tenant_id and m.role = 'admin' and m.status = 'active' and m.user_id <> old.user_id) then
      raise exception 'a workspace keeps at least one active admin' using errcode = 'P0001', constraint = 'memberships_last_admin';
    end if;
  end if;
  return new;
end
$function$;

-- owner aura_access
-- may execute: aura_manager, aura_owner, aura_rep
CREATE OR REPLACE FUNCTION core.is_restoring()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return app.has_role('admin') and exists (
    select from core.imports i
     where i.tenant_id = app.tenant_id() and i.created_by = app.user_id() and i.entity = 'workspace' and i.status = 'running');
end
$function$;

-- owner aura_access
-- may execute: aura_manager, aura_rep
CREATE OR REPLACE FUNCTION core.latest_change()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select e.id from core.events e where e.tenant_id = app.tenant_id() order by e.id desc limit 1
$function$;

-- owner aura_access
-- may execute: aura_worker
CREATE OR REPLACE FUNCTION core.list_reminders(at timestamp with time zone, batch integer)
 RETURNS TABLE(tenant_id uuid, user_id uuid, day date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  with morning as materialized (
    select t.id, core.local_time(at, t.timezone) as local from core.tenants t where t.status = 'active'
  )
  select m.tenant_id, m.user_id, morning.local::date
    from morning
    join core.memberships m on m.tenant_id = morning.id and m.status = 'active'
    left join core.reminder_days r on r.tenant_id = m.tenant_id and r.user_id = m.user_id
   where morning.local::time >= '07:00' and (r.reminded_on is null or r.reminded_on < morning.local::date)
   limit batch
$function$;

-- owner aura_access
CREATE OR REPLACE FUNCTION core.local_time(at timestamp with time zone, zone text)
 RETURNS timestamp without time zone
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  return at at time zone zone;
exception when invalid_parameter_value then
  -- A zone that only browsers know must not stop the others' reminders.
  return at at time zone 'UTC';
end
$function$;

-- owner aura_owner
CREATE OR REPLACE FUNCTION core.log_saved_view()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  told text[] := array['entity', 'visibility', 'name', 'address', 'deleted_at'];
  before jsonb := case when tg_op = 'UPDATE' then pg_catalog.to_jsonb(old) else '{}' end;
  after jsonb := pg_catalog.to_jsonb(new);
  detail jsonb;
  was_private boolean := before ->> 'visibility' = 'private';
begin
  if new.visibility = 'private' then
    told := array['entity', 'visibility', 'deleted_at'];
  end if;
  select pg_catalog.jsonb_object_agg(t.key, case
           when tg_op = 'INSERT' then after -> t.key
           when was_private and t.key in ('name', 'address') then after -> t.key
           else pg_catalog.jsonb_build_array(before -> t.key, after -> t.key) end)
    into detail
    from pg_catalog.unnest(told) t (key)
   where case tg_op when 'INSERT' then after ->> t.key is not null
              else before -> t.key is distinct from after -> t.key
                   or (was_private and new.visibility = 'shared' and t.key in ('name', 'address')) end;
  perform audit.record(
    'saved_view.' || case when tg_op = 'INSERT' then 'created'
                          when old.deleted_at is null and new.deleted_at is not null then 'archived'
                          when old.deleted_at is not null and new.deleted_at is null then 'restored'
                          else 'updated' end,
    'saved_view', new.id, coalesce(detail, '{}'));
  return null;
end
$function$;

-- owner aura_owner
-- may execute: aura_manager
CREATE OR REPLACE FUNCTION core.refresh_statistics(target regclass)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if exists (
    select from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where c.oid = target and n.nspname in ('crm', 'search') and c.relkind = 'r'
       and pg_catalog.pg_relation_size(c.oid) / 8192 > 2 * c.relpages + 4
  ) then
    -- Another import may be at it: nobody waits for statistics.
    execute pg_catalog.format('analyze (skip_locked) %s', target);
  end if;
end
$function$;

-- owner aura_access
-- may execute: aura_worker
CREATE OR REPLACE FUNCTION core.take_outbox(batch integer)
 RETURNS TABLE(event_id uuid, tenant_id uuid, actor_id uuid, type text, entity_id uuid)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  update core.events e set relayed_at = pg_catalog.now()
    from (select x.tenant_id, x.id from core.events x where x.relayed_at is null order by x.id limit batch for update skip locked) taken
   where e.tenant_id = taken.tenant_id and e.id = taken.id
  returning e.id, e.tenant_id, e.actor_id, e.type, e.entity_id
$function$;

-- owner aura_access
-- may execute: aura_worker
CREATE OR REPLACE FUNCTION core.tidy_bulk_changes()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  delete from core.bulk_changes c using core.bulk_edits e
   where e.finished_at < pg_catalog.now() - interval '31 days' and c.tenant_id = e.tenant_id and c.edit_id = e.id
$function$;

-- owner aura_access
-- may execute: aura_worker
CREATE OR REPLACE FUNCTION core.tidy_exports()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  delete from core.export_chunks c
   using core.exports e
   where e.tenant_id = c.tenant_id and e.id = c.export_id
     and (e.status = 'failed' or e.expires_at < pg_catalog.now() or c.created_at < pg_catalog.now() - interval '2 days');
  update core.exports e
     set status = 'failed', finished_at = pg_catalog.now(),
         failure = '{"code": "abandoned", "message": "The export was interrupted too often. Ask for it again."}'
   where e.status in ('queued', 'running') and e.updated_at < pg_catalog.now() - interval '6 hours';
$function$;

-- owner aura_access
-- may execute: aura_worker
CREATE OR REPLACE FUNCTION core.tidy_imports()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  delete from core.import_files f where f.created_at < pg_catalog.now() - interval '30 days';
  update core.imports i
     set status = 'failed', finished_at = pg_catalog.now(),
         failure = '{"code": "abandoned", "message": "The import was interrupted too often. Nothing was imported; start it again."}'
   where i.status in ('queued', 'running') and i.updated_at < pg_catalog.now() - interval '12 hours';
  update core.imports i
     set status = 'done',
         failure = '{"code": "undo_abandoned", "message": "The undo was interrupted too often. Nothing was undone; start it again."}'
   where i.status = 'undoing' and i.updated_at < pg_catalog.now() - interval '12 hours';
$function$;

-- owner aura_access
-- may execute: aura_worker
CREATE OR REPLACE FUNCTION core.tidy_notifications()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  delete from core.notifications n
   where n.occurred_at < pg_catalog.now() - interval '90 days'
     and (n.read_at < pg_catalog.now() - interval '90 days' or n.occurred_at < pg_catalog.now() - interval '1 year')
$function$;

-- owner aura_access
-- may execute: aura_identity
CREATE OR REPLACE FUNCTION core.undo_sign_up(p_tenant uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  delete from core.memberships where tenant_id = p_tenant;
  delete from core.terms_acceptances where tenant_id = p_tenant;
  delete from core.tenant_transitions where tenant_id = p_tenant;
  delete from core.tenants where id = p_tenant;
end
$function$;

-- owner aura_owner
-- may execute: aura_manager, aura_rep
CREATE OR REPLACE FUNCTION core.view_address_fits(address jsonb)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO ''
AS $function$
  select case when pg_catalog.jsonb_typeof(address) <> 'object' then false else
    pg_catalog.char_length(address::text) <= 8000
    and (select pg_catalog.count(*) <= 60
            and coalesce(pg_catalog.bool_and(
              p.key ~ '^[A-Za-z][A-Za-z0-9_.]{0,63}$'
              and p.key not in ('view', 'cursor', 'after', 'page', 'peek')
              and pg_catalog.jsonb_typeof(p.value) = 'string'
              and pg_catalog.char_length(p.value #>> '{}') between 1 and 4000), true)
           from pg_catalog.jsonb_each(address) p) end
$function$;

-- owner aura_access
-- may execute: aura_owner
CREATE OR REPLACE FUNCTION crm.add_activity_owners()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into search.activity_owners (tenant_id, activity_id, owner_id)
  select of.tenant_id, of.id, of.owner_id
    from (select n.tenant_id, n.id, n.created_by,
                 case when n.contact_id is null
                      then (select d.owner_id from crm.deals d where d.tenant_id = n.tenant_id and d.id = n.deal_id)
                      else (select c.owner_id from crm.contacts c where c.tenant_id = n.tenant_id and c.id = n.contact_id) end as owner_id
            from new_rows n) of
   where of.owner_id <> of.created_by;
  return null;
end
$function$;

-- owner aura_owner
CREATE OR REPLACE FUNCTION crm.compute_line_item()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  list_total numeric := new.quantity * new.unit_price_minor;
  catalogue_total numeric := new.quantity * new.list_price_minor;
begin
  new.net_minor := pg_catalog.round(list_total - coalesce(new.discount_amount_minor, list_total * coalesce(new.discount_percent, 0) / 100));
  new.discount_minor := pg_catalog.round(list_total) - new.net_minor;
  new.tax_minor := pg_catalog.round(new.net_minor * new.tax_percent / 100);
  new.gross_minor := new.net_minor + new.tax_minor;
  new.cost_minor := pg_catalog.round(new.quantity * new.unit_cost_minor);
  new.margin_minor := new.net_minor - new.cost_minor;
  new.is_discount_exceeded := coalesce(catalogue_total - new.net_minor > catalogue_total * new.max_discount_percent / 100 + 0.5, false);
  new.is_margin_missed := coalesce(new.margin_minor * 100 < new.net_minor * new.target_margin_percent, false);
  return new;
end
$function$;

-- owner aura_access
CREATE OR REPLACE FUNCTION crm.contact_document(contact crm.contacts)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  -- Whoever looks for what a merged contact was called finds the one that stands for it.
  select pg_catalog.concat_ws(E'\n', crm.contact_text(contact, crm.organization_name(contact.organization_id)),
    case when contact.merged_count > 0 then
      (select pg_catalog.string_agg(crm.contact_document(c), E'\n' order by c.id) from crm.contacts c
        where c.tenant_id = contact.tenant_id and c.merged_into_id = contact.id) end)
$function$;

-- owner aura_owner
-- may execute: aura_access
CREATE OR REPLACE FUNCTION crm.contact_text(contact crm.contacts, organization text)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  -- One value per line, so that no phone number runs into its neighbour. Digits also without a trunk zero, and
  -- without a country code (search-query.ts takes both off what is asked).
  select pg_catalog.concat_ws(E'\n', contact.first_name, contact.last_name, contact.email, contact.phone, contact.phone_norm,
    pg_catalog.ltrim(contact.phone_norm, '0'), crm.national_number(contact.phone), contact.title, organization)
$function$;

-- owner aura_owner
-- may execute: aura_access, aura_manager, aura_rep
CREATE OR REPLACE FUNCTION crm.contact_values(contact crm.contacts)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO ''
AS $function$
  select pg_catalog.to_jsonb(contact) - 'custom_fields' ||
    coalesce((select pg_catalog.jsonb_object_agg('custom_fields.' || f.key, f.value) from pg_catalog.jsonb_each(contact.custom_fields) f), '{}')
$function$;

-- owner aura_access
CREATE OR REPLACE FUNCTION crm.count_merged(p_contact uuid, p_change integer)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  update crm.contacts c set merged_count = c.merged_count + p_change where c.tenant_id = app.tenant_id() and c.id = p_contact;
  perform search.replace_tokens('contact', c.id, c.owner_id, crm.contact_document(c), c.name_norm)
     from crm.contacts c where c.tenant_id = app.tenant_id() and c.id = p_contact;
end
$function$;

-- owner aura_access
-- may execute: aura_owner
CREATE OR REPLACE FUNCTION crm.follow_deal_of_stay()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update crm.deal_stages stay set owner_id = new.owner_id, is_archived = new.deleted_at is not null
   where stay.tenant_id = new.tenant_id and stay.deal_id = new.id;
  return null;
end
$function$;

-- owner aura_owner
CREATE OR REPLACE FUNCTION crm.follow_stage()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  target record;
begin
  if new.kind <> old.kind and exists (select from crm.deals d where d.tenant_id = new.tenant_id and d.pipeline_id = new.pipeline_id and d.stage_id = new.id) then
    raise exception 'the stage has deals' using errcode = 'P0001', constraint = 'stages_kind_in_use';
  end if;
  if new.retired_at is null or old.retired_at is not null then
    return null;
  end if;
  if not exists (select from crm.deals d where d.tenant_id = new.tenant_id and d.pipeline_id = new.pipeline_id and d.stage_id = new.id and d.status = 'open') then
    return null;
  end if;
  select s.kind, s.name into target from crm.stages s where s.tenant_id = new.tenant_id and s.id = new.successor_id and s.retired_at is null;
  if target.kind is distinct from 'open' then
    raise exception 'open deals need another open stage' using errcode = 'P0001', constraint = 'stages_successor_needed';
  end if;
  with moved as (
    update crm.deals d set stage_id = new.successor_id, stage_reason = 'Stage retired: ' || new.name
     where d.tenant_id = new.tenant_id and d.pipeline_id = new.pipeline_id and d.stage_id = new.id and d.status = 'open'
    returning d.id
  )
  insert into core.events (type, entity, entity_id, data)
  select 'deal.stage_changed', 'deal', m.id,
         pg_catalog.jsonb_build_object('fromStageId', new.id, 'fromStageName', new.name, 'toStageId', new.successor_id, 'toStageName', target.name, 'reason', 'Stage retired')
    from moved m;
  return null;
end
$function$;

-- owner aura_access
-- may execute: aura_owner
CREATE OR REPLACE FUNCTION crm.forget_distinctions()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  delete from crm.contact_distinctions d
   where d.tenant_id = new.tenant_id and d.tenant_id = app.tenant_id() and (d.contact_id = new.id or d.other_id = new.id);
  return null;
end
$function$;

-- owner aura_access
-- may execute: aura_owner
CREATE OR REPLACE FUNCTION crm.give_activities()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into search.activity_owners (tenant_id, activity_id, owner_id)
  select a.tenant_id, a.id, new.owner_id from crm.activities a
   where a.tenant_id = new.tenant_id and tg_argv[0] = 'contact' and a.contact_id = new.id
   union all
  select a.tenant_id, a.id, new.owner_id from crm.activities a
   where a.tenant_id = new.tenant_id and tg_argv[0] = 'deal' and a.deal_id = new.id and a.contact_id is null
  on conflict (tenant_id, activity_id) do update set owner_id = excluded.owner_id;
  return null;
end
$function$;

-- owner aura_access
-- may execute: aura_owner
CREATE OR REPLACE FUNCTION crm.index_deal()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform search.replace_tokens('deal', new.id, new.owner_id,
    case when new.deleted_at is null then pg_catalog.concat_ws(E'\n', new.name, crm.organization_name(new.organization_id)) end);
  return null;
end
$function$;

-- owner aura_owner
CREATE OR REPLACE FUNCTION crm.keep_activity()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  bookkeeping text[] := array['archived_at', 'version', 'updated_at', 'updated_by'];
begin
  -- An activity is never edited, but the person it was about may turn out to be someone known already: crm.merge_contacts.
  if current_user = 'aura_access' and pg_catalog.to_jsonb(new) - bookkeeping - 'contact_id' = pg_catalog.to_jsonb(old) - bookkeeping - 'contact_id' then
    return new;
  end if;
  if pg_catalog.to_jsonb(new) - bookkeeping <> pg_catalog.to_jsonb(old) - bookkeeping or old.archived_at is not null then
    raise exception 'an activity is not edited, only archived' using errcode = 'P0001', constraint = 'activities_immutable';
  end if;
  return new;
end
$function$;

-- owner aura_owner
CREATE OR REPLACE FUNCTION crm.keep_deal_stage()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
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
$function$;

-- owner aura_owner
CREATE OR REPLACE FUNCTION crm.keep_pipeline_of_open_deals()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if exists (select from crm.deals d where d.tenant_id = new.tenant_id and d.pipeline_id = new.id and d.status = 'open' and d.deleted_at is null) then
    raise exception 'the pipeline has open deals' using errcode = 'P0001', constraint = 'pipelines_open_deals';
  end if;
  return null;
end
$function$;

-- owner aura_access
-- may execute: aura_manager, aura_rep
CREATE OR REPLACE FUNCTION crm.merge_contacts(p_winner uuid, p_loser uuid, p_taken text[], p_sharing text)
 RETURNS crm.contact_merges
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  winner crm.contacts;
  loser crm.contacts;
  changes jsonb;
  activities jsonb;
  made crm.contact_merges;
begin
  perform crm.require_mergeable(p_winner, p_loser);
  select * into winner from crm.contacts c where c.tenant_id = app.tenant_id() and c.id = p_winner;
  select * into loser from crm.contacts c where c.tenant_id = app.tenant_id() and c.id = p_loser;
  if winner.deleted_at is not null or loser.deleted_at is not null then
    raise exception 'an archived contact is not merged' using errcode = 'P0001', constraint = 'contacts_merged';
  end if;
  select coalesce(pg_catalog.jsonb_object_agg(t.key, pg_catalog.jsonb_build_array(v.winners -> t.key, v.losers -> t.key)), '{}') into changes
    from (select crm.contact_values(winner) as winners, crm.contact_values(loser) as losers) v, pg_catalog.unnest(p_taken) t (key)
   where v.winners -> t.key is distinct from v.losers -> t.key;

  with came as (
    update crm.activities a set contact_id = p_winner where a.tenant_id = app.tenant_id() and a.contact_id = p_loser returning a.id
  )
  select coalesce(pg_catalog.jsonb_agg(c.id), '[]') into activities from came c;
  insert into crm.contact_merges (winner_id, loser_id, changes, links, loser)
  values (p_winner, p_loser, changes,
          pg_catalog.jsonb_build_object('activities', activities) || crm.take_deal_links(p_winner, p_loser) || crm.take_shares(p_winner, p_loser, p_sharing),
          pg_catalog.to_jsonb(loser))
  returning * into made;
  update crm.contacts c set deleted_at = pg_catalog.now(), merged_into_id = p_winner where c.tenant_id = app.tenant_id() and c.id = p_loser;
  perform crm.count_merged(p_winner, 1);
  return made;
end
$function$;

-- owner aura_owner
-- may execute: aura_access, aura_manager, aura_rep
CREATE OR REPLACE FUNCTION crm.minor_digits(currency text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO ''
AS $function$
  select case
    when currency in ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF') then 0
    when currency in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 3
    else 2
  end
$function$;

-- owner aura_access
-- may execute: aura_owner
CREATE OR REPLACE FUNCTION crm.move_activity_owner()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  owner uuid := (select c.owner_id from crm.contacts c where c.tenant_id = new.tenant_id and c.id = new.contact_id);
begin
  if owner is not null then
    insert into search.activity_owners (tenant_id, activity_id, owner_id) values (new.tenant_id, new.id, owner)
    on conflict (tenant_id, activity_id) do update set owner_id = excluded.owner_id;
  end if;
  return null;
end
$function$;

-- owner aura_owner
-- may execute: aura_access
CREATE OR REPLACE FUNCTION crm.national_number(phone text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO ''
AS $function$
  -- Country codes have one, two or three digits, and their beginning tells how many.
  select pg_catalog.ltrim(pg_catalog.regexp_replace(pg_catalog.regexp_replace(phone, '[^0-9]', '', 'g'),
      '^(?:00)?(?:1|7|2[07]|2[1-689][0-9]|3[0-469]|3[578][0-9]|4[013-9]|42[0-9]|5[1-8]|5[09][0-9]|6[0-6]|6[7-9][0-9]|8[1246]|8[035789][0-9]|9[0-58]|9[679][0-9])', ''), '0')
    where phone ~ '^[[:space:]]*(\+|00)' or pg_catalog.regexp_replace(phone, '[^0-9]', '', 'g') ~ '^[1-9][0-9]{10}'
$function$;

-- owner aura_access
CREATE OR REPLACE FUNCTION crm.organization_name(organization uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select o.name from crm.organizations o where o.tenant_id = app.tenant_id() and o.id = organization
$function$;

-- owner aura_owner
CREATE OR REPLACE FUNCTION crm.put_stage_back()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
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
$function$;

-- owner aura_access
-- may execute: aura_owner
CREATE OR REPLACE FUNCTION crm.put_stays_back()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$;

-- owner aura_access
-- may execute: aura_owner
CREATE OR REPLACE FUNCTION crm.record_first_stage()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if core.is_restoring() then
    return null;
  end if;
  insert into crm.stage_changes (tenant_id, deal_id, to_stage_id, to_stage_name, to_probability, to_status, reason, changed_at)
  select n.tenant_id, n.id, n.stage_id, s.name, n.probability, n.status, n.stage_reason, n.stage_entered_at
    from new_rows n join crm.stages s on s.tenant_id = n.tenant_id and s.id = n.stage_id;
  return null;
end
$function$;

-- owner aura_access
-- may execute: aura_owner
CREATE OR REPLACE FUNCTION crm.record_first_stay()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if core.is_restoring() then
    return null;
  end if;
  insert into crm.deal_stages (tenant_id, deal_id, stage_id, pipeline_id, owner_id, is_archived, entered_at)
  select n.tenant_id, n.id, n.stage_id, n.pipeline_id, n.owner_id, n.deleted_at is not null, n.stage_entered_at
    from new_rows n where n.status = 'open';
  insert into crm.deal_stages (tenant_id, deal_id, stage_id, pipeline_id, owner_id, is_archived, entered_at, left_at, outcome)
  select n.tenant_id, n.id, n.closed_from_stage_id, n.pipeline_id, n.owner_id, n.deleted_at is not null,
         least(n.opened_on::timestamptz, n.closed_at), n.closed_at, case n.status when 'lost' then 'lost' else 'on' end
    from new_rows n where n.closed_from_stage_id is not null;
  return null;
end
$function$;

-- owner aura_access
-- may execute: aura_owner
CREATE OR REPLACE FUNCTION crm.record_stage_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into crm.stage_changes (tenant_id, deal_id, from_stage_id, from_stage_name, from_probability, to_stage_id, to_stage_name, to_probability, to_status, reason, changed_at)
  select new.tenant_id, new.id, old.stage_id, coalesce(old.closed_stage_name, was.name), old.probability, new.stage_id, now_in.name, new.probability, new.status,
         case when new.stage_entered_at = pg_catalog.now() then new.stage_reason else 'Undone' end, pg_catalog.now()
    from crm.stages was, crm.stages now_in
   where was.tenant_id = new.tenant_id and was.id = old.stage_id and now_in.tenant_id = new.tenant_id and now_in.id = new.stage_id;
  return null;
end
$function$;

-- owner aura_access
-- may execute: aura_owner
CREATE OR REPLACE FUNCTION crm.record_stay()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$;

-- owner aura_access
-- may execute: aura_owner
CREATE OR REPLACE FUNCTION crm.refresh_contact_tokens()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  renamed uuid[];
begin
  select pg_catalog.array_agg(n.id) into renamed
    from new_rows n join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id where o.name is distinct from n.name;
  if renamed is null then
    return null;
  end if;
  delete from search.tokens t using crm.contacts c
   where c.tenant_id = app.tenant_id() and c.organization_id = any (renamed)
     and t.tenant_id = c.tenant_id and t.record_id = c.id and t.entity = 'contact';
  insert into search.tokens (tenant_id, entity, token, record_id, owner_id, sort_name)
  select c.tenant_id, 'contact', w, c.id, c.owner_id, c.name_norm
    from crm.contacts c, search.words_of(crm.contact_document(c)) w
   where c.tenant_id = app.tenant_id() and c.organization_id = any (renamed) and c.deleted_at is null;
  return null;
end
$function$;

-- owner aura_access
-- may execute: aura_owner
CREATE OR REPLACE FUNCTION crm.refresh_deal_tokens()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  renamed uuid[];
begin
  select array_agg(n.id) into renamed
    from new_rows n join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id where o.name is distinct from n.name;
  if renamed is null then
    return null;
  end if;
  perform search.replace_tokens('deal', d.id, d.owner_id, pg_catalog.concat_ws(E'\n', d.name, crm.organization_name(d.organization_id)))
     from crm.deals d where d.tenant_id = app.tenant_id() and d.organization_id = any (renamed) and d.deleted_at is null;
  return null;
end
$function$;

-- owner aura_owner
CREATE OR REPLACE FUNCTION crm.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  raise exception '% is history and is not changed', tg_table_name using errcode = '42501';
end
$function$;

-- owner aura_owner
CREATE OR REPLACE FUNCTION crm.refuse_deactivated_owner()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if exists (select from core.memberships m where m.tenant_id = new.tenant_id and m.user_id = new.owner_id and m.status = 'deactivated') then
    raise exception 'the owner is deactivated' using errcode = '23514', constraint = 'owner_is_active';
  end if;
  return new;
end
$function$;

-- owner aura_owner
CREATE OR REPLACE FUNCTION crm.refuse_deactivated_owners()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if exists (select from new_rows n join core.memberships m on m.tenant_id = n.tenant_id and m.user_id = n.owner_id where m.status = 'deactivated') then
    raise exception 'the owner is deactivated' using errcode = '23514', constraint = 'owner_is_active';
  end if;
  return null;
end
$function$;

-- owner aura_owner
CREATE OR REPLACE FUNCTION crm.refuse_organization_cycle()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
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
$function$;

-- owner aura_access
CREATE OR REPLACE FUNCTION crm.require_mergeable(p_winner uuid, p_loser uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  sees_all boolean := app.has_role('admin', 'manager');
  mine uuid := app.user_id();
  found_rows int;
begin
  -- In the order of their ids, so that two merges of the same pair wait for each other instead of for ever.
  perform from crm.contacts c where c.tenant_id = app.tenant_id() and c.id in (p_winner, p_loser) order by c.id for update;
  select pg_catalog.count(*) into found_rows from crm.contacts c
   where c.tenant_id = app.tenant_id() and c.id in (p_winner, p_loser) and (sees_all or c.owner_id = mine);
  if found_rows <> 2 then
    raise exception 'only managers merge contacts of others' using errcode = '42501';
  end if;
end
$function$;

-- owner aura_access
CREATE OR REPLACE FUNCTION crm.return_joined_link(p_merge crm.contact_merges, p_entry jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  update crm.deal_contacts l
     set role = case when l.role is not distinct from p_entry -> 'role' ->> 1 then p_entry -> 'role' ->> 0 else l.role end
   where l.tenant_id = p_merge.tenant_id and l.contact_id = p_merge.winner_id and l.deal_id = (p_entry -> 'link' ->> 'deal_id')::uuid;
  if not found then
    return false; -- whoever took the person off the deal meant both
  end if;
  insert into crm.deal_contacts select (pg_catalog.jsonb_populate_record(null::crm.deal_contacts, p_entry -> 'link')).* on conflict do nothing;
  return true;
end
$function$;

-- owner aura_access
CREATE OR REPLACE FUNCTION crm.return_moved_link(p_merge crm.contact_merges, p_link uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  other record;
  heir uuid;
begin
  update crm.deal_contacts l set contact_id = p_merge.loser_id
   where l.tenant_id = p_merge.tenant_id and l.id = p_link and l.contact_id = p_merge.winner_id;
  if not found then
    return false;
  end if;
  for other in
    select m.id, j.value as entry from crm.contact_merges m, pg_catalog.jsonb_array_elements(m.links -> 'joined') j
     where m.tenant_id = p_merge.tenant_id and m.winner_id = p_merge.winner_id and m.undone_at is null and m.id <> p_merge.id
       and j.value ->> 'kept' = p_link::text order by m.id
  loop
    update crm.deal_contacts l set role = other.entry -> 'role' ->> 0
     where l.tenant_id = p_merge.tenant_id and l.id = p_link and l.role is not distinct from other.entry -> 'role' ->> 1;
    if heir is null then
      insert into crm.deal_contacts select (pg_catalog.jsonb_populate_record(null::crm.deal_contacts,
        other.entry -> 'link' || pg_catalog.jsonb_build_object('contact_id', p_merge.winner_id))).* returning id into heir;
    end if;
    update crm.contact_merges m
       set links = m.links || pg_catalog.jsonb_build_object(
             'joined', (select coalesce(pg_catalog.jsonb_agg(case when e.value ->> 'kept' = p_link::text then e.value || pg_catalog.jsonb_build_object('kept', heir) else e.value end), '[]')
                          from pg_catalog.jsonb_array_elements(m.links -> 'joined') e where e.value -> 'link' ->> 'id' <> heir::text),
             'moved', m.links -> 'moved' || case when other.entry -> 'link' ->> 'id' = heir::text then pg_catalog.to_jsonb(heir) else '[]' end)
     where m.tenant_id = p_merge.tenant_id and m.id = other.id;
  end loop;
  return true;
end
$function$;

-- owner aura_access
CREATE OR REPLACE FUNCTION crm.return_shares(p_merge crm.contact_merges)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  given uuid;
  heir uuid;
begin
  for given in select (u.value #>> '{}')::uuid from pg_catalog.jsonb_array_elements(p_merge.links -> 'shared') u loop
    select m.id into heir from crm.contact_merges m join crm.contact_shares s on s.tenant_id = m.tenant_id and s.contact_id = m.loser_id and s.user_id = given
     where m.tenant_id = p_merge.tenant_id and m.winner_id = p_merge.winner_id and m.undone_at is null and m.id <> p_merge.id
       and m.links ->> 'sharing' <> 'this' order by m.id limit 1;
    if heir is null then
      delete from crm.contact_shares s where s.tenant_id = p_merge.tenant_id and s.contact_id = p_merge.winner_id and s.user_id = given;
    else
      update crm.contact_merges m set links = pg_catalog.jsonb_set(m.links, '{shared}', m.links -> 'shared' || pg_catalog.to_jsonb(given))
       where m.tenant_id = p_merge.tenant_id and m.id = heir;
    end if;
  end loop;
  insert into crm.contact_shares
  select (pg_catalog.jsonb_populate_record(null::crm.contact_shares, s.value)).* from pg_catalog.jsonb_array_elements(p_merge.links -> 'unshared') s
  on conflict do nothing;
end
$function$;

-- owner aura_access
-- may execute: aura_manager, aura_rep
CREATE OR REPLACE FUNCTION crm.shared_contact_ids()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 20
 SET search_path TO ''
AS $function$
  select s.contact_id from crm.contact_shares s where s.tenant_id = (select app.tenant_id()) and s.user_id = (select app.user_id())
$function$;

-- owner aura_access
-- may execute: aura_manager, aura_owner, aura_rep
CREATE OR REPLACE FUNCTION crm.shared_deal_ids()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER ROWS 20
 SET search_path TO ''
AS $function$
  select m.deal_id from crm.deal_members m where m.tenant_id = app.tenant_id() and m.user_id = app.user_id()
$function$;

-- owner aura_access
-- may execute: aura_owner
CREATE OR REPLACE FUNCTION crm.sum_line_items()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  touched uuid[];
begin
  if tg_op = 'INSERT' then
    select array_agg(distinct deal_id) into touched from new_rows;
  elsif tg_op = 'DELETE' then
    select array_agg(distinct deal_id) into touched from old_rows;
  else
    select array_agg(distinct deal_id) into touched from (select deal_id from new_rows union select deal_id from old_rows) both_rows;
  end if;
  if touched is null then
    return null;
  end if;
  -- Two people who add lines at once take turns here, so that the later sum sees the earlier line.
  perform from crm.deals d where d.tenant_id = app.tenant_id() and d.id = any (touched) order by d.id for no key update;
  update crm.deals d
     set amount_source = case when t.lines = 0 then 'manual' else 'items' end,
         amount_minor = case when t.lines = 0 then d.amount_minor else t.net end,
         net_minor = t.net, discount_minor = t.discount, tax_minor = t.tax, gross_minor = t.gross, cost_minor = t.cost, margin_minor = t.margin
    from (
      select ids.deal_id, count(i.id) as lines, sum(i.net_minor)::bigint as net, sum(i.discount_minor)::bigint as discount, sum(i.tax_minor)::bigint as tax,
             sum(i.gross_minor)::bigint as gross, sum(i.cost_minor)::bigint as cost, sum(i.margin_minor)::bigint as margin
        from pg_catalog.unnest(touched) as ids (deal_id)
        left join crm.line_items i on i.tenant_id = app.tenant_id() and i.deal_id = ids.deal_id
       group by ids.deal_id
    ) t
   where d.tenant_id = app.tenant_id() and d.id = t.deal_id
     and (d.net_minor, d.discount_minor, d.tax_minor, d.gross_minor, d.cost_minor, d.margin_minor, d.amount_source)
         is distinct from (t.net, t.discount, t.tax, t.gross, t.cost, t.margin, case when t.lines = 0 then 'manual' else 'items' end);
  return null;
end
$function$;

-- owner aura_access
CREATE OR REPLACE FUNCTION crm.take_deal_links(p_winner uuid, p_loser uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  joined jsonb;
  moved jsonb;
begin
  -- A deal that knows both keeps one link; a part that only the other had is taken over.
  with gone as (
    delete from crm.deal_contacts l using crm.deal_contacts w
     where l.tenant_id = app.tenant_id() and l.contact_id = p_loser
       and w.tenant_id = l.tenant_id and w.contact_id = p_winner and w.deal_id = l.deal_id
    returning pg_catalog.to_jsonb(l) as link, w.id as kept, w.role as was, coalesce(w.role, l.role) as becomes
  )
  select coalesce(pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('link', g.link, 'kept', g.kept, 'role', pg_catalog.jsonb_build_array(g.was, g.becomes))), '[]')
    into joined from gone g;
  update crm.deal_contacts w set role = j.value -> 'role' ->> 1
    from pg_catalog.jsonb_array_elements(joined) j
   where w.tenant_id = app.tenant_id() and w.id = (j.value ->> 'kept')::uuid and w.role is distinct from j.value -> 'role' ->> 1;
  with came as (
    update crm.deal_contacts l set contact_id = p_winner where l.tenant_id = app.tenant_id() and l.contact_id = p_loser returning l.id
  )
  select coalesce(pg_catalog.jsonb_agg(c.id), '[]') into moved from came c;
  return pg_catalog.jsonb_build_object('joined', joined, 'moved', moved);
end
$function$;

-- owner aura_access
CREATE OR REPLACE FUNCTION crm.take_shares(p_winner uuid, p_loser uuid, p_sharing text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  gone jsonb := '[]';
  came jsonb := '[]';
begin
  if p_sharing = 'other' then
    with taken as (
      delete from crm.contact_shares s where s.tenant_id = app.tenant_id() and s.contact_id = p_winner
         and not exists (select from crm.contact_shares o where o.tenant_id = s.tenant_id and o.contact_id = p_loser and o.user_id = s.user_id)
      returning pg_catalog.to_jsonb(s) as share
    )
    select coalesce(pg_catalog.jsonb_agg(t.share), '[]') into gone from taken t;
  end if;
  if p_sharing <> 'this' then
    with given as (
      insert into crm.contact_shares (contact_id, user_id)
      select p_winner, s.user_id from crm.contact_shares s where s.tenant_id = app.tenant_id() and s.contact_id = p_loser
      on conflict do nothing returning user_id
    )
    select coalesce(pg_catalog.jsonb_agg(g.user_id), '[]') into came from given g;
  end if;
  return pg_catalog.jsonb_build_object('sharing', p_sharing, 'shared', came, 'unshared', gone);
end
$function$;

-- owner aura_access
-- may execute: aura_manager, aura_rep
CREATE OR REPLACE FUNCTION crm.unmerge_contacts(p_merge uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  merge crm.contact_merges;
  activities int;
  links int;
begin
  select * into merge from crm.contact_merges m where m.tenant_id = app.tenant_id() and m.id = p_merge;
  perform crm.require_mergeable(merge.winner_id, merge.loser_id);
  update crm.contact_merges m set undone_at = pg_catalog.now(), undone_by = app.user_id()
   where m.tenant_id = app.tenant_id() and m.id = p_merge and m.undone_at is null returning * into merge;
  if not found then
    raise exception 'the merge was taken back' using errcode = 'P0001', constraint = 'contact_merges_undone_state';
  end if;
  if exists (select from crm.contacts c where c.tenant_id = merge.tenant_id and c.id = merge.winner_id and c.deleted_at is not null) then
    raise exception 'what came over went on with it' using errcode = 'P0001', constraint = 'contacts_merged';
  end if;
  update crm.activities a set contact_id = merge.loser_id
   where a.tenant_id = merge.tenant_id and a.contact_id = merge.winner_id
     and a.id = any (array(select (i.value #>> '{}')::uuid from pg_catalog.jsonb_array_elements(merge.links -> 'activities') i));
  get diagnostics activities = row_count;
  select pg_catalog.count(*) filter (where r.done) into links from (
    select crm.return_moved_link(merge, (i.value #>> '{}')::uuid) as done from pg_catalog.jsonb_array_elements(merge.links -> 'moved') i
    union all
    select crm.return_joined_link(merge, e.value) from pg_catalog.jsonb_array_elements(merge.links -> 'joined') e) r;
  perform crm.return_shares(merge);
  -- A later merge began from what this one left: now it began from what was there before.
  update crm.contact_merges m set changes = m.changes || passed.pairs
    from (select later.id, pg_catalog.jsonb_object_agg(c.key, pg_catalog.jsonb_build_array(c.value -> 0, later.changes -> c.key -> 1)) as pairs
            from pg_catalog.jsonb_each(merge.changes) c
            cross join lateral (select n.id, n.changes from crm.contact_merges n
              where n.tenant_id = merge.tenant_id and n.winner_id = merge.winner_id and n.undone_at is null and n.id > merge.id and n.changes ? c.key
              order by n.id limit 1) later
           where later.changes -> c.key -> 0 is not distinct from c.value -> 1
           group by later.id) passed
   where m.tenant_id = merge.tenant_id and m.id = passed.id;
  update crm.contacts c set deleted_at = null, merged_into_id = null where c.tenant_id = merge.tenant_id and c.id = merge.loser_id;
  perform crm.count_merged(merge.winner_id, -1);
  return pg_catalog.jsonb_build_object('activities', activities, 'links', links);
end
$function$;

-- owner aura_access
-- may execute: aura_owner
CREATE OR REPLACE FUNCTION search.add_custom_values()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  execute pg_catalog.format(
    'insert into search.custom_values (tenant_id, entity, record_id, field_key, place, text_value, number_value, owner_id, is_archived)
     select n.tenant_id, %L, n.id, v.field_key, v.place, v.text_value, v.number_value, %s, n.deleted_at is not null
       from new_rows n, search.custom_value_rows(n.custom_fields) v where n.custom_fields <> ''{}''', tg_argv[0], tg_argv[1]);
  return null;
end
$function$;

-- owner aura_access
-- may execute: aura_owner
CREATE OR REPLACE FUNCTION search.change_custom_values()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  owner uuid;
begin
  if tg_argv[1] = 'n.owner_id' then
    owner := new.owner_id;
  end if;
  delete from search.custom_values v
   where v.tenant_id = app.tenant_id() and v.entity = tg_argv[0] and v.record_id = new.id
     and old.custom_fields -> v.field_key is distinct from new.custom_fields -> v.field_key;
  update search.custom_values v set owner_id = owner, is_archived = new.deleted_at is not null
   where v.tenant_id = app.tenant_id() and v.entity = tg_argv[0] and v.record_id = new.id
     and (v.owner_id, v.is_archived) is distinct from (owner, new.deleted_at is not null);
  insert into search.custom_values (tenant_id, entity, record_id, field_key, place, text_value, number_value, owner_id, is_archived)
  select new.tenant_id, tg_argv[0], new.id, v.field_key, v.place, v.text_value, v.number_value, owner, new.deleted_at is not null
    from search.custom_value_rows(new.custom_fields) v
   where old.custom_fields -> v.field_key is distinct from new.custom_fields -> v.field_key;
  return null;
end
$function$;

-- owner aura_owner
-- may execute: aura_access
CREATE OR REPLACE FUNCTION search.custom_value_rows(custom_fields jsonb)
 RETURNS TABLE(field_key text, place smallint, text_value text, number_value double precision)
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO ''
AS $function$
  select f.key, (one.place - 1)::smallint,
         case when pg_catalog.jsonb_typeof(one.value) <> 'number' then pg_catalog.left(search.fold(one.value #>> '{}'), 200) end,
         -- Beyond what a float holds everything is alike.
         case when pg_catalog.jsonb_typeof(one.value) = 'number' then
           case when pg_catalog.abs((one.value #>> '{}')::numeric) < 1e-300 then 0
                else greatest(-1e300, least(1e300, (one.value #>> '{}')::numeric))::float8 end end
    from pg_catalog.jsonb_each(custom_fields) f,
         pg_catalog.jsonb_array_elements(case pg_catalog.jsonb_typeof(f.value) when 'array' then f.value else pg_catalog.jsonb_build_array(f.value) end)
           with ordinality one (value, place)
   where pg_catalog.jsonb_typeof(one.value) in ('string', 'number', 'boolean')
$function$;

-- owner aura_owner
-- may execute: aura_access, aura_manager, aura_rep
CREATE OR REPLACE FUNCTION search.fold(name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO ''
AS $function$
  select pg_catalog.translate(pg_catalog.lower(pg_catalog.regexp_replace(
    pg_catalog.btrim(pg_catalog.regexp_replace(pg_catalog.normalize(coalesce(name, ''), 'NFKD'), '[[:space:]]+', ' ', 'g')),
    E'[\u0300-\u036f]', '', 'g')), 'łøđæœßþ', 'lodaost')
$function$;

-- owner aura_access
-- may execute: aura_owner
CREATE OR REPLACE FUNCTION search.index_rows()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  changed uuid[];
  words text := pg_catalog.format(
    'select r.tenant_id, %L as entity, w as token, r.id as record_id, r.owner as owner_id, r.name as sort_name
       from (select n.tenant_id, n.id, %s as owner, %s as document, %s as name from new_rows n
              where n.deleted_at is null and ($1 is null or n.id = any ($1)) offset 0) r,
            search.words_of(r.document) w', tg_argv[0], tg_argv[2], tg_argv[1], coalesce(tg_argv[4], ''''''));
begin
  if tg_op = 'INSERT' then
    execute 'insert into search.tokens (tenant_id, entity, token, record_id, owner_id, sort_name) ' || words using changed;
    return null;
  end if;
  -- Most updates change no word: an amount, a stage, a version.
  execute pg_catalog.format(
    'select pg_catalog.array_agg(fresh.id)
       from (select n.id, %1$s as document, %2$s as owner, n.deleted_at is null as is_live from new_rows n) fresh
       join (select n.id, %1$s as document, %2$s as owner, n.deleted_at is null as is_live from old_rows n) former on former.id = fresh.id
      where (fresh.document, fresh.owner, fresh.is_live) is distinct from (former.document, former.owner, former.is_live)', coalesce(nullif(tg_argv[3], ''), tg_argv[1]), tg_argv[2])
    into changed;
  if changed is null then
    return null;
  end if;
  -- By an array, so that the index on records is used: a join with the transition table reads the whole tenant's words.
  execute 'with fresh as materialized (' || words || '), gone as (
      delete from search.tokens t
       where t.tenant_id = app.tenant_id() and t.entity = $2 and t.record_id = any ($1)
         and not exists (select from fresh f where f.record_id = t.record_id and f.token = t.token and f.sort_name = t.sort_name)
    )
    insert into search.tokens as t (tenant_id, entity, token, record_id, owner_id, sort_name)
    select f.tenant_id, f.entity, f.token, f.record_id, f.owner_id, f.sort_name from fresh f
    on conflict on constraint tokens_pkey do update set owner_id = excluded.owner_id where t.owner_id is distinct from excluded.owner_id'
    using changed, tg_argv[0];
  return null;
end
$function$;

-- owner aura_access
-- may execute: aura_owner
CREATE OR REPLACE FUNCTION search.replace_tokens(p_entity text, p_record uuid, p_owner uuid, p_document text, p_name text DEFAULT ''::text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  delete from search.tokens t where t.tenant_id = app.tenant_id() and t.record_id = p_record and t.entity = p_entity;
  insert into search.tokens (tenant_id, entity, token, record_id, owner_id, sort_name)
  select app.tenant_id(), p_entity, w, p_record, p_owner, p_name from search.words_of(p_document) w
$function$;

-- owner aura_owner
-- may execute: aura_access, aura_manager, aura_rep
CREATE OR REPLACE FUNCTION search.tokenize(document text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO ''
AS $function$
  select coalesce(pg_catalog.array_agg(w order by w), '{}') from search.words_of(document) w
$function$;

-- owner aura_owner
-- may execute: aura_access, aura_manager, aura_rep
CREATE OR REPLACE FUNCTION search.words_of(document text)
 RETURNS SETOF text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select distinct pg_catalog.left(found.word, 64)
    from (select pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(pg_catalog.translate(pg_catalog.lower(pg_catalog.regexp_replace(
            pg_catalog.normalize(coalesce(document, ''), 'NFKD'), E'[\u0300-\u036f]', '', 'g')), 'łøđ', 'lod'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th') as text
          offset 0) plain,
         lateral (
           select pg_catalog.regexp_split_to_table(plain.text, E'[[:space:]!-/:-@\\[-`{-~]+') as word
           union all
           -- An address is searched whole too. Its mark keeps it out of the way of the name that it begins with, which many ask for.
           select '@' || m[1] from pg_catalog.regexp_matches(plain.text, '([^[:space:],;<>"]+@[^[:space:],;<>"]+)', 'g') m
           union all
           -- A phone number is searched by its digits, whole or without its prefix.
           select pg_catalog.right(digits, n)
             from pg_catalog.regexp_matches(plain.text, '(\+?[0-9(][0-9 ()./-]{5,}[0-9])', 'g') m,
                  lateral pg_catalog.regexp_replace(m[1], '[^0-9]', '', 'g') digits, pg_catalog.unnest(array[20, 10, 7]) n
            where pg_catalog.length(digits) >= 7
         ) found
   where found.word <> ''
$function$;

