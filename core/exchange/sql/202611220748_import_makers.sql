-- as: aura_owner
-- What every row of an import says alike. A default that asks who the caller is verifies the caller once for each row; the import
-- says it itself, and the policies compare it once for each statement.
grant insert (actor_id) on core.events to aura_manager;
alter table core.import_changes alter column tenant_id set default nullif(current_setting('app.current_tenant_id', true), '')::uuid;
alter table core.events alter column tenant_id set default nullif(current_setting('app.current_tenant_id', true), '')::uuid;
comment on column core.import_changes.tenant_id is 'What was asked for, unverified: the policies on new rows compare it with the verified tenant.';
comment on column core.events.tenant_id is 'What was asked for, unverified: the policies on new rows compare it with the verified tenant.';
