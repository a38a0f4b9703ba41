-- as: aura_owner
-- The catalogue and its prices (F14). Managers keep it; everyone reads it.

create function crm.minor_digits(currency text) returns int
language sql immutable parallel safe set search_path = '' as $$
  select case
    when currency in ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF') then 0
    when currency in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 3
    else 2
  end
$$;
comment on function crm.minor_digits(text) is 'ISO 4217 minor digits; the same list as minorDigits in the kernel.';
grant execute on function crm.minor_digits(text) to aura_rep, aura_manager, aura_access;

create table crm.products (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  id uuid not null default app.uuid_v7(),
  sku text not null,
  sku_norm text collate "C" not null generated always as (lower(sku)) stored,
  name text not null,
  name_norm text collate "C" not null generated always as (search.fold(name)) stored,
  description text,
  category text,
  is_active boolean not null default true,
  custom_fields jsonb not null default '{}',
  external_id text,
  import_id uuid,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid not null default app.user_id(),
  updated_by uuid default app.user_id(),
  deleted_at timestamptz,
  constraint products_pkey primary key (tenant_id, id),
  constraint products_sku_length check (char_length(sku) between 1 and 64),
  constraint products_name_length check (char_length(name) between 1 and 200),
  constraint products_category_length check (char_length(category) <= 100)
);
create unique index products_sku_key on crm.products (tenant_id, sku_norm) where deleted_at is null;
create unique index products_external_id_key on crm.products (tenant_id, external_id) where external_id is not null and deleted_at is null;
create index products_created on crm.products (tenant_id, created_at desc, id desc);
create index products_updated on crm.products (tenant_id, updated_at desc, id desc);
create index products_name on crm.products (tenant_id, name_norm, id);
create index products_sku on crm.products (tenant_id, sku_norm, id);
create index products_category on crm.products (tenant_id, category);
create index products_import on crm.products (tenant_id, import_id) where import_id is not null;
comment on table crm.products is 'What is sold. The SKU is unique in the tenant among products that are not deleted.';
select app_admin.protect('crm.products', 'manager', 'product', '{sku,name,description,category,is_active,custom_fields,external_id,deleted_at}',
  insert_only => '{import_id}');
select app_admin.policy('core.events', 'select_rep_product', 'select', 'aura_rep',
  'tenant_id = (select app.tenant_id()) and entity = ''product''', null, 'Everyone reads the catalogue and what happened to it');

create trigger b_custom_fields before insert or update of custom_fields on crm.products
  for each row when (new.custom_fields <> '{}') execute function core.check_custom_fields('product');

create trigger y_search_insert after insert on crm.products referencing new table as new_rows
  for each statement execute function search.index_rows('product', 'concat_ws('' '', n.name, n.sku, n.category)', 'null::uuid');
create trigger y_search_update after update on crm.products referencing old table as old_rows new table as new_rows
  for each statement execute function search.index_rows('product', 'concat_ws('' '', n.name, n.sku, n.category)', 'null::uuid');

create table crm.product_prices (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  id uuid not null default app.uuid_v7(),
  product_id uuid not null,
  currency text not null,
  amount_minor bigint not null,
  cost_minor bigint,
  max_discount_percent numeric(5, 2),
  target_margin_percent numeric(5, 2),
  valid_from timestamptz not null default now(),
  valid_to timestamptz,
  created_at timestamptz not null default now(),
  created_by uuid not null default app.user_id(),
  constraint product_prices_pkey primary key (tenant_id, id),
  constraint product_prices_product_fkey foreign key (tenant_id, product_id) references crm.products (tenant_id, id),
  constraint product_prices_currency_format check (currency ~ '^[A-Z]{3}$'),
  constraint product_prices_amount_range check (amount_minor >= 0),
  constraint product_prices_cost_range check (cost_minor >= 0),
  constraint product_prices_max_discount_percent_range check (max_discount_percent between 0 and 100),
  constraint product_prices_target_margin_percent_range check (target_margin_percent between 0 and 100),
  constraint product_prices_validity_range check (valid_to > valid_from)
);
create unique index product_prices_open_key on crm.product_prices (tenant_id, product_id, currency) where valid_to is null;
create index product_prices_product on crm.product_prices (tenant_id, product_id, currency, valid_from desc);
comment on table crm.product_prices is 'The pricing blueprint over time: a price is closed by its successor, never edited.';
comment on column crm.product_prices.max_discount_percent is 'Deeper than this needs a manager (F14.8).';
select app_admin.protect('crm.product_prices', 'manager', 'product_price', '{valid_to}',
  insert_only => '{product_id,currency,amount_minor,cost_minor,max_discount_percent,target_margin_percent,valid_from}');
