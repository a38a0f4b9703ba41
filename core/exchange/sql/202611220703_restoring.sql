-- as: aura_access
create function core.is_restoring() returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return app.has_role('admin') and exists (
    select from core.imports i
     where i.tenant_id = app.tenant_id() and i.created_by = app.user_id() and i.entity = 'workspace' and i.status = 'running');
end
$$;
comment on function core.is_restoring() is 'Whether the caller, an admin, is bringing a workspace''s archive in: only then are makers, instants and history written as they were.';
grant execute on function core.is_restoring() to aura_rep, aura_manager, aura_owner;
