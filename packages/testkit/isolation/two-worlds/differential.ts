import { withConnection } from '@aura/db/databases';
import { AppError } from '@aura/kernel';
import type { World } from '../../world.ts';
import { claim } from '../attacks/attack.ts';
import { MARK } from '../attacks/scene.ts';
import { type Random, seededRandom } from '../random.ts';
import { normalForm } from './normal-form.ts';
import { listProcedures, type Operation, type Role, randomOperation } from './operations.ts';
import type { Pair } from './worlds.ts';

export type DifferentialOptions = {
  operations: number;
  seed: number;
  roles: Role[];
  /** Ids beyond those that both worlds hold: of what only the second world has. */
  foreignIds: KnownId[];
  emails: string[];
  mayInsertKnownIds: boolean;
  /** Only SQL, and only on these tables. */
  tables?: RegExp;
};

type Client = { query(text: string): Promise<{ rows: Record<string, unknown>[]; rowCount: number | null }> };
type Side = { world: World; client: Client; ids: string[] };

export type DifferentialReport = {
  differences: string[];
  /** Operations that were not refused, by kind: a run of refusals alone would prove little. */
  succeeded: Record<Operation['kind'], number>;
};

const FAILURES_MAX = 5;

/** Gate 3. Plays the same random operations in both worlds; returns the answers that differ or hold what is hidden. */
export async function findDifferences(pair: Pair, options: DifferentialOptions): Promise<DifferentialReport> {
  return withConnection(pair.alone.appUrl, (first) =>
    withConnection(pair.beside.appUrl, async (second) => {
      const known = [...(await knownIds(pair)), ...options.foreignIds];
      const ids = known.map(({ id }) => id);
      const byTable: Record<string, number[]> = {};
      for (const [index, { table }] of known.entries()) byTable[table] = [...(byTable[table] ?? []), index];
      const sides: [Side, Side] = [
        { world: pair.alone, client: first, ids: [...ids] },
        { world: pair.beside, client: second, ids: [...ids] },
      ];
      return play(pair, { ...options, byTable }, sides);
    }),
  );
}

type Play = DifferentialOptions & { byTable: Record<string, number[]> };

async function play(pair: Pair, options: Play, sides: [Side, Side]): Promise<DifferentialReport> {
  const random: Random = seededRandom(options.seed);
  const { tables } = options;
  const repertoire = {
    ...options,
    procedures: tables ? [] : listProcedures(pair.alone.router),
    tables: tables ? pair.tables.filter(({ name }) => tables.test(name)) : pair.tables,
  };
  const differences: string[] = [];
  const succeeded = { api: 0, sql: 0 };
  for (let n = 0; n < options.operations && differences.length < FAILURES_MAX; n++) {
    const pool = { ids: sides[0].ids.length, byTable: options.byTable, emails: options.emails };
    const operation = randomOperation(repertoire, random, pool);
    const answers = await Promise.all(sides.map((side) => perform(side, operation)));
    const [alone, beside] = answers.map((answer, index) => normalForm(answer, namesIn(sides[index] as Side)));
    const title = `#${n} ${JSON.stringify(operation)}`;
    if (alone !== beside)
      differences.push(`${title}\n  alone:  ${excerpt(alone, beside)}\n  beside: ${excerpt(beside, alone)}`);
    if (beside?.includes(MARK)) differences.push(`${title}\n  shows what is hidden: ${beside.slice(0, 300)}`);
    if (!isRefusal(answers[1])) succeeded[operation.kind] += 1;
    keepNewIds(sides, answers);
  }
  return { differences, succeeded };
}

const isRefusal = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'code' in answer && 'message' in answer;

/** The part where two texts part. */
function excerpt(text = '', other = ''): string {
  let at = 0;
  while (at < text.length && text[at] === other[at]) at += 1;
  return text.slice(Math.max(0, at - 80), at + 200);
}

export type KnownId = { table: string; id: string };

async function knownIds({ tables, alone }: Pair): Promise<KnownId[]> {
  const keyed = tables.filter(
    ({ name, columns }) => !/^audit/.test(name) && columns.some((column) => column.name === 'id'),
  );
  const { rows } = await alone.superuser.query<KnownId>(
    keyed
      .map(({ name }) => `(select '${name.replace(/^\w+\./, '')}' as table, id::text from ${name} order by 2 limit 12)`)
      .join(' union all '),
  );
  const { admin, manager, rep, otherRep } = alone.acme;
  return [...rows, ...[admin, manager, rep, otherRep].map(({ userId }) => ({ table: 'memberships', id: userId }))];
}

const namesIn =
  ({ ids }: Side) =>
  (id: string): string => {
    const index = ids.indexOf(id);
    return index === -1 ? '#new' : `#${index}`;
  };

function keepNewIds(sides: [Side, Side], answers: unknown[]): void {
  const [first, second] = answers.map((answer) => (answer as { id?: unknown } | null)?.id);
  if (typeof first !== 'string' || typeof second !== 'string' || sides[0].ids.includes(first)) return;
  sides[0].ids.push(first);
  sides[1].ids.push(second);
}

function perform(side: Side, operation: Operation): Promise<unknown> {
  const text = JSON.stringify(operation).replaceAll(/@id:(\d+)/g, (_, index: string) => side.ids[Number(index)] ?? '');
  const own = JSON.parse(text) as Operation;
  return own.kind === 'api' ? callApi(side, own) : runSql(side, own);
}

async function callApi({ world }: Side, { role, path, input }: Operation & { kind: 'api' }): Promise<unknown> {
  let target = world.as(world.acme[role]).api;
  for (const part of path.split('.')) target = target[part];
  try {
    return await target(input);
  } catch (thrown) {
    const error = thrown instanceof Error && thrown.cause instanceof AppError ? thrown.cause : thrown;
    if (!(error instanceof AppError)) throw thrown;
    const { code, reason, message, issues, current } = error;
    return { code, reason, message, issues, current };
  }
}

async function runSql({ world, client }: Side, { role, text }: Operation & { kind: 'sql' }): Promise<unknown> {
  const { tenant } = world.acme;
  try {
    await client.query('begin');
    await client.query(claim(tenant.id, world.acme[role].token));
    const { rows, rowCount } = await client.query(text);
    await client.query('commit');
    return { rows, rowCount };
  } catch (error) {
    await client.query('rollback');
    const { code, constraint, detail, message } = error as Record<string, unknown>;
    return { code, constraint, detail, message };
  }
}
