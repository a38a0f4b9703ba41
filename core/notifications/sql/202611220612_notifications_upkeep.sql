-- as: aura_access
create function core.tidy_notifications() returns void
language sql volatile security definer set search_path = '' as $$
  delete from core.notifications n
   where n.occurred_at < pg_catalog.now() - interval '90 days'
     and (n.read_at < pg_catalog.now() - interval '90 days' or n.occurred_at < pg_catalog.now() - interval '1 year')
$$;
comment on function core.tidy_notifications() is 'Deletes notifications ninety days after they were read, and unread ones after a year.';
grant execute on function core.tidy_notifications() to aura_worker;
