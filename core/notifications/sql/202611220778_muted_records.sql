-- as: aura_owner
-- "Mute this deal": a person's choice about one record. Whoever changes a record they see asks who has muted it.

create table core.muted_records (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  user_id uuid not null default app.user_id(),
  entity text not null,
  record_id uuid not null,
  created_at timestamptz not null default now(),
  constraint muted_records_pkey primary key (tenant_id, user_id, entity, record_id),
  constraint muted_records_user_fkey foreign key (tenant_id, user_id) references core.memberships (tenant_id, user_id),
  constraint muted_records_entity_length check (char_length(entity) between 1 and 40)
);
comment on table core.muted_records is 'Records that a person wants to hear nothing of, but for mentions and escalations to them.';
select app_admin.protect('core.muted_records', 'shared', 'muted_record', '{}', insert_only => '{entity,record_id}',
  deletable => true, id_column => 'record_id', audited => false);

do $$
declare
  role_name text;
  command text;
  mine text := 'tenant_id = (select app.tenant_id()) and user_id = (select app.user_id())';
begin
  foreach role_name in array array['rep', 'manager'] loop
    foreach command in array array['select', 'insert', 'update', 'delete'] loop
      execute format('drop policy %I on core.muted_records', command || '_' || role_name);
      if command <> 'update' then
        perform app_admin.policy('core.muted_records', command || '_' || role_name, command, 'aura_' || role_name,
          case when command <> 'insert' then mine end, case when command = 'insert' then mine end, 'One''s own');
      end if;
    end loop;
  end loop;
end
$$;

create function app_admin.mutes(entity text, records regclass) returns void
language plpgsql set search_path = '' as $$
declare
  seen text := pg_catalog.format('tenant_id = (select app.tenant_id()) and entity = %L and exists (select from %s r where r.tenant_id = muted_records.tenant_id and r.id = muted_records.record_id)', entity, records);
begin
  perform app_admin.policy('core.muted_records', 'select_rep_' || entity, 'select', 'aura_rep', seen, null, 'Who changes a record asks who has muted it');
  perform app_admin.policy('core.muted_records', 'select_manager_' || entity, 'select', 'aura_manager', seen, null, 'Who changes a record asks who has muted it');
end
$$;
comment on function app_admin.mutes is 'Lets whoever sees a record of this table know who wants to hear nothing of it.';
