-- as: aura_access
create function crm.forget_distinctions() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
begin
  delete from crm.contact_distinctions d
   where d.tenant_id = new.tenant_id and d.tenant_id = app.tenant_id() and (d.contact_id = new.id or d.other_id = new.id);
  return null;
end
$$;
comment on function crm.forget_distinctions() is 'A contact that is archived or merged is no longer told apart from others, whether the person sees those or not.';
grant execute on function crm.forget_distinctions() to aura_owner;
