-- as: aura_context
create function app.remove_expired() returns int
language plpgsql volatile security definer set search_path = '' as $$
declare
  removed int;
begin
  -- A used refresh token is kept as long as its session: its second use is how a theft shows.
  delete from identity.credentials where kind in ('access', 'job') and expires_at < pg_catalog.now() - interval '1 day';
  get diagnostics removed = row_count;
  delete from identity.one_time_tokens where expires_at < pg_catalog.now() - interval '7 days';
  delete from identity.sessions where coalesce(revoked_at, expires_at) < pg_catalog.now() - interval '30 days';
  return removed;
end
$$;
comment on function app.remove_expired() is 'Forgets secrets, links and sessions some time after they ended; the audit log keeps that they were. Run by the worker.';
grant execute on function app.remove_expired() to aura_worker;
