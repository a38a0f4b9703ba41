-- as: aura_owner
-- Saved views (F12): how a person looks at a list, under a name. A private one is its owner's alone, whatever the others'
-- roles; a shared one is seen by everyone in the tenant and changed by its owner, managers and admins.

create function core.view_address_fits(address jsonb) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select case when pg_catalog.jsonb_typeof(address) <> 'object' then false else
    pg_catalog.char_length(address::text) <= 8000
    and (select pg_catalog.count(*) <= 60
            and coalesce(pg_catalog.bool_and(
              p.key ~ '^[A-Za-z][A-Za-z0-9_.]{0,63}$'
              and p.key not in ('view', 'cursor', 'after', 'page', 'peek')
              and pg_catalog.jsonb_typeof(p.value) = 'string'
              and pg_catalog.char_length(p.value #>> '{}') between 1 and 4000), true)
           from pg_catalog.jsonb_each(address) p) end
$$;
comment on function core.view_address_fits(jsonb) is
  'Texts by parameter of a list''s address, bounded; never where somebody was in the list, or what was open beside it.';
grant execute on function core.view_address_fits(jsonb) to aura_rep, aura_manager;

create table core.saved_views (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  id uuid not null default app.uuid_v7(),
  owner_id uuid not null default app.user_id(),
  entity text not null,
  name text not null,
  visibility text not null default 'private',
  address jsonb not null default '{}',
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid not null default app.user_id(),
  updated_by uuid not null default app.user_id(),
  deleted_at timestamptz,
  constraint saved_views_pkey primary key (tenant_id, id),
  constraint saved_views_owner_fkey foreign key (tenant_id, owner_id) references core.memberships (tenant_id, user_id),
  constraint saved_views_entity_known check (entity in ('contact', 'organization', 'product', 'deal')),
  constraint saved_views_visibility_known check (visibility in ('private', 'shared')),
  constraint saved_views_name_length check (char_length(name) between 1 and 60),
  constraint saved_views_address_fits check (core.view_address_fits(address))
);
-- Private and shared names apart: a manager who renames a shared view must not learn the names of its owner's private ones.
create unique index saved_views_name_key on core.saved_views (tenant_id, owner_id, entity, visibility, lower(name)) where deleted_at is null;
create index saved_views_owner on core.saved_views (tenant_id, owner_id, entity);
create index saved_views_name on core.saved_views (tenant_id, entity, name, id);
create index saved_views_created on core.saved_views (tenant_id, created_at, id);
comment on table core.saved_views is 'F12: how a list is looked at, under a name; private to its owner or shared with the tenant.';
comment on column core.saved_views.address is 'The list''s parameters as its address has them: filters, search, sort, columns, density, board or table.';

-- The log is written by the trigger below: admins read it, and a private view is not theirs to read.
select app_admin.protect('core.saved_views', 'shared', 'saved_view', '{name,visibility,address,deleted_at}',
  insert_only => '{entity}', audited => false);

-- The rule of everyone in the tenant becomes: the owner's own, and what is shared.
do $$
declare
  who text;
  here text := 'tenant_id = (select app.tenant_id())';
  own text := here || ' and owner_id = (select app.user_id())';
  seen text := here || ' and (owner_id = (select app.user_id()) or visibility = ''shared'')';
  kept text := here || ' and (owner_id = (select app.user_id()) or (visibility = ''shared'' and (select app.has_role(''admin'', ''manager''))))';
  command text;
begin
  foreach who in array array['rep', 'manager'] loop
    foreach command in array array['select', 'insert', 'update'] loop
      execute format('drop policy %I on core.saved_views', command || '_' || who);
    end loop;
    perform app_admin.policy('core.saved_views', 'select_' || who, 'select', 'aura_' || who, seen, null, 'A private view is its owner''s alone, a shared one everyone''s');
    perform app_admin.policy('core.saved_views', 'insert_' || who, 'insert', 'aura_' || who, null, own, 'A view belongs to its maker');
  end loop;
  perform app_admin.policy('core.saved_views', 'update_rep', 'update', 'aura_rep', own, own, 'Its owner changes a view');
  perform app_admin.policy('core.saved_views', 'update_manager', 'update', 'aura_manager', kept, kept, 'Its owner changes a view; managers and admins a shared one, which stays shared');
end
$$;

-- What is private leaves only its name out of the log: that there was a view, of which list, and what became of it.
create function core.log_saved_view() returns trigger
language plpgsql volatile set search_path = '' as $$
declare
  told text[] := array['entity', 'visibility', 'name', 'address', 'deleted_at'];
  before jsonb := case when tg_op = 'UPDATE' then pg_catalog.to_jsonb(old) else '{}' end;
  after jsonb := pg_catalog.to_jsonb(new);
  detail jsonb;
  was_private boolean := before ->> 'visibility' = 'private';
begin
  if new.visibility = 'private' then
    told := array['entity', 'visibility', 'deleted_at'];
  end if;
  select pg_catalog.jsonb_object_agg(t.key, case
           when tg_op = 'INSERT' then after -> t.key
           when was_private and t.key in ('name', 'address') then after -> t.key
           else pg_catalog.jsonb_build_array(before -> t.key, after -> t.key) end)
    into detail
    from pg_catalog.unnest(told) t (key)
   where case tg_op when 'INSERT' then after ->> t.key is not null
              else before -> t.key is distinct from after -> t.key
                   or (was_private and new.visibility = 'shared' and t.key in ('name', 'address')) end;
  perform audit.record(
    'saved_view.' || case when tg_op = 'INSERT' then 'created'
                          when old.deleted_at is null and new.deleted_at is not null then 'archived'
                          when old.deleted_at is not null and new.deleted_at is null then 'restored'
                          else 'updated' end,
    'saved_view', new.id, coalesce(detail, '{}'));
  return null;
end
$$;
comment on function core.log_saved_view() is 'A row of the audit log for each change of a view, without the name and address of a private one.';
create trigger z_log_insert after insert on core.saved_views for each row execute function core.log_saved_view();
create trigger z_log_update after update on core.saved_views for each row execute function core.log_saved_view();
