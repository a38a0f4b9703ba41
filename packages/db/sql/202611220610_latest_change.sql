-- as: aura_access
create function core.latest_change() returns uuid
language sql stable security definer set search_path = '' as $$
  select e.id from core.events e where e.tenant_id = app.tenant_id() order by e.id desc limit 1
$$;
comment on function core.latest_change() is 'Whether anything has changed in the caller''s tenant, for browsers that no push reaches. Compared, never shown.';
grant execute on function core.latest_change() to aura_rep, aura_manager;
