-- as: aura_owner
-- Imports (F15.1): what was asked, how it went, what was refused, and what undo needs. Managers and admins only: a
-- file holds records that a sales rep may not see.

create table core.imports (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  id uuid not null default app.uuid_v7(),
  entity text not null,
  status text not null default 'queued',
  is_dry_run boolean not null,
  file_name text not null,
  options jsonb not null,
  mapping jsonb not null,
  total int,
  processed int not null default 0,
  created int not null default 0,
  updated int not null default 0,
  skipped int not null default 0,
  failed int not null default 0,
  detected jsonb not null default '{}',
  notes jsonb not null default '[]',
  failure jsonb,
  undo jsonb,
  started_at timestamptz,
  finished_at timestamptz,
  undone_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid not null default app.user_id(),
  updated_by uuid default app.actor_id(),
  constraint imports_pkey primary key (tenant_id, id),
  constraint imports_status_known check (status in ('queued', 'running', 'done', 'failed', 'undone')),
  constraint imports_file_name_length check (char_length(file_name) between 1 and 255)
);
create index imports_created on core.imports (tenant_id, created_at, id);
create index imports_unfinished on core.imports (created_at) where status in ('queued', 'running');
comment on table core.imports is 'F15.1: one file brought in, or tried (a dry run).';
comment on column core.imports.notes is 'What the report says beside the refused rows: closed deals without a reason, say.';
comment on column core.imports.undo is 'What undo removed and restored, and what it left because someone edited it since.';
select app_admin.protect('core.imports', 'manager', 'import',
  '{status,total,processed,created,updated,skipped,failed,detected,notes,failure,undo,started_at,finished_at,undone_at}',
  insert_only => '{entity,is_dry_run,file_name,options,mapping}');

create table core.import_files (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  import_id uuid not null,
  bytes bytea not null,
  created_at timestamptz not null default now(),
  constraint import_files_pkey primary key (tenant_id, import_id),
  constraint import_files_import_fkey foreign key (tenant_id, import_id) references core.imports (tenant_id, id)
);
create index import_files_created on core.import_files (created_at);
alter table core.import_files alter column bytes set storage external;
comment on table core.import_files is 'The file as it came, for thirty days.';
select app_admin.protect('core.import_files', 'manager', 'import_file', '{import_id,bytes}', id_column => 'import_id', audited => false);

create table core.import_progress (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  import_id uuid not null,
  total int not null,
  processed int not null,
  constraint import_progress_pkey primary key (tenant_id, import_id),
  constraint import_progress_import_fkey foreign key (tenant_id, import_id) references core.imports (tenant_id, id)
);
comment on table core.import_progress is 'How far a running import is. Beside core.imports, whose row the one transaction of the import holds.';
select app_admin.protect('core.import_progress', 'manager', 'import_progress', '{total,processed}',
  insert_only => '{import_id}', id_column => 'import_id', audited => false);

create table core.import_errors (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  import_id uuid not null,
  position int not null,
  line int not null,
  column_name text,
  code text not null,
  message text not null,
  value text,
  constraint import_errors_pkey primary key (tenant_id, import_id, position),
  constraint import_errors_import_fkey foreign key (tenant_id, import_id) references core.imports (tenant_id, id)
);
comment on table core.import_errors is 'Each refused row with its reason. line is the file''s line number, the header being 1.';
select app_admin.protect('core.import_errors', 'manager', 'import_error', '{import_id,position,line,column_name,code,message,value}',
  id_column => 'import_id', audited => false);

create table core.import_changes (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  import_id uuid not null,
  entity text not null,
  record_id uuid not null,
  action text not null,
  line int not null,
  before jsonb,
  version_after int not null,
  constraint import_changes_pkey primary key (tenant_id, import_id, entity, record_id),
  constraint import_changes_import_fkey foreign key (tenant_id, import_id) references core.imports (tenant_id, id),
  constraint import_changes_action_known check (action in ('created', 'updated')),
  constraint import_changes_before_known check ((action = 'updated') = (before is not null))
);
comment on table core.import_changes is 'What an import created and changed, so that it can be undone as long as nobody has edited it since.';
select app_admin.protect('core.import_changes', 'manager', 'import_change', '{import_id,entity,record_id,action,line,before,version_after}',
  id_column => 'record_id', audited => false);

do $$
declare
  target text;
begin
  foreach target in array array['core.imports', 'core.import_files', 'core.import_progress', 'core.import_errors', 'core.import_changes'] loop
    execute format('drop policy select_rep on %s', target);
    execute format('revoke all on %s from aura_rep', target);
  end loop;
end
$$;

select app_admin.policy('core.imports', 'tidy_access', 'all', 'aura_access', 'true', 'true', 'Upkeep ends imports whose worker never came back; it reads no options and no counts');
grant select (tenant_id, id, status, updated_at), update (status, failure, finished_at) on core.imports to aura_access;
select app_admin.policy('core.import_files', 'tidy_access', 'all', 'aura_access', 'true', null, 'Upkeep deletes files after thirty days without reading them');
grant select (tenant_id, import_id, created_at), delete on core.import_files to aura_access;

-- The planner's statistics describe a table as it was before an import, often empty: any index then looks as good as the
-- right one, and each lookup reads all of the tenant's rows. Only the owner of a table may mend that.
create function core.refresh_statistics(target regclass) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  if exists (
    select from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where c.oid = target and n.nspname in ('crm', 'search') and c.relkind = 'r'
       and pg_catalog.pg_relation_size(c.oid) / 8192 > 2 * c.relpages + 4
  ) then
    -- Another import may be at it: nobody waits for statistics.
    execute pg_catalog.format('analyze (skip_locked) %s', target);
  end if;
end
$$;
comment on function core.refresh_statistics(regclass) is 'Analyzes a business table that has more than doubled since it last was. Reads no rows for the caller.';
grant execute on function core.refresh_statistics(regclass) to aura_manager;
