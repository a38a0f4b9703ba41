-- as: aura_owner
-- Which tenants aura_access sees is for each of its policies to say: since it also asks where it is morning, seeing one no
-- longer means that it is new.
do $$
declare
  register text;
begin
  foreach register in array array['core.tenant_transitions', 'core.terms_acceptances', 'core.memberships'] loop
    execute format('drop policy undo_sign_up on %s', register);
    perform app_admin.policy(register::regclass, 'undo_sign_up', 'all', 'aura_access',
      'exists (select from core.tenants t where t.id = tenant_id and t.created_at > now() - interval ''10 minutes'')', 'false',
      'A failed sign-up is taken back, while its tenant is new');
  end loop;
end
$$;
