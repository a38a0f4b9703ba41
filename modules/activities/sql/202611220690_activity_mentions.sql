-- as: aura_owner
create table crm.activity_mentions (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  id uuid not null default app.uuid_v7(),
  activity_id uuid not null,
  user_id uuid not null,
  constraint activity_mentions_pkey primary key (tenant_id, id),
  constraint activity_mentions_key unique (tenant_id, activity_id, user_id),
  constraint activity_mentions_activity_fkey foreign key (tenant_id, activity_id) references crm.activities (tenant_id, id),
  constraint activity_mentions_user_fkey foreign key (tenant_id, user_id) references core.memberships (tenant_id, user_id)
);
create index activity_mentions_user on crm.activity_mentions (tenant_id, user_id);
comment on table crm.activity_mentions is 'Colleagues whom a note calls by name (F12.2).';
select app_admin.protect('crm.activity_mentions', 'child:crm.activities:activity_id', 'activity_mention', '{}',
  insert_only => '{activity_id,user_id}', audited => false);
