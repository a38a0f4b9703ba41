-- as: aura_owner
-- Exports (F15.2): what was asked, how it went, and the file. Of its maker alone, whatever the others' roles: a file holds
-- what one person saw at one time.

create table core.exports (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  id uuid not null default app.uuid_v7(),
  scope text not null,
  format text not null,
  filter jsonb not null default '{}',
  status text not null default 'queued',
  maker_role text,
  run_id uuid,
  rows int not null default 0,
  bytes bigint not null default 0,
  failure jsonb,
  started_at timestamptz,
  finished_at timestamptz,
  expires_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid not null default app.user_id(),
  updated_by uuid default app.actor_id(),
  constraint exports_pkey primary key (tenant_id, id),
  constraint exports_maker_key unique (tenant_id, id, created_by),
  constraint exports_scope_length check (char_length(scope) between 1 and 40),
  constraint exports_format_known check (format in ('csv', 'json')),
  constraint exports_status_known check (status in ('queued', 'running', 'done', 'failed')),
  constraint exports_done_expires check (status <> 'done' or expires_at is not null)
);
create index exports_created on core.exports (tenant_id, created_by, created_at, id);
create index exports_unfinished on core.exports (updated_at) where status in ('queued', 'running');
comment on table core.exports is 'F15.2: one file made for one person. Its rows are in the audit log too, which outlives it.';
comment on column core.exports.maker_role is 'What its maker was when the file was made: it is not handed out to the same person in another role.';
comment on column core.exports.run_id is 'The attempt that may write; one that lost its claim to a later one writes nothing more.';
select app_admin.protect('core.exports', 'shared', 'export',
  '{status,maker_role,run_id,rows,bytes,failure,started_at,finished_at,expires_at}',
  insert_only => '{scope,format,filter}', audited => false);

create table core.export_chunks (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  export_id uuid not null,
  created_by uuid not null default app.user_id(),
  position int not null,
  bytes bytea not null,
  created_at timestamptz not null default now(),
  constraint export_chunks_pkey primary key (tenant_id, export_id, created_by, position),
  constraint export_chunks_export_fkey foreign key (tenant_id, export_id, created_by)
    references core.exports (tenant_id, id, created_by)
);
create index export_chunks_created on core.export_chunks (created_at);
comment on table core.export_chunks is 'The file in pieces, for a day: neither its maker nor its reader ever holds all of it.';
select app_admin.protect('core.export_chunks', 'shared', 'export_chunk', '{export_id,position,bytes}',
  id_column => 'export_id', deletable => true, audited => false);

-- The rule of everyone in the tenant becomes: of its maker.
do $$
declare
  target regclass;
  who text;
  command text;
  mine text := 'tenant_id = (select app.tenant_id()) and created_by = (select app.user_id())';
begin
  foreach target in array array['core.exports', 'core.export_chunks']::regclass[] loop
    foreach who in array array['rep', 'manager'] loop
      foreach command in array array['select', 'insert', 'update', 'delete'] loop
        execute format('drop policy if exists %I on %s', command || '_' || who, target);
        continue when command = 'delete' and target = 'core.exports'::regclass;
        continue when command = 'update' and target = 'core.export_chunks'::regclass;
        perform app_admin.policy(target, command || '_' || who, command, 'aura_' || who,
          case when command <> 'insert' then mine end, case when command in ('insert', 'update') then mine end,
          'An export is its maker''s alone');
      end loop;
    end loop;
  end loop;
end
$$;
revoke update (export_id, position, bytes) on core.export_chunks from aura_rep, aura_manager;

select app_admin.policy('core.exports', 'tidy_access', 'all', 'aura_access', 'true', 'true', 'Upkeep ends exports whose worker never came back; it reads no filter and no counts');
grant select (tenant_id, id, status, expires_at, updated_at), update (status, failure, finished_at) on core.exports to aura_access;
select app_admin.policy('core.export_chunks', 'tidy_access', 'all', 'aura_access', 'true', null, 'Upkeep deletes files after a day without reading them');
grant select (tenant_id, export_id, created_at), delete on core.export_chunks to aura_access;
