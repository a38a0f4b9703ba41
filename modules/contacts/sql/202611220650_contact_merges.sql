-- as: aura_owner
-- F7.8: two contacts that are one person. The other one is archived and points to the one that stays; everything that the
-- merge changed is recorded, so that it can be taken back exactly.

alter table crm.contacts
  add column merged_into_id uuid,
  add column merged_count int not null default 0,
  add column phone_key text collate "C" generated always as (
    case when char_length(regexp_replace(phone, '[^0-9]', '', 'g')) >= 7 then right(regexp_replace(phone, '[^0-9]', '', 'g'), 8) end) stored,
  add constraint contacts_merged_into_fkey foreign key (tenant_id, merged_into_id) references crm.contacts (tenant_id, id),
  add constraint contacts_merged check (merged_into_id is null or deleted_at is not null),
  add constraint contacts_merged_count_range check (merged_count >= 0);
comment on column crm.contacts.merged_into_id is 'The contact that stands for this one since they were merged.';
comment on column crm.contacts.merged_count is 'How many contacts point here directly; their words find this one.';
comment on column crm.contacts.phone_key is 'The last eight digits: the same for a number with and without country code or trunk zero.';
grant select (merged_into_id, merged_count, phone_key) on crm.contacts to aura_rep, aura_manager;

create index contacts_merged_into on crm.contacts (tenant_id, merged_into_id, id) where merged_into_id is not null;
-- Likely duplicates are neighbours in these two.
create index contacts_phone_key on crm.contacts (tenant_id, phone_key, id) where deleted_at is null and phone_key is not null;
create index contacts_organization_name on crm.contacts (tenant_id, organization_id, name_norm, id) where deleted_at is null and organization_id is not null;

create table crm.contact_merges (
  tenant_id uuid not null default app.tenant_id() references core.tenants (id),
  id uuid not null default app.uuid_v7(),
  winner_id uuid not null,
  loser_id uuid not null,
  -- {"email": [before, after]}: what the one that stays took over
  changes jsonb not null,
  -- what came over: {"activities": [id], "moved": [link id], "joined": [{link, kept, role: [before, after]}],
  --  "sharing": "both", "shared": [user id], "unshared": [share]}
  links jsonb not null,
  loser jsonb not null,
  created_at timestamptz not null default now(),
  created_by uuid not null default app.user_id(),
  undone_at timestamptz,
  undone_by uuid,
  constraint contact_merges_pkey primary key (tenant_id, id),
  constraint contact_merges_winner_fkey foreign key (tenant_id, winner_id) references crm.contacts (tenant_id, id),
  constraint contact_merges_loser_fkey foreign key (tenant_id, loser_id) references crm.contacts (tenant_id, id),
  constraint contact_merges_undone_state check ((undone_at is null) = (undone_by is null))
);
create unique index contact_merges_standing_key on crm.contact_merges (tenant_id, loser_id) where undone_at is null;
create index contact_merges_winner on crm.contact_merges (tenant_id, winner_id, id);
create index contact_merges_loser on crm.contact_merges (tenant_id, loser_id, id);
comment on table crm.contact_merges is 'What each merge of two contacts changed, for taking it back. Written by crm.merge_contacts alone.';
comment on column crm.contact_merges.loser is 'The other contact as it was.';

select app_admin.protect('crm.contact_merges', 'manager', 'contact_merge', '{}');
drop policy select_rep on crm.contact_merges;
select app_admin.policy('crm.contact_merges', 'select_rep', 'select', 'aura_rep',
  'tenant_id = (select app.tenant_id())
     and exists (select from crm.contacts c where c.tenant_id = contact_merges.tenant_id and c.id = contact_merges.winner_id)
     and exists (select from crm.contacts c where c.tenant_id = contact_merges.tenant_id and c.id = contact_merges.loser_id)', null,
  'What both were is seen by those who see both');
drop policy insert_manager on crm.contact_merges;
drop policy update_manager on crm.contact_merges;
revoke insert, update on crm.contact_merges from aura_rep, aura_manager;

