-- as: aura_owner
-- Pipelines and their stages (F13). Admins shape them; everyone reads them.

create table crm.pipelines (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  id uuid not null default app.uuid_v7(),
  name text not null,
  position int not null default 0,
  is_default boolean not null default false,
  archived_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid not null default app.user_id(),
  updated_by uuid default app.user_id(),
  constraint pipelines_pkey primary key (tenant_id, id),
  constraint pipelines_name_length check (char_length(name) between 1 and 100)
);
create unique index pipelines_name_key on crm.pipelines (tenant_id, lower(name)) where archived_at is null;
create unique index pipelines_default_key on crm.pipelines (tenant_id) where is_default;
comment on table crm.pipelines is 'A way of selling: an ordered list of stages.';
select app_admin.protect('crm.pipelines', 'admin', 'pipeline', '{name,position,is_default,archived_at}');

create table crm.stages (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  id uuid not null default app.uuid_v7(),
  pipeline_id uuid not null,
  name text not null,
  kind text not null default 'open',
  probability int not null,
  required_fields text[] not null default '{}',
  expected_days int,
  color text,
  position int not null,
  retired_at timestamptz,
  successor_id uuid,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid not null default app.user_id(),
  updated_by uuid default app.user_id(),
  constraint stages_pkey primary key (tenant_id, id),
  constraint stages_pipeline_key unique (tenant_id, pipeline_id, id),
  constraint stages_pipeline_fkey foreign key (tenant_id, pipeline_id) references crm.pipelines (tenant_id, id),
  constraint stages_successor_fkey foreign key (tenant_id, pipeline_id, successor_id) references crm.stages (tenant_id, pipeline_id, id),
  constraint stages_name_length check (char_length(name) between 1 and 100),
  constraint stages_kind_known check (kind in ('open', 'won', 'lost')),
  constraint stages_probability_range check (case kind when 'won' then probability = 100 when 'lost' then probability = 0 else probability between 0 and 100 end),
  constraint stages_expected_days_range check (expected_days between 1 and 3650),
  constraint stages_color_format check (color ~ '^#[0-9a-f]{6}$')
);
create unique index stages_name_key on crm.stages (tenant_id, pipeline_id, lower(name)) where retired_at is null;
create index stages_position on crm.stages (tenant_id, pipeline_id, position);
create index stages_successor on crm.stages (tenant_id, pipeline_id, successor_id);
comment on table crm.stages is 'A step of a pipeline. Never deleted: a retired stage stays in the history of its deals.';
comment on column crm.stages.required_fields is 'JSON names of deal fields, or customFields.<key>, that a deal needs before it may enter.';
comment on column crm.stages.expected_days is 'A deal that stays longer is shown as rotting.';
comment on column crm.stages.successor_id is 'Where the open deals of a retired stage went, in the same step (F13.5).';
select app_admin.protect('crm.stages', 'admin', 'stage',
  '{name,kind,probability,required_fields,expected_days,color,position,retired_at,successor_id}', insert_only => '{pipeline_id}');
