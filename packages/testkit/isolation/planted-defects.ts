/** For each rule of the lint a defect that it must catch: statements of a superuser, and the object it must name. */
export type PlantedDefect = { rule: string; object: string; plant: string };

// A table as it should be, for defects that would otherwise break several rules at once.
const table = (name: string, columns = ''): string => `
  create table crm.${name} (tenant_id uuid not null references core.tenants (id), id uuid not null, ${columns} primary key (tenant_id, id));
  alter table crm.${name} owner to aura_owner;
  alter table crm.${name} enable row level security, force row level security;
  create policy select_rep on crm.${name} for select to aura_rep using (tenant_id = (select app.tenant_id()));
  comment on policy select_rep on crm.${name} is 'Planted';`;
const fn = (name: string, body: string): string =>
  `create function ${name}() returns uuid language sql ${body}; alter function ${name}() owner to aura_access; revoke execute on function ${name}() from public;`;

export const PLANTED_DEFECTS: PlantedDefect[] = [
  {
    rule: 'T01',
    object: 'crm.gap',
    plant: `${table('gap')} drop policy select_rep on crm.gap; alter table crm.gap drop column tenant_id; create policy p on crm.gap as restrictive to aura_rep using (true); comment on policy p on crm.gap is 'Planted';`,
  },
  {
    rule: 'T02',
    object: 'core.events',
    plant: 'alter table core.events drop constraint events_pkey; alter table core.events alter tenant_id drop not null',
  },
  { rule: 'T03', object: 'core.events', plant: 'alter table core.events no force row level security' },
  { rule: 'T03', object: 'audit.events_other', plant: 'alter table audit.events_other disable row level security' },
  { rule: 'T04', object: 'crm.gap', plant: `${table('gap')} drop policy select_rep on crm.gap` },
  { rule: 'T05', object: 'elsewhere', plant: 'create schema elsewhere' },
  { rule: 'T06', object: 'stray', plant: 'create table public.stray (id int)' },
  {
    rule: 'P01',
    object: 'crm.gap.p',
    plant: `${table('gap')} create policy p on crm.gap for select to aura_rep using (true); comment on policy p on crm.gap is 'Planted'`,
  },
  {
    rule: 'P01',
    object: 'crm.gap.p',
    plant: `${table('gap')} create policy p on crm.gap for select to aura_rep using (tenant_id = (select app.tenant_id()) or true); comment on policy p on crm.gap is 'Planted'`,
  },
  {
    rule: 'P01',
    object: 'crm.gap.p',
    plant: `${table('gap')} create policy p on crm.gap for update to aura_rep using (tenant_id = (select app.tenant_id())) with check (true); comment on policy p on crm.gap is 'Planted'`,
  },
  {
    rule: 'P02',
    object: 'crm.gap.p',
    plant: `${table('gap')} create policy p on crm.gap for select to aura_rep using (tenant_id = (select app.tenant_id()) and id = app.user_id()); comment on policy p on crm.gap is 'Planted'`,
  },
  {
    rule: 'P03',
    object: 'crm.gap.p',
    plant: `${table('gap')} create policy p on crm.gap for select using (tenant_id = (select app.tenant_id())); comment on policy p on crm.gap is 'Planted'`,
  },
  {
    rule: 'P04',
    object: 'core.events.select_manager',
    plant: 'comment on policy select_manager on core.events is null',
  },
  {
    rule: 'U01',
    object: 'core.memberships.memberships_global',
    plant: 'create unique index memberships_global on core.memberships (email_norm)',
  },
  {
    rule: 'F01',
    object: 'crm.gap.gap_fkey',
    plant: `${table('gap', 'event_id uuid,')} create unique index one on core.events (tenant_id, id); drop index core.one; alter table crm.gap add constraint gap_fkey foreign key (event_id, id) references core.events (tenant_id, id); create index on crm.gap (event_id, id)`,
  },
  {
    rule: 'F02',
    object: 'crm.gap.gap_fkey',
    plant: `${table('gap', 'event_id uuid,')} alter table crm.gap add constraint gap_fkey foreign key (tenant_id, event_id) references core.events (tenant_id, id)`,
  },
  {
    rule: 'F03',
    object: 'crm.gap.gap_fkey',
    plant: `${table('gap', 'event_id uuid,')} alter table crm.gap add constraint gap_fkey foreign key (tenant_id, event_id) references core.events (tenant_id, id) on delete set null; create index on crm.gap (tenant_id, event_id)`,
  },
  {
    rule: 'I01',
    object: 'crm.gap.gap_amount.amount',
    plant: `${table('gap', 'amount text[],')} create index gap_amount on crm.gap (tenant_id, amount)`,
  },
  {
    rule: 'I02',
    object: 'crm.gap.gap_lower',
    plant: `${table('gap', 'name text,')} create index gap_lower on crm.gap (tenant_id, lower(name))`,
  },
  {
    rule: 'Q01',
    object: 'crm.gap.number',
    plant: `${table('gap', 'number bigint generated always as identity,')} grant select on crm.gap to aura_rep`,
  },
  {
    rule: 'V01',
    object: 'crm.peek',
    plant: 'create view crm.peek as select * from core.memberships; alter view crm.peek owner to aura_owner',
  },
  {
    rule: 'V02',
    object: 'crm.frozen',
    plant:
      'create materialized view crm.frozen as select * from core.memberships; alter materialized view crm.frozen owner to aura_owner; grant select on crm.frozen to aura_rep',
  },
  {
    rule: 'V03',
    object: 'core.memberships.swap',
    plant: 'create rule swap as on delete to core.memberships do instead nothing',
  },
  { rule: 'D01', object: 'app.actor_id()', plant: 'alter function app.actor_id() reset search_path' },
  { rule: 'D02', object: 'app.touch()', plant: 'grant execute on function app.touch() to public' },
  { rule: 'D03', object: 'app.actor_id()', plant: 'alter function app.actor_id() owner to postgres' },
  { rule: 'D04', object: 'app.tenant_id()', plant: 'alter function app.tenant_id() immutable' },
  {
    rule: 'D05',
    object: 'crm.unseen()',
    plant: fn('crm.unseen', `security definer set search_path = '' as 'select null::uuid'`),
  },
  {
    rule: 'D06',
    object: 'crm.native(integer,integer)',
    plant: `create function crm.native(int, int) returns int language internal as 'int4pl'; revoke execute on function crm.native(int, int) from public`,
  },
  {
    rule: 'S02',
    object: 'app.signing_secret=abc',
    plant: `do $$ begin execute format('alter database %I set app.signing_secret = %L', current_database(), 'abc'); end $$`,
  },
  { rule: 'S03', object: 'large object 424242', plant: 'select lo_create(424242)' },
  { rule: 'S04', object: 'everything', plant: 'create publication everything for table core.events' },
  {
    rule: 'S05',
    object: 'event trigger watch',
    plant: `create function app.watch() returns event_trigger language plpgsql as 'begin end'; revoke execute on function app.watch() from public; create event trigger watch on ddl_command_end execute function app.watch()`,
  },
  { rule: 'R01', object: 'aura_rep', plant: 'alter role aura_rep bypassrls' },
  { rule: 'R01', object: 'aura_app', plant: 'alter role aura_app inherit' },
  {
    rule: 'R02',
    object: 'aura_rep owns sequence crm.counter',
    plant: 'create sequence crm.counter; alter sequence crm.counter owner to aura_rep',
  },
  { rule: 'R03', object: 'aura_rep on core.events', plant: 'grant truncate on core.events to aura_rep' },
  {
    rule: 'R04',
    object: 'aura_rep on core.events.tenant_id',
    plant: 'grant update (tenant_id) on core.events to aura_rep',
  },
  { rule: 'R05', object: 'aura_manager in crm', plant: 'grant create on schema crm to aura_manager' },
  {
    rule: 'R06',
    object: 'aura_app',
    plant: `do $$ begin execute format('grant temp on database %I to aura_app', current_database()); end $$`,
  },
  {
    rule: 'R07',
    object: 'aura_manager on audit.events_other',
    plant: 'grant select on audit.events_other to aura_manager',
  },
  { rule: 'R08', object: 'aura_app in aura_owner', plant: 'grant aura_owner to aura_app' },
  { rule: 'R08', object: 'aura_worker in pg_read_all_data', plant: 'grant pg_read_all_data to aura_worker' },
  { rule: 'R09', object: 'aura_owner', plant: 'alter role aura_owner login' },
  { rule: 'R10', object: 'core.events', plant: 'grant select on core.events to aura_app' },
  { rule: 'R11', object: 'aura_rep in identity', plant: 'grant usage on schema identity to aura_rep' },
  { rule: 'R12', object: 'public on core.events', plant: 'grant select on core.events to public' },
  { rule: 'R13', object: 'aura_rep on core.events', plant: 'grant insert (tenant_id) on core.events to aura_rep' },
];
