-- as: aura_owner
-- Whose contact, or else whose deal, an activity of somebody else is about: a rep's list finds those in one index range.
-- Asking the activities for each of the rep's twenty thousand contacts took longer than all the rest of the list.
create table search.activity_owners (
  tenant_id uuid not null,
  activity_id uuid not null,
  owner_id uuid not null,
  constraint activity_owners_pkey primary key (tenant_id, activity_id)
);
create index activity_owners_owner on search.activity_owners (tenant_id, owner_id, activity_id);
comment on table search.activity_owners is
  'The owner of the contact (without one: of the deal) of each activity that somebody else wrote, kept in step by triggers. It narrows a list; who sees an activity is said by its own policies.';

alter table search.activity_owners enable row level security, force row level security;
select app_admin.policy('search.activity_owners', 'select_manager', 'select', 'aura_manager', 'tenant_id = (select app.tenant_id()) and (select app.has_role(''admin'', ''manager''))', null, 'F9.3: managers and admins see all of their tenant');
select app_admin.policy('search.activity_owners', 'select_rep', 'select', 'aura_rep', 'tenant_id = (select app.tenant_id()) and owner_id = (select app.user_id())', null, 'F9.4: one''s own records');
select app_admin.policy('search.activity_owners', 'index_access', 'all', 'aura_access', 'tenant_id = (select app.tenant_id())', 'tenant_id = (select app.tenant_id())', 'The triggers keep owners in step, in the caller''s tenant');
grant select on search.activity_owners to aura_rep, aura_manager;
grant select, insert, update, delete on search.activity_owners to aura_access;

-- There is no tenant's context here: the owner of the tables reads and writes past their policies for this one statement.
alter table crm.activities no force row level security;
alter table crm.contacts no force row level security;
alter table crm.deals no force row level security;
alter table search.activity_owners no force row level security;
insert into search.activity_owners (tenant_id, activity_id, owner_id)
select a.tenant_id, a.id, case when a.contact_id is null then d.owner_id else c.owner_id end
  from crm.activities a
  left join crm.contacts c on c.tenant_id = a.tenant_id and c.id = a.contact_id
  left join crm.deals d on d.tenant_id = a.tenant_id and d.id = a.deal_id
 where case when a.contact_id is null then d.owner_id else c.owner_id end <> a.created_by;
alter table crm.activities force row level security;
alter table crm.contacts force row level security;
alter table crm.deals force row level security;
alter table search.activity_owners force row level security;