-- The two functions of the next file, and their owner's rights: links move whether the person sees their other end or not.
grant select, insert on crm.contact_merges to aura_access;
grant update (changes, links, undone_at, undone_by) on crm.contact_merges to aura_access;
grant update (deleted_at, merged_into_id, merged_count) on crm.contacts to aura_access;
grant select, update (contact_id) on crm.activities to aura_access;
grant select, insert, delete, update (contact_id, role) on crm.deal_contacts to aura_access;
grant select, insert, delete on crm.contact_shares to aura_access;
select app_admin.policy('crm.contact_merges', 'merge_access', 'all', 'aura_access', 'tenant_id = (select app.tenant_id())', 'tenant_id = (select app.tenant_id())', 'Merging records what it changed, in the caller''s tenant');
select app_admin.policy('crm.contacts', 'merge_access', 'update', 'aura_access', 'tenant_id = (select app.tenant_id())', 'tenant_id = (select app.tenant_id())', 'Merging archives the other contact');
select app_admin.policy('crm.activities', 'merge_access', 'all', 'aura_access', 'tenant_id = (select app.tenant_id())', 'tenant_id = (select app.tenant_id())', 'Merging takes activities over');
select app_admin.policy('crm.deal_contacts', 'merge_access', 'all', 'aura_access', 'tenant_id = (select app.tenant_id())', 'tenant_id = (select app.tenant_id())', 'Merging takes links to deals over');
select app_admin.policy('crm.contact_shares', 'insert_access', 'insert', 'aura_access', null, 'tenant_id = (select app.tenant_id())', 'Merging takes shares over');
select app_admin.policy('crm.contact_shares', 'delete_access', 'delete', 'aura_access', 'tenant_id = (select app.tenant_id())', null, 'Taking a merge back takes its shares back');

create or replace function crm.keep_activity() returns trigger
language plpgsql set search_path = '' as $$
declare
  bookkeeping text[] := array['archived_at', 'version', 'updated_at', 'updated_by'];
begin
  -- An activity is never edited, but the person it was about may turn out to be someone known already: crm.merge_contacts.
  if current_user = 'aura_access' and pg_catalog.to_jsonb(new) - bookkeeping - 'contact_id' = pg_catalog.to_jsonb(old) - bookkeeping - 'contact_id' then
    return new;
  end if;
  if pg_catalog.to_jsonb(new) - bookkeeping <> pg_catalog.to_jsonb(old) - bookkeeping or old.archived_at is not null then
    raise exception 'an activity is not edited, only archived' using errcode = 'P0001', constraint = 'activities_immutable';
  end if;
  return new;
end
$$;

create function crm.national_number(phone text) returns text
language sql immutable parallel safe set search_path = '' as $$
  -- Country codes have one, two or three digits, and their beginning tells how many.
  select pg_catalog.ltrim(pg_catalog.regexp_replace(pg_catalog.regexp_replace(phone, '[^0-9]', '', 'g'),
      '^(?:00)?(?:1|7|2[07]|2[1-689][0-9]|3[0-469]|3[578][0-9]|4[013-9]|42[0-9]|5[1-8]|5[09][0-9]|6[0-6]|6[7-9][0-9]|8[1246]|8[035789][0-9]|9[0-58]|9[679][0-9])', ''), '0')
    where phone ~ '^[[:space:]]*(\+|00)' or pg_catalog.regexp_replace(phone, '[^0-9]', '', 'g') ~ '^[1-9][0-9]{10}'
$$;
comment on function crm.national_number(text) is 'The digits of an international number without its country code and trunk zero; null for what is too short to be one.';
grant execute on function crm.national_number(text) to aura_access;

create function crm.contact_values(contact crm.contacts) returns jsonb
language sql immutable parallel safe set search_path = '' as $$
  select pg_catalog.to_jsonb(contact) - 'custom_fields' ||
    coalesce((select pg_catalog.jsonb_object_agg('custom_fields.' || f.key, f.value) from pg_catalog.jsonb_each(contact.custom_fields) f), '{}')
$$;
comment on function crm.contact_values(crm.contacts) is 'A contact''s columns, each custom field as one of its own: what a merge compares and takes over.';
grant execute on function crm.contact_values(crm.contacts) to aura_rep, aura_manager, aura_access;
