-- as: aura_owner
-- Deals and what hangs on them (F8, F9, F14). Policies follow in _243, after the definer functions that they call.

create table crm.deals (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  id uuid not null default app.uuid_v7(),
  name text not null,
  name_norm text collate "C" not null generated always as (search.fold(name)) stored,
  amount_minor bigint,
  currency text not null,
  amount_source text not null default 'manual',
  amount_sort bigint not null generated always as (coalesce(amount_minor * (10 ^ (3 - crm.minor_digits(currency)))::bigint, -1)) stored,
  pipeline_id uuid not null,
  stage_id uuid not null,
  status text not null default 'open',
  probability int not null,
  close_date date,
  close_sort date not null generated always as (coalesce(close_date, 'infinity'::date)) stored,
  opened_on date not null default current_date,
  stage_entered_at timestamptz not null default now(),
  stage_reason text,
  closed_at timestamptz,
  closed_stage_name text,
  closed_probability int,
  lost_reason text,
  notes text,
  organization_id uuid,
  owner_id uuid not null default app.user_id(),
  next_step text,
  next_step_on date,
  next_step_sort date not null generated always as (coalesce(next_step_on, 'infinity'::date)) stored,
  escalated_at timestamptz,
  escalated_by uuid,
  net_minor bigint,
  discount_minor bigint,
  tax_minor bigint,
  gross_minor bigint,
  cost_minor bigint,
  margin_minor bigint,
  custom_fields jsonb not null default '{}',
  external_id text,
  import_id uuid,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid not null default app.user_id(),
  updated_by uuid default app.user_id(),
  deleted_at timestamptz,
  constraint deals_pkey primary key (tenant_id, id),
  constraint deals_stage_fkey foreign key (tenant_id, pipeline_id, stage_id) references crm.stages (tenant_id, pipeline_id, id),
  constraint deals_organization_fkey foreign key (tenant_id, organization_id) references crm.organizations (tenant_id, id),
  constraint deals_owner_fkey foreign key (tenant_id, owner_id) references core.memberships (tenant_id, user_id),
  constraint deals_escalated_by_fkey foreign key (tenant_id, escalated_by) references core.memberships (tenant_id, user_id),
  constraint deals_name_length check (char_length(name) between 1 and 200),
  constraint deals_amount_range check (amount_minor between 0 and 1000000000000000),
  constraint deals_amount_source_known check (amount_source in ('manual', 'items')),
  constraint deals_amount_from_items check (amount_source = 'manual' or amount_minor = net_minor),
  constraint deals_currency_format check (currency ~ '^[A-Z]{3}$'),
  constraint deals_status_known check (status in ('open', 'won', 'lost')),
  constraint deals_probability_range check (probability between 0 and 100),
  constraint deals_probability_closed check (case status when 'won' then probability = 100 when 'lost' then probability = 0 else true end),
  constraint deals_closed_state check ((status = 'open') = (closed_at is null) and (status = 'open') = (closed_stage_name is null))
);
comment on table crm.deals is 'A sale in the making: an amount, a stage and an owner.';
comment on column crm.deals.amount_sort is 'The amount in thousandths of the currency''s unit, so that yen and dollars compare; -1 without an amount.';
comment on column crm.deals.status is 'The kind of the stage, kept in step by trigger.';
comment on column crm.deals.close_date is 'The expected day; once closed, the actual one.';
comment on column crm.deals.stage_reason is 'Why the deal came to its stage; copied into the history.';
comment on column crm.deals.closed_stage_name is 'As the stage was called when the deal was closed, whatever is edited later (F13.4).';

-- One index per way a list is sorted, for everyone's deals and for an owner's; each ends with the id, which makes the
-- order total. Without archived rows, so that a list is counted in the index alone; those of foreign keys hold every row.
create unique index deals_external_id_key on crm.deals (tenant_id, external_id) where external_id is not null and deleted_at is null;
create index deals_created on crm.deals (tenant_id, created_at desc, id desc) where deleted_at is null;
create index deals_updated on crm.deals (tenant_id, updated_at desc, id desc) where deleted_at is null;
create index deals_name on crm.deals (tenant_id, name_norm, id) where deleted_at is null;
create index deals_amount on crm.deals (tenant_id, amount_sort, id) where deleted_at is null;
create index deals_close on crm.deals (tenant_id, close_sort, id) where deleted_at is null;
create index deals_next_step on crm.deals (tenant_id, next_step_sort, id) where deleted_at is null;
create index deals_probability on crm.deals (tenant_id, probability, created_at desc, id desc) where deleted_at is null;
create index deals_stage_entered on crm.deals (tenant_id, stage_entered_at, id) where deleted_at is null;
create index deals_owner on crm.deals (tenant_id, owner_id, created_at desc, id desc);
create index deals_owner_stage on crm.deals (tenant_id, owner_id, stage_id, created_at desc, id desc) where deleted_at is null;
create index deals_owner_updated on crm.deals (tenant_id, owner_id, updated_at desc, id desc) where deleted_at is null;
create index deals_owner_name on crm.deals (tenant_id, owner_id, name_norm, id) where deleted_at is null;
create index deals_owner_amount on crm.deals (tenant_id, owner_id, amount_sort, id) where deleted_at is null;
create index deals_owner_close on crm.deals (tenant_id, owner_id, close_sort, id) where deleted_at is null;
create index deals_owner_next_step on crm.deals (tenant_id, owner_id, next_step_sort, id) where deleted_at is null;
create index deals_stage on crm.deals (tenant_id, pipeline_id, stage_id);
create index deals_organization on crm.deals (tenant_id, organization_id, created_at desc, id desc);
create index deals_deleted on crm.deals (tenant_id, created_at desc, id desc) where deleted_at is not null;
create index deals_import on crm.deals (tenant_id, import_id) where import_id is not null;
create index deals_escalated on crm.deals (tenant_id, escalated_at desc) where escalated_at is not null;
create index deals_escalated_by on crm.deals (tenant_id, escalated_by) where escalated_by is not null;
-- A column of the board in its own order, and the figures of board and dashboard without touching the table.
create index deals_board on crm.deals (tenant_id, stage_id, next_step_sort, id) where deleted_at is null;
create index deals_board_close on crm.deals (tenant_id, stage_id, close_sort, id) where deleted_at is null;
create index deals_board_entered on crm.deals (tenant_id, stage_id, stage_entered_at, id) where deleted_at is null;
create index deals_figures on crm.deals (tenant_id, status, stage_id, currency, owner_id)
  include (id, amount_minor, probability, close_sort, next_step_on, stage_entered_at, pipeline_id) where deleted_at is null;

