-- as: aura_owner
-- Reminders: up to which day each person was reminded of what is due. It moves forward in the transaction that writes the
-- notifications, so that a day is told once, whoever is killed and however many workers there are.

create table core.reminder_days (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  user_id uuid not null default app.user_id(),
  reminded_on date not null,
  constraint reminder_days_pkey primary key (tenant_id, user_id),
  constraint reminder_days_user_fkey foreign key (tenant_id, user_id) references core.memberships (tenant_id, user_id)
);
comment on table core.reminder_days is 'The last day, in the workspace''s time zone, whose due next steps a person was told of.';
select app_admin.protect('core.reminder_days', 'shared', 'reminder_day', '{reminded_on}', id_column => 'user_id', audited => false);

do $$
declare
  role_name text;
  command text;
  mine text := 'tenant_id = (select app.tenant_id()) and user_id = (select app.user_id())';
begin
  foreach role_name in array array['rep', 'manager'] loop
    foreach command in array array['select', 'insert', 'update'] loop
      execute format('drop policy %I on core.reminder_days', command || '_' || role_name);
      perform app_admin.policy('core.reminder_days', command || '_' || role_name, command, 'aura_' || role_name,
        case when command <> 'insert' then mine end, case when command <> 'select' then mine end, 'One''s own');
    end loop;
  end loop;
end
$$;

select app_admin.policy('core.reminder_days', 'reminder_access', 'select', 'aura_access', 'true', null, 'Upkeep asks who was not reminded today yet');
grant select (tenant_id, user_id, reminded_on) on core.reminder_days to aura_access;
select app_admin.policy('core.tenants', 'reminder_access', 'select', 'aura_access', 'true', null, 'Upkeep asks where it is morning');
grant select (id, status, timezone) on core.tenants to aura_access;
select app_admin.policy('core.memberships', 'reminder_access', 'select', 'aura_access', 'true', null, 'Upkeep asks who works where it is morning; no names');
grant select (tenant_id, user_id, status) on core.memberships to aura_access;
