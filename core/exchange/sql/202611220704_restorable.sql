-- as: aura_owner
-- The archive of a workspace comes in as it was: when and by whom a record was made, and its history. Those columns are
-- writable within such an import alone, by a restrictive policy on each table.
grant select (entity, created_by) on core.imports to aura_access;

create function app_admin.restorable(target regclass, columns text[], otherwise text default 'true') returns void
language plpgsql set search_path = '' as $$
begin
  perform app_admin.grant_columns(target, 'aura_manager', 'insert', columns);
  execute pg_catalog.format('create policy restored_only on %s as restrictive for insert to aura_manager with check ((%s) or (select core.is_restoring()))', target,
    case when 'created_at' = any (columns) then 'created_at = now() and created_by = (select app.user_id()) and ' else '' end || otherwise);
  execute pg_catalog.format('comment on policy restored_only on %s is %L', target, 'Only the archive of a workspace says when and by whom a record was made');
end
$$;
comment on function app_admin.restorable is 'Columns that only the import of a workspace''s archive sets. otherwise: what holds of every other new row.';

-- History may hold values of archived fields and of options that are gone: their type is still checked.
create or replace function core.check_custom_fields() returns trigger
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
$$;

select app_admin.restorable('core.custom_field_definitions', '{created_at,created_by}');
