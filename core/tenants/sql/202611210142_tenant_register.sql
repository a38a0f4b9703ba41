-- as: aura_owner
-- A sign-up whose provisioning failed is taken back entirely. Only the register's own rows, and only while they are new:
-- business records, where a module made some, are rolled back with the transaction that failed.

select app_admin.policy('core.tenants', 'undo_sign_up', 'delete', 'aura_access', 'created_at > now() - interval ''10 minutes''', null, 'A failed sign-up is taken back');
select app_admin.policy('core.tenants', 'select_undo', 'select', 'aura_access', 'created_at > now() - interval ''10 minutes''', null, 'A failed sign-up is taken back');
grant select (id, created_at), delete on core.tenants to aura_access;
do $$
declare
  register text;
begin
  foreach register in array array['core.tenant_transitions', 'core.terms_acceptances', 'core.memberships'] loop
    perform app_admin.policy(register::regclass, 'undo_sign_up', 'all', 'aura_access',
      'exists (select from core.tenants t where t.id = tenant_id)', 'false', 'A failed sign-up is taken back, while its tenant is new');
    execute format('grant select (tenant_id), delete on %s to aura_access', register);
  end loop;
end
$$;

-- The lifecycle belongs to the register: who moved a tenant where, and why, is also read there (the operators' console).
select app_admin.policy('core.tenant_transitions', 'select_identity', 'select', 'aura_identity', 'true', null, 'The lifecycle service lists the steps');
grant select on core.tenant_transitions to aura_identity;
