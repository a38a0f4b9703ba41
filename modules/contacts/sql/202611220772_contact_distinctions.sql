-- as: aura_owner
-- "Not the same person": two contacts that are alike and were looked at. Said once, for the whole workspace.

create table crm.contact_distinctions (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  contact_id uuid not null,
  other_id uuid not null,
  created_at timestamptz not null default now(),
  created_by uuid not null default app.user_id(),
  constraint contact_distinctions_pkey primary key (tenant_id, contact_id, other_id),
  constraint contact_distinctions_contact_fkey foreign key (tenant_id, contact_id) references crm.contacts (tenant_id, id),
  constraint contact_distinctions_other_fkey foreign key (tenant_id, other_id) references crm.contacts (tenant_id, id),
  constraint contact_distinctions_two check (contact_id <> other_id)
);
create unique index contact_distinctions_pair_key on crm.contact_distinctions (tenant_id, least(contact_id, other_id), greatest(contact_id, other_id));
create index contact_distinctions_other on crm.contact_distinctions (tenant_id, other_id, contact_id);
comment on table crm.contact_distinctions is 'Pairs of contacts that somebody said are two people: no list of likely duplicates shows them together.';

select app_admin.protect('crm.contact_distinctions', 'child:crm.contacts:contact_id', 'contact_distinction', '{}',
  insert_only => '{contact_id,other_id}', deletable => true, id_column => 'contact_id');

do $$
declare
  command text;
  both_seen text := 'tenant_id = (select app.tenant_id())
     and exists (select from crm.contacts c where c.tenant_id = contact_distinctions.tenant_id and c.id = contact_distinctions.contact_id)
     and exists (select from crm.contacts c where c.tenant_id = contact_distinctions.tenant_id and c.id = contact_distinctions.other_id)';
begin
  foreach command in array array['select', 'insert', 'update', 'delete'] loop
    execute format('drop policy %I on crm.contact_distinctions', command || '_rep');
    if command <> 'update' then
      perform app_admin.policy('crm.contact_distinctions', command || '_rep', command, 'aura_rep',
        case when command <> 'insert' then both_seen end, case when command = 'insert' then both_seen end, 'Who sees both contacts says whether they are one person');
    end if;
  end loop;
end
$$;
select app_admin.restorable('crm.contact_distinctions', '{created_at,created_by}');

select app_admin.policy('crm.contact_distinctions', 'forget_access', 'select', 'aura_access', 'tenant_id = (select app.tenant_id())', null, 'Archiving and merging a contact forget its pairs, seen or not');
select app_admin.policy('crm.contact_distinctions', 'forget_delete_access', 'delete', 'aura_access', 'tenant_id = (select app.tenant_id())', null, 'Archiving and merging a contact forget its pairs, seen or not');
grant select (tenant_id, contact_id, other_id), delete on crm.contact_distinctions to aura_access;
