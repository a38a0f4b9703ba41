import { randomUUID } from 'node:crypto';
import { withConnection } from '@aura/db/databases';
import type { Person } from '../tenant-fixture.ts';
import type { World } from '../world.ts';
import type { Statement } from '../world-database.ts';
import { claim } from './attacks/attack.ts';
import { makeRows } from './row-factory.ts';
import { listTenantTables } from './tenant-tables.ts';

export type Role = 'manager' | 'rep';

export type SlowPlan = { role: Role; procedure: string; problem: string; query: string };

const HOT = /^(crm\.(organizations|contacts|deals|activities)|core\.events|search\.custom_values)$/;
/** Below this a scan of everything is the best plan. */
const LARGE_ROWS = 5_000;
const FEW = 40;
const TEAM = 40;
const REMOVED_MAX = 1_000;
const QUERY_SHOWN = 400;

/** Fills the hot tables of one tenant, and with a tenth of that its neighbour's. */
export async function makeLargeTenant(world: World, rows: number): Promise<void> {
  const tables = await listTenantTables(world.superuser);
  const client = await world.superuser.connect();
  for (const [tenant, count] of [
    [world.globex, rows / 10],
    [world.acme, rows],
  ] as const) {
    const known = [tenant.rep, tenant.otherRep, tenant.manager, tenant.admin].map(({ userId }) => userId);
    // A team: each owns a small part.
    const people = [...known, ...Array.from({ length: TEAM - known.length }, () => randomUUID())];
    await makeRows(client, tables, {
      tenantId: tenant.tenant.id,
      people,
      from: 1,
      to: (table) => (HOT.test(table) ? count : FEW),
      mark: '',
    });
  }
  await client.query('analyze');
  client.release();
}

export type HotCall = { procedure: string; input: unknown };
export type Recorder = { statements: Statement[] };

/** Gate 5. Runs the calls, explains each statement that they sent as the same person, and judges the plans. */
export async function findSlowPlans(world: World, recorder: Recorder, calls: HotCall[]): Promise<SlowPlan[]> {
  const large = await largeTables(world);
  const slow: SlowPlan[] = [];
  for (const role of ['manager', 'rep'] as const) {
    for (const { procedure, statement } of await recordAll(world, recorder, { calls, person: world.acme[role] })) {
      const plan = await withConnection(world.appUrl, (client) => explain(client, statement, world.acme[role]));
      const query = statement.text.slice(0, QUERY_SHOWN);
      slow.push(...judgePlan(plan, large).map((problem) => ({ role, procedure, problem, query })));
    }
  }
  return slow;
}

type Recorded = { procedure: string; statement: Statement };
type Recording = { calls: HotCall[]; person: Person };

/** Each distinct query that the calls send, with the first procedure that sent it. */
async function recordAll(world: World, recorder: Recorder, { calls, person }: Recording): Promise<Recorded[]> {
  const recorded = new Map<string, Recorded>();
  for (const call of calls) {
    for (const statement of await record(world, recorder, { call, person })) {
      const isQuery = /^\s*(select|with)/i.test(statement.text);
      if (isQuery && !recorded.has(statement.text))
        recorded.set(statement.text, { procedure: call.procedure, statement });
    }
  }
  return [...recorded.values()];
}

async function largeTables({ superuser }: World): Promise<ReadonlySet<string>> {
  const { rows } = await superuser.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class where relkind = 'r' and relnamespace::regnamespace::text in ('core', 'crm', 'search', 'audit') and reltuples > ${LARGE_ROWS}`,
  );
  return new Set(rows.map(({ name }) => name));
}

async function record(
  world: World,
  recorder: Recorder,
  { call, person }: { call: HotCall; person: Person },
): Promise<Statement[]> {
  recorder.statements.length = 0;
  let target = world.as(person).api;
  for (const part of call.procedure.replace(/\?.*/, '').split('.')) target = target[part];
  // A record that this role does not see is refused: the statements until then count all the same.
  await target(call.input).catch(() => undefined);
  return [...recorder.statements];
}

type PlanNode = {
  'Node Type': string;
  'Relation Name'?: string;
  Schema?: string;
  'Index Name'?: string;
  'Index Cond'?: string;
  'Rows Removed by Filter'?: number;
  'Actual Loops': number;
  Plans?: PlanNode[];
};
type Client = {
  query(query: string | { text: string; values: unknown[] }): Promise<{ rows: Record<string, unknown>[] }>;
};

async function explain(client: Client, { text, values }: Statement, person: Person): Promise<PlanNode> {
  await client.query('begin');
  try {
    await client.query(claim(person.tenantId, person.token));
    // The tenant is most of this database, so that a scan of everything looks cheap: it must not be needed.
    await client.query('set local enable_seqscan = off');
    const { rows } = await client.query({ text: `explain (analyze, verbose, format json) ${text}`, values });
    const [explained] = rows as { 'QUERY PLAN': [{ Plan: PlanNode }] }[];
    if (!explained) throw new Error('EXPLAIN gave no plan.');
    return explained['QUERY PLAN'][0].Plan;
  } finally {
    await client.query('rollback');
  }
}

function judgePlan(node: PlanNode, large: ReadonlySet<string>): string[] {
  return [...judgeNode(node, large), ...(node.Plans ?? []).flatMap((child) => judgePlan(child, large))];
}

function judgeNode(node: PlanNode, large: ReadonlySet<string>): string[] {
  const table = `${node.Schema}.${node['Relation Name']}`;
  const type = node['Node Type'];
  if (!large.has(table) && type !== 'Bitmap Index Scan') return [];
  const removed = (node['Rows Removed by Filter'] ?? 0) * node['Actual Loops'];
  const lacksTenant = /Index/.test(type) && !/tenant_id =/.test(node['Index Cond'] ?? '');
  return [
    ...(type === 'Seq Scan' ? [`reads all of ${table}`] : []),
    ...(removed > REMOVED_MAX ? [`reads and drops ${removed} rows of ${table}`] : []),
    ...(lacksTenant ? [`does not look up the tenant in ${node['Index Name']}`] : []),
  ];
}
