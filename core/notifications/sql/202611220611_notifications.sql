-- as: aura_owner
-- Notifications (F12): what happened to a person's records, without a word of them. Names are read with the notification,
-- under the reader's own policies; each module adds the policy for its entity, so that nothing outlives a share.

create table core.notifications (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  id uuid not null default app.uuid_v7(),
  user_id uuid not null,
  event text not null,
  entity text not null,
  record_ids uuid[] not null,
  record_count int not null,
  actor_id uuid not null default app.user_id(),
  data jsonb not null default '{}',
  occurred_at timestamptz not null default now(),
  read_at timestamptz,
  constraint notifications_pkey primary key (tenant_id, id),
  constraint notifications_user_fkey foreign key (tenant_id, user_id) references core.memberships (tenant_id, user_id),
  constraint notifications_actor_fkey foreign key (tenant_id, actor_id) references core.memberships (tenant_id, user_id),
  constraint notifications_records_number check (cardinality(record_ids) <= 5000 and record_count >= cardinality(record_ids))
);
create index notifications_of_person on core.notifications (tenant_id, user_id, occurred_at desc, id desc);
create index notifications_unread on core.notifications (tenant_id, user_id, occurred_at desc, id desc) where read_at is null;
create index notifications_actor on core.notifications (tenant_id, actor_id);
create index notifications_age on core.notifications (occurred_at);
comment on table core.notifications is 'What a person is told of: which event, on which records, by whom. One row for all records of one change.';
comment on column core.notifications.record_ids is 'At most 5,000 of them; record_count says how many there were.';

select app_admin.protect('core.notifications', 'shared', 'notification', '{read_at}',
  insert_only => '{user_id,event,entity,record_ids,record_count,data}', audited => false);

-- One's own only, for managers and admins too; and written for others by whoever changes their records.
drop policy select_rep on core.notifications;
drop policy select_manager on core.notifications;
drop policy insert_rep on core.notifications;
drop policy insert_manager on core.notifications;
drop policy update_rep on core.notifications;
drop policy update_manager on core.notifications;
revoke insert on core.notifications from aura_rep, aura_manager;
grant insert (id, user_id, event, entity, record_ids, record_count, data) on core.notifications to aura_rep, aura_manager;

create function app_admin.notifies(entity text, records regclass) returns void
language plpgsql set search_path = '' as $$
declare
  mine text := pg_catalog.format('tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()) and entity = %L', entity);
  seen text := pg_catalog.format('exists (select from %s r where r.tenant_id = notifications.tenant_id and r.id = any (notifications.record_ids))', records);
begin
  perform app_admin.policy('core.notifications', 'select_rep_' || entity, 'select', 'aura_rep', mine || ' and ' || seen, null, 'One''s own, as long as one of its records is visible');
  perform app_admin.policy('core.notifications', 'select_manager_' || entity, 'select', 'aura_manager', mine || ' and ' || seen, null, 'One''s own, as long as one of its records is visible');
end
$$;
comment on function app_admin.notifies is 'Shows people their notifications about records of this table, while they see those.';

select app_admin.policy('core.notifications', 'select_rep_own', 'select', 'aura_rep',
  'tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()) and entity in (''member'', ''import'', ''export'')', null, 'One''s own role, invitations and files');
select app_admin.policy('core.notifications', 'select_manager_own', 'select', 'aura_manager',
  'tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()) and entity in (''member'', ''import'', ''export'')', null, 'One''s own role, invitations and files');
select app_admin.policy('core.notifications', 'insert_rep', 'insert', 'aura_rep', null,
  'tenant_id = (select app.tenant_id()) and actor_id = (select app.user_id())', 'Whoever changes a record tells those whom it concerns');
select app_admin.policy('core.notifications', 'insert_manager', 'insert', 'aura_manager', null,
  'tenant_id = (select app.tenant_id()) and actor_id = (select app.user_id())', 'Whoever changes a record tells those whom it concerns');
select app_admin.policy('core.notifications', 'update_rep', 'update', 'aura_rep',
  'tenant_id = (select app.tenant_id()) and user_id = (select app.user_id())', 'tenant_id = (select app.tenant_id()) and user_id = (select app.user_id())', 'A reader marks their own as read');
select app_admin.policy('core.notifications', 'update_manager', 'update', 'aura_manager',
  'tenant_id = (select app.tenant_id()) and user_id = (select app.user_id())', 'tenant_id = (select app.tenant_id()) and user_id = (select app.user_id())', 'A reader marks their own as read');

select app_admin.policy('core.notifications', 'tidy_access', 'all', 'aura_access', 'true', null, 'Upkeep deletes old notifications without reading them');
grant select (tenant_id, id, occurred_at, read_at), delete on core.notifications to aura_access;
