-- as: aura_access
create function crm.add_activity_owners() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
begin
  insert into search.activity_owners (tenant_id, activity_id, owner_id)
  select of.tenant_id, of.id, of.owner_id
    from (select n.tenant_id, n.id, n.created_by,
                 case when n.contact_id is null
                      then (select d.owner_id from crm.deals d where d.tenant_id = n.tenant_id and d.id = n.deal_id)
                      else (select c.owner_id from crm.contacts c where c.tenant_id = n.tenant_id and c.id = n.contact_id) end as owner_id
            from new_rows n) of
   where of.owner_id <> of.created_by;
  return null;
end
$$;
comment on function crm.add_activity_owners() is 'Statement trigger: whose records new activities are about.';

-- Row triggers: an activity comes to another contact by a merge, a record to another owner when it is given.
create function crm.move_activity_owner() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
declare
  owner uuid := (select c.owner_id from crm.contacts c where c.tenant_id = new.tenant_id and c.id = new.contact_id);
begin
  if owner is not null then
    insert into search.activity_owners (tenant_id, activity_id, owner_id) values (new.tenant_id, new.id, owner)
    on conflict (tenant_id, activity_id) do update set owner_id = excluded.owner_id;
  end if;
  return null;
end
$$;
comment on function crm.move_activity_owner() is 'An activity of another contact than before has that contact''s owner.';

create function crm.give_activities() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
begin
  insert into search.activity_owners (tenant_id, activity_id, owner_id)
  select a.tenant_id, a.id, new.owner_id from crm.activities a
   where a.tenant_id = new.tenant_id and tg_argv[0] = 'contact' and a.contact_id = new.id
   union all
  select a.tenant_id, a.id, new.owner_id from crm.activities a
   where a.tenant_id = new.tenant_id and tg_argv[0] = 'deal' and a.deal_id = new.id and a.contact_id is null
  on conflict (tenant_id, activity_id) do update set owner_id = excluded.owner_id;
  return null;
end
$$;
comment on function crm.give_activities() is 'With a contact or a deal, what others wrote about it is its new owner''s to find. Argument: contact or deal.';
grant execute on function crm.add_activity_owners(), crm.move_activity_owner(), crm.give_activities() to aura_owner;
