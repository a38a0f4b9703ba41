-- as: aura_owner
-- New records are given to someone by the statement, not one by one: an import asked for its few owners once for each row.
create function crm.refuse_deactivated_owners() returns trigger
language plpgsql set search_path = '' as $$
begin
  if exists (select from new_rows n join core.memberships m on m.tenant_id = n.tenant_id and m.user_id = n.owner_id where m.status = 'deactivated') then
    raise exception 'the owner is deactivated' using errcode = '23514', constraint = 'owner_is_active';
  end if;
  return null;
end
$$;
comment on function crm.refuse_deactivated_owners() is 'Records are never given to someone who has left: the new ones of a statement. refuse_deactivated_owner() looks at those that change hands.';

drop trigger b_owner on crm.organizations;
create trigger b_owner before update of owner_id on crm.organizations for each row execute function crm.refuse_deactivated_owner();
create trigger b_owner_insert after insert on crm.organizations referencing new table as new_rows
  for each statement execute function crm.refuse_deactivated_owners();
