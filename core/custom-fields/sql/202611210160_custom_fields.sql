-- as: aura_owner
-- Custom fields: a tenant's own additions to the records. Values live in each record's custom_fields; what they may be
-- is defined here and checked by the database itself.

create table core.custom_field_definitions (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  id uuid not null default app.uuid_v7(),
  entity text not null,
  key text collate "C" not null,
  label text not null,
  type text not null,
  options jsonb not null default '[]',
  required boolean not null default false,
  position int not null default 0,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid not null default app.user_id(),
  updated_by uuid not null default app.user_id(),
  deleted_at timestamptz,
  constraint custom_field_definitions_pkey primary key (tenant_id, id),
  -- Archived ones count: their values are still in the records, and another type under the same key would not fit them.
  constraint custom_field_definitions_key_key unique (tenant_id, entity, key),
  constraint custom_field_definitions_entity_known check (entity in ('organization', 'contact', 'deal', 'product')),
  constraint custom_field_definitions_type_known check (type in ('text', 'number', 'date', 'boolean', 'select', 'multiselect', 'url', 'email')),
  constraint custom_field_definitions_key_format check (key ~ '^[a-z][a-zA-Z0-9_]{0,62}$'),
  constraint custom_field_definitions_label_length check (char_length(label) between 1 and 100),
  constraint custom_field_definitions_options_format check (jsonb_typeof(options) = 'array'),
  constraint custom_field_definitions_options_length check (type not in ('select', 'multiselect') or jsonb_array_length(options) between 1 and 200)
);
create index custom_field_definitions_position on core.custom_field_definitions (tenant_id, position, id);
create index custom_field_definitions_created on core.custom_field_definitions (tenant_id, created_at, id);
comment on table core.custom_field_definitions is 'F6.6, F7.6, F8.9, F14.5: fields that a tenant''s admins add to records.';
comment on column core.custom_field_definitions.key is 'The name in the API; it and the type never change, because values are stored under it.';
select app_admin.protect('core.custom_field_definitions', 'admin', 'custom_field', '{label,options,required,position,deleted_at}',
  insert_only => '{entity,key,type}');

create function core.custom_value_fits(type text, options jsonb, value jsonb) returns boolean
language sql immutable parallel safe set search_path = '' as $$
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
$$;
grant execute on function core.custom_value_fits(text, jsonb, jsonb) to aura_rep, aura_manager;

-- Row trigger; argument: entity. Only values that change are checked: a field archived since, or an option removed
-- since, must not make an old record impossible to edit.
create function core.check_custom_fields() returns trigger
language plpgsql set search_path = '' as $$
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
  if wrong is not null then
    raise exception 'custom field % does not fit its definition', wrong using errcode = '23514', constraint = 'custom_fields_fit';
  end if;
  return new;
end
$$;
comment on function core.check_custom_fields() is
  'Refuses unknown keys and values of a wrong type. A module attaches it: before insert or update of custom_fields, with its entity.';
