-- as: aura_owner
-- New records' own fields are checked by the statement: an import asked for the definitions once for each row.
create function core.check_new_custom_fields() returns trigger
language plpgsql set search_path = '' as $$
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
$$;
comment on function core.check_new_custom_fields() is 'The rules of check_custom_fields() for the new rows of a statement. Argument: the entity.';

drop trigger b_custom_fields on crm.contacts;
create trigger b_custom_fields before update of custom_fields on crm.contacts
  for each row when (new.custom_fields <> '{}') execute function core.check_custom_fields('contact');
create trigger b_custom_insert after insert on crm.contacts referencing new table as new_rows
  for each statement execute function core.check_new_custom_fields('contact');
drop trigger b_custom_fields on crm.organizations;
create trigger b_custom_fields before update of custom_fields on crm.organizations
  for each row when (new.custom_fields <> '{}') execute function core.check_custom_fields('organization');
create trigger b_custom_insert after insert on crm.organizations referencing new table as new_rows
  for each statement execute function core.check_new_custom_fields('organization');
drop trigger b_custom_fields on crm.deals;
create trigger b_custom_fields before update of custom_fields on crm.deals
  for each row when (new.custom_fields <> '{}') execute function core.check_custom_fields('deal');
create trigger b_custom_insert after insert on crm.deals referencing new table as new_rows
  for each statement execute function core.check_new_custom_fields('deal');
