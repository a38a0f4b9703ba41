/** Defects planted in a whole installation, to see that the gates go red. */
export type Mutation = {
  name: string;
  /** Statements of a superuser. */
  sql: string;
  /** Gates that must notice: 1 the catalogue, 2 the attacks, 3 the two worlds. */
  caughtBy: readonly (1 | 2 | 3)[];
  /** The attacks that are about it, by name: the others need not be played. */
  attacks?: RegExp;
};

export const MUTATIONS: Mutation[] = [
  { name: 'FORCE is dropped', sql: 'alter table crm.contacts no force row level security', caughtBy: [1] },
  {
    name: 'row-level security is off',
    sql: 'alter table crm.contacts disable row level security',
    caughtBy: [1, 2, 3],
    attacks: / crm\.contacts$/,
  },
  {
    name: 'a policy is true',
    sql: `drop policy select_rep on crm.contacts; create policy select_rep on crm.contacts for select to aura_rep using (true)`,
    caughtBy: [1, 2, 3],
    attacks: / crm\.contacts$/,
  },
  {
    name: 'a policy forgets its check',
    sql: `drop policy update_manager on crm.organizations;
      create policy update_manager on crm.organizations for update to aura_manager using (tenant_id = (select app.tenant_id())) with check (true);
      grant update (tenant_id) on crm.organizations to aura_manager`,
    caughtBy: [1, 2],
    attacks: / crm\.organizations$/,
  },
  {
    name: 'a foreign key loses its tenant',
    sql: `create unique index contacts_by_id on crm.contacts (id, tenant_id);
      alter table crm.contacts drop constraint contacts_organization_fkey;
      set session_replication_role = replica;
      create table crm.all_organizations as select distinct on (id) id from crm.organizations;
      alter table crm.all_organizations add primary key (id);
      insert into crm.all_organizations select overlay(overlay(md5('crm.organizations:' || n) placing '7' from 13) placing '8' from 17)::uuid from generate_series(1, 15) n on conflict do nothing;
      alter table crm.contacts add constraint contacts_organization_fkey foreign key (organization_id) references crm.all_organizations (id) not valid;
      reset session_replication_role`,
    caughtBy: [1, 2],
    attacks: /^point crm\.contacts/,
  },
  {
    name: 'a unique index loses its tenant',
    sql: 'drop index crm.contacts_email_key; create index tmp on crm.contacts (tenant_id, email_norm); create unique index contacts_email_key on crm.contacts (email_norm) where deleted_at is null and id::text > email_norm',
    caughtBy: [1],
  },
  {
    name: 'the context trusts the setting',
    sql: `create or replace function app.tenant_id() returns uuid language sql stable parallel safe security definer set search_path = '' as
      $$ select pg_catalog.current_setting('app.current_tenant_id', true)::uuid $$`,
    caughtBy: [2],
    attacks: /setting|cursor/,
  },
  {
    name: 'the context forgets the tenant of the session',
    sql: `do $$ begin execute replace(pg_get_functiondef('app.claims_or_null()'::regprocedure), 'found_claim.tenant_id::text <> wanted', 'false'); end $$`,
    caughtBy: [2],
    attacks: /one’s own secret|setting/,
  },
  {
    name: 'the context forgets that members leave',
    sql: `do $$ begin execute replace(pg_get_functiondef('app.claims_or_null()'::regprocedure), $x$and m.status = 'active'$x$, ''); end $$`,
    caughtBy: [2],
    attacks: /^the secret of/,
  },
  { name: 'tenant_id may be updated', sql: 'grant update (tenant_id) on crm.contacts to aura_rep', caughtBy: [1] },
  {
    name: 'truncate is granted',
    sql: 'grant truncate on all tables in schema crm to aura_rep',
    caughtBy: [1, 2],
    attacks: /^truncate crm\.activity_participants/,
  },
  {
    name: 'the log can be written',
    sql: 'grant insert, delete on audit.events to aura_manager',
    caughtBy: [1, 2],
    attacks: /the audit log$/,
  },
  {
    name: 'everybody opens a job’s context',
    sql: 'grant execute on function app.open_job_context(uuid, uuid) to public',
    caughtBy: [1, 2],
    attacks: /job’s context/,
  },
  {
    name: 'a function answers for every tenant',
    sql: `create or replace function crm.shared_deal_ids() returns setof uuid language sql stable parallel safe security definer set search_path = '' rows 20 as
        $$ select d.id from crm.deals d $$;
      alter function crm.shared_deal_ids() owner to postgres`,
    caughtBy: [1],
  },
  {
    name: 'a role goes past row-level security',
    sql: 'alter role aura_rep bypassrls',
    caughtBy: [1, 2, 3],
    attacks: / crm\.contacts$/,
  },
  {
    name: 'the login inherits the owner',
    sql: 'grant aura_owner to aura_app',
    caughtBy: [1, 2],
    attacks: /^become|^turn|^drop|^lift/,
  },
];

/** Roles belong to the server, not to the database: what the last two leave must be taken back. */
export const RESTORE_ROLES = 'alter role aura_rep nobypassrls; revoke aura_owner from aura_app';
