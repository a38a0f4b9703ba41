-- as: aura_owner
-- One declaration per table makes its row-level security, policies, column grants and triggers, so that no table can be
-- protected by hand and slightly wrong. One policy per role and command: a single policy with OR over roles cannot use
-- the owner index (measured 3,000 times slower).

create function app_admin.policy(target regclass, name text, command text, role_name text, visible text, checked text, reason text)
returns void language plpgsql set search_path = '' as $$
begin
  execute pg_catalog.format('create policy %I on %s for %s to %I%s%s', name, target, command, role_name,
    case when visible is null then '' else ' using (' || visible || ')' end,
    case when checked is null then '' else ' with check (' || checked || ')' end);
  execute pg_catalog.format('comment on policy %I on %s is %L', name, target, reason);
end
$$;

create function app_admin.grant_columns(target regclass, role_name text, command text, columns text[])
returns void language plpgsql set search_path = '' as $$
begin
  if pg_catalog.cardinality(columns) > 0 then
    execute pg_catalog.format('grant %s (%s) on %s to %I', command,
      (select pg_catalog.string_agg(pg_catalog.quote_ident(c), ', ') from pg_catalog.unnest(columns) c), target, role_name);
  end if;
end
$$;

create function app_admin.rep_rows(target regclass, rule text, shared_by text) returns text
language plpgsql stable set search_path = '' as $$
begin
  if rule = 'owned' then
    return 'owner_id = (select app.user_id())'
      || case when shared_by is null then '' else pg_catalog.format(' or id = any (array(select %s))', shared_by) end;
  elsif rule like 'child:%' then
    return pg_catalog.format('exists (select from %s parent where parent.tenant_id = %s.tenant_id and parent.id = %s.%I)',
      pg_catalog.split_part(rule, ':', 2), target, target, pg_catalog.split_part(rule, ':', 3));
  end if;
  return 'true';
end
$$;

create function app_admin.protect(
  target regclass,
  rule text,                              -- shared | manager | admin | owned | child:<parent table>:<column>
  entity text,                            -- the entity's name in the audit log
  writable text[],                        -- columns set on insert and update by whoever may write
  manager_writable text[] default '{}',   -- set on insert by all, changed by managers only (the owner, say)
  insert_only text[] default '{}',        -- set once
  shared_by text default null,            -- call that lists ids shared with the person, for rule owned
  deletable boolean default false,        -- rows may be removed for good (links, line items)
  id_column text default 'id',
  hidden text[] default '{}',             -- columns no runtime role reads (hashes)
  audited boolean default true
) returns void language plpgsql set search_path = '' as $$
declare
  mine text := 'tenant_id = (select app.tenant_id())';
  rows text := app_admin.rep_rows(target, rule, shared_by);
  rep_sees text := mine || case rows when 'true' then '' else ' and (' || rows || ')' end;
  -- A new owned record belongs to its maker: what others share cannot be known yet.
  rep_adds text := case when rule = 'owned' then mine || ' and owner_id = (select app.user_id())' else rep_sees end;
  manager_sees text := mine || ' and (select app.has_role(''admin'', ''manager''))';
  manager_writes text := case when rule = 'admin' then mine || ' and (select app.has_role(''admin''))' else manager_sees end;
  rep_writes boolean := rule not in ('manager', 'admin');
  rep_reason text := case when rule = 'owned' then 'F9.4: a rep sees what is theirs or shared with them'
                          when rule like 'child:%' then 'Visible with its parent record' else 'Everyone in the tenant' end;
  visible text[];
  role_name text;
  bare text := pg_catalog.replace(target::text, '.', '_');
begin
  execute pg_catalog.format('alter table %s enable row level security, force row level security', target);
  execute pg_catalog.format('revoke all on %s from public', target);
  select pg_catalog.array_agg(attname::text order by attnum) into visible from pg_catalog.pg_attribute
   where attrelid = target and attnum > 0 and not attisdropped and attname::text <> all (hidden);

  perform app_admin.policy(target, 'select_rep', 'select', 'aura_rep', rep_sees, null, rep_reason);
  perform app_admin.policy(target, 'select_manager', 'select', 'aura_manager', manager_sees, null, 'F9.3: managers and admins see all of their tenant');
  perform app_admin.policy(target, 'insert_manager', 'insert', 'aura_manager', null, manager_writes, 'Managers and admins write in their tenant');
  perform app_admin.policy(target, 'update_manager', 'update', 'aura_manager', manager_writes, manager_writes, 'Managers and admins write in their tenant');
  if rep_writes then
    perform app_admin.policy(target, 'insert_rep', 'insert', 'aura_rep', null, rep_adds, rep_reason);
    perform app_admin.policy(target, 'update_rep', 'update', 'aura_rep', rep_sees, rep_sees, rep_reason);
  end if;
  if deletable then
    perform app_admin.policy(target, 'delete_manager', 'delete', 'aura_manager', manager_writes, null, 'Managers and admins write in their tenant');
    if rep_writes then
      perform app_admin.policy(target, 'delete_rep', 'delete', 'aura_rep', rep_sees, null, rep_reason);
    end if;
  end if;

  foreach role_name in array array['aura_rep', 'aura_manager'] loop
    perform app_admin.grant_columns(target, role_name, 'select', visible);
    if role_name = 'aura_manager' or rep_writes then
      perform app_admin.grant_columns(target, role_name, 'insert', case when 'id' = any (visible) then array['id'] else '{}'::text[] end || writable || manager_writable || insert_only);
      perform app_admin.grant_columns(target, role_name, 'update', writable || case when role_name = 'aura_manager' then manager_writable else '{}'::text[] end);
      if deletable then
        execute pg_catalog.format('grant delete on %s to %I', target, role_name);
      end if;
    end if;
  end loop;

  if exists (select from pg_catalog.pg_attribute where attrelid = target and attname = 'version' and not attisdropped) then
    execute pg_catalog.format('create trigger a_touch before update on %s for each row execute function app.touch()', target);
  end if;
  if audited then
    execute pg_catalog.format('create trigger z_audit_insert after insert on %s referencing new table as new_rows for each statement execute function audit.capture(%L, %L)', target, entity, id_column);
    execute pg_catalog.format('create trigger z_audit_update after update on %s referencing old table as old_rows new table as new_rows for each statement execute function audit.capture(%L, %L)', target, entity, id_column);
    execute pg_catalog.format('create trigger z_audit_delete after delete on %s referencing old table as old_rows for each statement execute function audit.capture(%L, %L)', target, entity, id_column);
  end if;
  perform app_admin.grant_columns(target, 'aura_audit', 'select', array['tenant_id', id_column]);
  perform app_admin.policy(target, 'select_classifier', 'select', 'aura_audit', 'true', null, 'Only ids: tells a probe from a typing error, after the request');
  insert into audit.entities (entity, target, id_column, has_owner)
  values (entity, target, id_column, 'owner_id' = any (visible)) on conflict do nothing;
end
$$;
comment on function app_admin.protect is 'The one way a tenant table gets its row-level security. Rules are named at the parameter.';
