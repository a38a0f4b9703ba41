-- as: aura_owner
-- What a person opened last (palette and dashboard). Ids only: names are asked for when it is shown, under the policies of
-- the records themselves, so a record that is no longer visible is no longer listed.

create table core.recent_records (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  user_id uuid not null default app.user_id(),
  entity text not null,
  entity_id uuid not null,
  opened_at timestamptz not null default now(),
  constraint recent_records_pkey primary key (tenant_id, user_id, entity, entity_id),
  constraint recent_records_member_fkey foreign key (tenant_id, user_id) references core.memberships (tenant_id, user_id),
  constraint recent_records_entity_length check (char_length(entity) between 1 and 40)
);
create index recent_records_opened on core.recent_records (tenant_id, user_id, opened_at);
comment on table core.recent_records is 'What each person opened last: the latest twelve, theirs alone, in no log.';
select app_admin.protect('core.recent_records', 'shared', 'recent_record', '{opened_at}',
  insert_only => '{entity,entity_id}', deletable => true, id_column => 'entity_id', audited => false);

-- The rule of everyone in the tenant becomes: the person's own, whatever the others' roles.
do $$
declare
  who text;
  command text;
  mine text := 'tenant_id = (select app.tenant_id()) and user_id = (select app.user_id())';
begin
  foreach who in array array['rep', 'manager'] loop
    foreach command in array array['select', 'insert', 'update', 'delete'] loop
      execute format('drop policy %I on core.recent_records', command || '_' || who);
      perform app_admin.policy('core.recent_records', command || '_' || who, command, 'aura_' || who,
        case when command <> 'insert' then mine end, case when command in ('insert', 'update') then mine end,
        'What somebody opened is their own affair');
    end loop;
  end loop;
end
$$;
