-- as: aura_owner
-- Lists are filtered and sorted by custom fields on an index beneath row-level security. No operator on jsonb is
-- leakproof, so none can use an index under a policy; comparing a plain column can. Each value has a row of its own here.

create function search.custom_value_rows(custom_fields jsonb)
returns table (field_key text, place smallint, text_value text, number_value float8)
language sql immutable parallel safe set search_path = '' as $$
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
$$;
comment on function search.custom_value_rows(jsonb) is
  'Custom values as they are compared: text without case and accents, its first 200 characters; one row per chosen option.';
grant execute on function search.custom_value_rows(jsonb) to aura_access;

create table search.custom_values (
  tenant_id uuid not null,
  entity text not null,
  record_id uuid not null,
  field_key text collate "C" not null,
  place smallint not null default 0,
  text_value text collate "C",
  number_value float8,
  owner_id uuid,
  is_archived boolean not null default false,
  -- With the values, so that asking many records for one is answered by the index.
  constraint custom_values_pkey primary key (tenant_id, entity, record_id, field_key, place)
    include (text_value, number_value, owner_id, is_archived),
  constraint custom_values_once check ((text_value is null) <> (number_value is null))
);
comment on table search.custom_values is
  'One row per custom value of a record. owner_id is copied from the record so that a rep''s filter needs no join.';
comment on column search.custom_values.is_archived is 'Of the record, so that matches are counted without looking at it.';
create index custom_values_text on search.custom_values (tenant_id, entity, field_key, text_value, record_id)
  include (is_archived, owner_id) where text_value is not null;
create index custom_values_number on search.custom_values (tenant_id, entity, field_key, number_value, record_id)
  include (is_archived, owner_id) where number_value is not null;
create index custom_values_owner_text on search.custom_values (tenant_id, entity, field_key, owner_id, text_value, record_id)
  include (is_archived) where text_value is not null and owner_id is not null;
create index custom_values_owner_number on search.custom_values (tenant_id, entity, field_key, owner_id, number_value, record_id)
  include (is_archived) where number_value is not null and owner_id is not null;

alter table search.custom_values enable row level security, force row level security;
select app_admin.policy('search.custom_values', 'select_manager', 'select', 'aura_manager', 'tenant_id = (select app.tenant_id()) and (select app.has_role(''admin'', ''manager''))', null, 'F9.3: managers and admins see all of their tenant');
select app_admin.policy('search.custom_values', 'select_rep', 'select', 'aura_rep', 'tenant_id = (select app.tenant_id()) and (owner_id is null or owner_id = (select app.user_id()))', null, 'F9.4: own records, and those that everyone sees');
-- Each owned entity adds select_rep_<entity> for the records shared with a person.
select app_admin.policy('search.custom_values', 'index_access', 'all', 'aura_access', 'tenant_id = (select app.tenant_id())', 'tenant_id = (select app.tenant_id())', 'The triggers keep values in step, in the caller''s tenant');
grant select on search.custom_values to aura_rep, aura_manager;
grant select, insert, update, delete on search.custom_values to aura_access;
