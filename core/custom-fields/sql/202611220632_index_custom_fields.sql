-- as: aura_owner
-- One declaration per table: its triggers, what a rep is shown of it, and the values that are stored already.
create function app_admin.index_custom_fields(
  target regclass,
  entity text,
  owner text default 'null::uuid',   -- or n.owner_id
  shared_by text default null        -- call that lists ids shared with the person, for owned records
) returns void language plpgsql set search_path = '' as $$
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
$$;
comment on function app_admin.index_custom_fields is 'Makes the custom fields of a table filterable and sortable.';