create table crm.deal_members (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  id uuid not null default app.uuid_v7(),
  deal_id uuid not null,
  user_id uuid not null,
  kind text not null,
  created_at timestamptz not null default now(),
  created_by uuid not null default app.user_id(),
  constraint deal_members_pkey primary key (tenant_id, id),
  constraint deal_members_key unique (tenant_id, deal_id, user_id, kind),
  constraint deal_members_deal_fkey foreign key (tenant_id, deal_id) references crm.deals (tenant_id, id),
  constraint deal_members_user_fkey foreign key (tenant_id, user_id) references core.memberships (tenant_id, user_id),
  constraint deal_members_kind_known check (kind in ('collaborator', 'shared'))
);
create index deal_members_user on crm.deal_members (tenant_id, user_id, deal_id);
comment on table crm.deal_members is 'Who works on a deal beside its owner, and with whom a manager shared it.';

create table crm.stage_changes (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  id uuid not null default app.uuid_v7(),
  deal_id uuid not null,
  from_stage_id uuid,
  from_stage_name text,
  from_probability int,
  to_stage_id uuid not null,
  to_stage_name text not null,
  to_probability int not null,
  to_status text not null,
  reason text,
  changed_at timestamptz not null default now(),
  changed_by uuid default app.actor_id(),
  constraint stage_changes_pkey primary key (tenant_id, id),
  constraint stage_changes_deal_fkey foreign key (tenant_id, deal_id) references crm.deals (tenant_id, id),
  constraint stage_changes_from_fkey foreign key (tenant_id, from_stage_id) references crm.stages (tenant_id, id),
  constraint stage_changes_to_fkey foreign key (tenant_id, to_stage_id) references crm.stages (tenant_id, id)
);
create index stage_changes_deal on crm.stage_changes (tenant_id, deal_id, changed_at desc, id desc);
create index stage_changes_from on crm.stage_changes (tenant_id, from_stage_id);
create index stage_changes_to on crm.stage_changes (tenant_id, to_stage_id, changed_at);
comment on table crm.stage_changes is 'F8.8: every move with names and probabilities as they were. Written by trigger, never changed.';

create table crm.line_items (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  id uuid not null default app.uuid_v7(),
  deal_id uuid not null,
  product_id uuid,
  description text not null,
  position int not null,
  quantity numeric(12, 3) not null default 1,
  unit_price_minor bigint not null,
  discount_percent numeric(5, 2),
  discount_amount_minor bigint,
  tax_percent numeric(5, 2) not null default 0,
  override_reason text,
  list_price_minor bigint,
  unit_cost_minor bigint,
  max_discount_percent numeric(5, 2),
  target_margin_percent numeric(5, 2),
  net_minor bigint not null default 0,
  discount_minor bigint not null default 0,
  tax_minor bigint not null default 0,
  gross_minor bigint not null default 0,
  cost_minor bigint,
  margin_minor bigint,
  is_discount_exceeded boolean not null default false,
  is_margin_missed boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid not null default app.user_id(),
  updated_by uuid default app.user_id(),
  constraint line_items_pkey primary key (tenant_id, id),
  constraint line_items_deal_fkey foreign key (tenant_id, deal_id) references crm.deals (tenant_id, id),
  constraint line_items_product_fkey foreign key (tenant_id, product_id) references crm.products (tenant_id, id),
  constraint line_items_description_length check (char_length(description) between 1 and 500),
  constraint line_items_quantity_range check (quantity > 0),
  constraint line_items_unit_price_range check (unit_price_minor between 0 and 100000000000000),
  constraint line_items_discount_percent_range check (discount_percent between 0 and 100),
  constraint line_items_discount_amount_range check (discount_amount_minor >= 0 and net_minor >= 0),
  constraint line_items_discount_once check (discount_percent is null or discount_amount_minor is null),
  constraint line_items_tax_percent_range check (tax_percent between 0 and 100)
);
create index line_items_deal on crm.line_items (tenant_id, deal_id, position);
create index line_items_product on crm.line_items (tenant_id, product_id);
comment on table crm.line_items is 'What a deal sells. List price, cost and policy are the product''s at the time of adding (F14.6); totals are computed here.';
