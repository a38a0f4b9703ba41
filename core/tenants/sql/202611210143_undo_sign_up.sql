-- as: aura_access
create function core.undo_sign_up(p_tenant uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  delete from core.memberships where tenant_id = p_tenant;
  delete from core.terms_acceptances where tenant_id = p_tenant;
  delete from core.tenant_transitions where tenant_id = p_tenant;
  delete from core.tenants where id = p_tenant;
end
$$;
comment on function core.undo_sign_up(uuid) is
  'Removes a tenant of the last ten minutes from the register. Refused by foreign keys once it holds anything else.';
grant execute on function core.undo_sign_up(uuid) to aura_identity;
