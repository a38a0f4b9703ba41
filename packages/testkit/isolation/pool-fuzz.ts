import { sql, type TenantContext, type TenantDb } from '@aura/db';
import type { Person } from '../tenant-fixture.ts';
import type { World } from '../world.ts';
import { type Random, seededRandom } from './random.ts';
import { listTenantTables, type TenantTable } from './tenant-tables.ts';

export type FuzzOptions = { requests: number; concurrency: number; seed: number };
export type FuzzReport = { failures: string[]; counts: Record<string, number> };

type Fuzz = { world: World; tables: TenantTable[]; people: Person[]; random: Random; report: FuzzReport };
type Request = (fuzz: Fuzz, person: Person) => Promise<void>;

/** Gate 4. Requests of both tenants at once on few connections: every answer has its own tenant's rows only. */
export async function fuzzPool(world: World, { requests, concurrency, seed }: FuzzOptions): Promise<FuzzReport> {
  const tables = (await listTenantTables(world.superuser)).filter(({ rep }) => rep.select.includes('tenant_id'));
  const people = [world.acme, world.globex].flatMap(({ admin, manager, rep, otherRep }) => [
    admin,
    manager,
    rep,
    otherRep,
  ]);
  const fuzz: Fuzz = { world, tables, people, random: seededRandom(seed), report: { failures: [], counts: {} } };
  let left = requests;
  const lane = async (): Promise<void> => {
    while (left-- > 0) {
      const [name, request] = fuzz.random.pick(Object.entries(REQUESTS));
      fuzz.report.counts[name] = (fuzz.report.counts[name] ?? 0) + 1;
      await request(fuzz, fuzz.random.pick(fuzz.people)).catch((error: Error) => {
        // A cancellation may arrive when its victim is done and hit the next statement of that connection.
        if (!/canceling statement/.test(error.message)) fuzz.report.failures.push(`${name}: ${error.message}`);
      });
    }
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  return fuzz.report;
}

const REQUESTS: Record<string, Request> = {
  read,
  change,
  throwInside,
  failInside,
  cancel,
  withoutContext,
  wrongSecret,
  poison,
};

const contextOf = ({ tenantId, token }: Person): TenantContext => ({ tenantId, token, requestId: 'fuzz' });

async function checkRows({ tables, random, report }: Fuzz, db: TenantDb, person: Person): Promise<void> {
  const table = random.pick(tables);
  const { rows } = await sql<{ tenant: string; said: string; person: string }>`
    select ${sql.ref(table.tenantColumn)} as tenant, app.tenant_id() as said, app.user_id() as person from ${sql.table(table.name)} limit 50`.execute(
    db,
  );
  for (const row of rows) {
    if (row.tenant !== person.tenantId || row.said !== person.tenantId || row.person !== person.userId)
      report.failures.push(`${person.email} of ${person.tenantId} got ${JSON.stringify(row)} from ${table.name}`);
  }
}

function read(fuzz: Fuzz, person: Person): Promise<void> {
  return checkRows(fuzz, fuzz.world.platform.tenants.reader(contextOf(person)), person);
}

function change(fuzz: Fuzz, person: Person): Promise<void> {
  return fuzz.world.platform.tenants.transaction(contextOf(person), async (db) => {
    await checkRows(fuzz, db, person);
    const { rows } = await sql<{ tenant_id: string }>`
      update core.memberships set title = ${person.tenantId} where user_id = app.user_id() returning tenant_id`.execute(
      db,
    );
    if (rows.some((row) => row.tenant_id !== person.tenantId))
      fuzz.report.failures.push('changed a row of another tenant');
    await Promise.all([checkRows(fuzz, db, person), checkRows(fuzz, db, person)]);
  });
}

async function throwInside(fuzz: Fuzz, person: Person): Promise<void> {
  const thrown = new Error('thrown by the request');
  await expectFailure(
    () =>
      fuzz.world.platform.tenants.transaction(contextOf(person), async (db) => {
        await checkRows(fuzz, db, person);
        throw thrown;
      }),
    /thrown by the request/,
  );
}

async function failInside(fuzz: Fuzz, person: Person): Promise<void> {
  const { tenants } = fuzz.world.platform;
  if (fuzz.random.chance(0.5))
    return expectFailure(
      () => sql`select 1 / (random() * 0)::int`.execute(tenants.reader(contextOf(person))),
      /division by zero/,
    );
  return expectFailure(
    () => tenants.transaction(contextOf(person), (db) => sql`insert into core.events (type) values (null)`.execute(db)),
    /null value|violates/,
  );
}

async function cancel(fuzz: Fuzz, person: Person): Promise<void> {
  const slow = sql`select pg_sleep(20)`.execute(fuzz.world.platform.tenants.reader(contextOf(person)));
  const ended = expectFailure(() => slow, /canceling statement/);
  let isOver = false;
  void ended.finally(() => (isOver = true)).catch(() => undefined);
  while (!isOver) {
    await fuzz.world.superuser.query(
      `select pg_cancel_backend(pid) from pg_stat_activity where datname = current_database() and query like 'select pg_sleep(20)%' and state = 'active'`,
    );
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await ended;
}

/** On the very connections that requests use: nothing of theirs may be left. */
async function withoutContext({ world, random, tables }: Fuzz): Promise<void> {
  await expectFailure(
    () => world.appPool.query(`select * from ${random.pick(tables).name}`),
    /permission denied|tenant context/,
  );
}

function wrongSecret({ world }: Fuzz, person: Person): Promise<void> {
  const other = person.tenantId === world.acme.tenant.id ? world.globex : world.acme;
  const forged = { ...contextOf(person), tenantId: other.tenant.id };
  return expectFailure(() => sql`select 1`.execute(world.platform.tenants.reader(forged)), /tenant context rejected/);
}

/** What injected SQL could leave on a pooled connection: the next request must not care. */
async function poison({ world }: Fuzz, person: Person): Promise<void> {
  const leave = sql`select set_config('app.current_tenant_id', ${person.tenantId}, false), set_config('role', 'aura_rep', false)`;
  await leave.execute(world.platform.tenants.reader(contextOf(person)));
}

async function expectFailure(work: () => Promise<unknown>, pattern: RegExp): Promise<void> {
  const outcome = await work().then(
    () => 'success',
    (error: Error) => error.message,
  );
  if (!pattern.test(outcome)) throw new Error(`expected ${pattern}, got ${outcome}`);
}
