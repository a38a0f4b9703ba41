-- as: aura_access
-- Statement trigger. Arguments: entity; SQL expression over row n giving the owner (null: visible to everyone).
create function search.add_custom_values() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
begin
  execute pg_catalog.format(
    'insert into search.custom_values (tenant_id, entity, record_id, field_key, place, text_value, number_value, owner_id, is_archived)
     select n.tenant_id, %L, n.id, v.field_key, v.place, v.text_value, v.number_value, %s, n.deleted_at is not null
       from new_rows n, search.custom_value_rows(n.custom_fields) v where n.custom_fields <> ''{}''', tg_argv[0], tg_argv[1]);
  return null;
end
$$;
comment on function search.add_custom_values() is 'The custom values of new records, in the same transaction.';

-- Row trigger, for records whose values, owner or archiving changed: most updates cost nothing here. Same arguments.
create function search.change_custom_values() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
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
$$;
comment on function search.change_custom_values() is 'The custom values of a changed record, in the same transaction.';
grant execute on function search.add_custom_values(), search.change_custom_values() to aura_owner;
