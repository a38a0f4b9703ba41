-- as: aura_owner
-- Bulk edits (F16.5, F9.5): what was asked of many records, in which parts it is done, what it changed and what refused.
-- A person's own; managers see all of their tenant's, and may undo them.

create table core.bulk_edits (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  id uuid not null default app.uuid_v7(),
  entity text not null,
  changes jsonb not null,
  undo_of uuid,
  status text not null default 'queued',
  total int not null,
  failure jsonb,
  started_at timestamptz,
  finished_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid not null default app.user_id(),
  updated_by uuid default app.actor_id(),
  constraint bulk_edits_pkey primary key (tenant_id, id),
  constraint bulk_edits_undo_of_fkey foreign key (tenant_id, undo_of) references core.bulk_edits (tenant_id, id),
  constraint bulk_edits_entity_length check (char_length(entity) between 1 and 40),
  constraint bulk_edits_status_known check (status in ('queued', 'running', 'done', 'failed'))
);
create index bulk_edits_created on core.bulk_edits (tenant_id, created_by, created_at, id);
create index bulk_edits_undo_of on core.bulk_edits (tenant_id, undo_of);
-- An undo that could not be finished may be asked for again.
create unique index bulk_edits_undo_key on core.bulk_edits (tenant_id, undo_of) where undo_of is not null and status <> 'failed';
comment on table core.bulk_edits is 'One change of many records. An undo is one too, of what another left, and can be undone itself.';
select app_admin.protect('core.bulk_edits', 'shared', 'bulk_edit', '{status,failure,started_at,finished_at}',
  insert_only => '{entity,changes,undo_of,total}');

do $$
declare
  command text;
  mine text := 'tenant_id = (select app.tenant_id()) and created_by = (select app.user_id())';
begin
  foreach command in array array['select', 'insert', 'update'] loop
    execute format('drop policy %I on core.bulk_edits', command || '_rep');
    perform app_admin.policy('core.bulk_edits', command || '_rep', command, 'aura_rep',
      case when command <> 'insert' then mine end, case when command <> 'select' then mine end, 'A bulk edit is seen by its maker and by managers');
  end loop;
end
$$;

create table core.bulk_batches (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  edit_id uuid not null,
  position int not null,
  record_ids uuid[] not null,
  changed int not null default 0,
  unchanged int not null default 0,
  failed int not null default 0,
  done_at timestamptz,
  constraint bulk_batches_pkey primary key (tenant_id, edit_id, position),
  constraint bulk_batches_edit_fkey foreign key (tenant_id, edit_id) references core.bulk_edits (tenant_id, id)
);
comment on table core.bulk_batches is 'The records of a bulk edit as they were chosen, in parts that are done whole or not at all.';
select app_admin.protect('core.bulk_batches', 'child:core.bulk_edits:edit_id', 'bulk_batch', '{changed,unchanged,failed,done_at}',
  insert_only => '{edit_id,position,record_ids}', id_column => 'edit_id', audited => false);

create table core.bulk_changes (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  edit_id uuid not null,
  record_id uuid not null,
  before jsonb not null,
  version_after int not null,
  constraint bulk_changes_pkey primary key (tenant_id, edit_id, record_id),
  constraint bulk_changes_edit_fkey foreign key (tenant_id, edit_id) references core.bulk_edits (tenant_id, id)
);
comment on table core.bulk_changes is 'What a bulk edit overwrote, written with the change itself: undo puts it back where nobody has changed the record since.';
select app_admin.protect('core.bulk_changes', 'child:core.bulk_edits:edit_id', 'bulk_change', '{}',
  insert_only => '{edit_id,record_id,before,version_after}', id_column => 'record_id', audited => false);

create table core.bulk_failures (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  edit_id uuid not null,
  record_id uuid not null,
  name text,
  code text not null,
  message text not null,
  constraint bulk_failures_pkey primary key (tenant_id, edit_id, record_id),
  constraint bulk_failures_edit_fkey foreign key (tenant_id, edit_id) references core.bulk_edits (tenant_id, id)
);
comment on table core.bulk_failures is 'Each record that a bulk edit left as it was, with the reason. name is empty where the person cannot see the record.';
select app_admin.protect('core.bulk_failures', 'child:core.bulk_edits:edit_id', 'bulk_failure', '{}',
  insert_only => '{edit_id,record_id,name,code,message}', id_column => 'record_id', audited => false);
