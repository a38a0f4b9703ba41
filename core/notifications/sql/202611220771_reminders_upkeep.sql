-- as: aura_access
create function core.local_time(at timestamptz, zone text) returns timestamp
language plpgsql stable set search_path = '' as $$
begin
  return at at time zone zone;
exception when invalid_parameter_value then
  -- A zone that only browsers know must not stop the others' reminders.
  return at at time zone 'UTC';
end
$$;
comment on function core.local_time(timestamptz, text) is 'What the clock shows there; UTC where the database does not know the zone.';

create function core.list_reminders(at timestamptz, batch int) returns table (tenant_id uuid, user_id uuid, day date)
language sql stable security definer set search_path = '' as $$
  with morning as materialized (
    select t.id, core.local_time(at, t.timezone) as local from core.tenants t where t.status = 'active'
  )
  select m.tenant_id, m.user_id, morning.local::date
    from morning
    join core.memberships m on m.tenant_id = morning.id and m.status = 'active'
    left join core.reminder_days r on r.tenant_id = m.tenant_id and r.user_id = m.user_id
   where morning.local::time >= '07:00' and (r.reminded_on is null or r.reminded_on < morning.local::date)
   limit batch
$$;
comment on function core.list_reminders(timestamptz, int) is 'Who is to be reminded of which day: it is seven in the morning there, and nobody did. Reads no business data.';
revoke all on function core.local_time(timestamptz, text) from public;
revoke all on function core.list_reminders(timestamptz, int) from public;
grant execute on function core.list_reminders(timestamptz, int) to aura_worker;
