import { AppError } from '@aura/kernel';
import { openTestSession, testWorld, type World } from '@aura/testkit';
import { TRPCError } from '@trpc/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appRouter, modules } from '../index.ts';
import { createTarget, type Target } from './fixture.ts';
import { SAMPLES } from './samples.ts';

type Meta = { permission?: string; isPublicBecause?: string; rest?: { method: string; path: string } };
const all = appRouter._def.procedures as Record<string, { _def: { meta?: Meta } }>;
const procedures = Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1));
const withPermission = procedures.filter(([, procedure]) => procedure._def.meta?.permission);
const open = procedures.filter(([, procedure]) => procedure._def.meta?.isPublicBecause);

const WHO = ['admin', 'manager', 'rep'] as const;
type Who = (typeof WHO)[number];
/** Whose record: their own, another person's in the tenant, another tenant's. */
const WHOSE = ['own', 'colleague', 'other'] as const;
type Whose = (typeof WHOSE)[number];

/** What the caller is told. Input that a target does not fit (its own session, say) is 422 and named. */
async function outcomeOf(call: () => Promise<unknown>): Promise<string> {
  try {
    const answer = (await call()) as { changed?: number; changing?: number } | null | undefined;
    // A bulk change says how many records it reached, or would reach.
    return answer?.changed === 0 || answer?.changing === 0 ? 'none' : 'yes';
  } catch (error) {
    const cause = error instanceof TRPCError ? error.cause : error;
    if (cause instanceof AppError)
      return cause.reason === cause.code || cause.code === 'not_found'
        ? String(cause.status)
        : `${cause.status} ${cause.reason}`;
    throw error;
  }
}

class Undone extends Error {
  readonly result: unknown;
  constructor(result: unknown) {
    super('undone');
    this.result = result;
  }
}

/** Every mutation is tried for real and then rolled back, so that no cell sees another's change. */
function undoEverything(world: World): void {
  const { tenants } = world.platform;
  const transaction = tenants.transaction.bind(tenants);
  tenants.transaction = async (context, work) => {
    try {
      await transaction(context, async (db) => {
        throw new Undone(await work(db));
      });
    } catch (error) {
      if (error instanceof Undone) return error.result as Awaited<ReturnType<typeof work>>;
      throw error;
    }
    throw new Error('A transaction that is always undone came through');
  };
}

type Cells = Record<Who, Record<Whose, string>>;

describe('who may do what', () => {
  let world: World;
  let targets: Record<Who, Record<Whose, Target>>;
  const table = new Map<string, Cells>();
  beforeAll(async () => {
    world = await testWorld({ modules: modules as never });
    targets = await createTargets(world);
    undoEverything(world);
    for (const [path] of withPermission) if (SAMPLES[path]) table.set(path, await cellsOf(path));
  }, 240_000);
  afterAll(() => world.close());

  test('every procedure with a permission has a sample, and every permission is declared', () => {
    expect(withPermission.map(([path]) => path).sort()).toEqual(Object.keys(SAMPLES).sort());
    const declared = new Set(modules.flatMap((module) => Object.keys(module.permissions)));
    expect(withPermission.filter(([, { _def }]) => !declared.has(String(_def.meta?.permission)))).toEqual([]);
    expect(procedures.length).toBe(withPermission.length + open.length);
  });

  test('each role × record is as docs/generated/permissions.txt says', async () => {
    const lines = withPermission.map(([path, { _def }]) => {
      const cells = WHO.flatMap((who) => WHOSE.map((whose) => (table.get(path)?.[who][whose] ?? '').padEnd(7)));
      return [path.padEnd(28), String(_def.meta?.permission).padEnd(24), ...cells].join(' ').trimEnd();
    });
    const text = `${header()}\n${lines.join('\n')}\n\n${publicLines()}\n`;
    await expect(text).toMatchFileSnapshot('../../docs/generated/permissions.txt');
  });

  test('another tenant’s records are never reached, whatever the role', () => {
    const reached = withPermission
      .filter(([path]) => /"[0-9a-f-]{36}"/.test(JSON.stringify(SAMPLES[path]?.(targets.admin.own)) ?? ''))
      .flatMap(([path]) => WHO.map((who) => `${path} ${table.get(path)?.[who].other}`))
      .filter((line) => !/ (none|404|403|422|409)/.test(line));
    expect(reached).toEqual([]);
  });

  async function cellsOf(path: string): Promise<Cells> {
    const cells: Record<string, Record<string, string>> = {};
    for (const who of WHO) {
      for (const whose of WHOSE)
        cells[who] = { ...cells[who], [whose]: await cell(path, { who, target: targets[who][whose] }) };
    }
    return cells as Cells;
  }

  async function cell(path: string, { who, target }: { who: Who; target: Target }): Promise<string> {
    const person = world.acme[who];
    // Some cells end sessions for real: identity is not in the tenant's transaction.
    const fresh = { ...person, ...(await openTestSession(world.superuser, person)) };
    let api = world.as(fresh).api;
    for (const segment of path.split('.')) api = api[segment];
    return outcomeOf(() => api(SAMPLES[path]?.(target)));
  }
});

async function createTargets(world: World): Promise<Record<Who, Record<Whose, Target>>> {
  const { acme, globex } = world;
  const colleague = await createTarget(world, acme, acme.otherRep);
  const other = await createTarget(world, globex, globex.rep);
  const of = async (who: Who) => ({ own: await createTarget(world, acme, acme[who]), colleague, other });
  const targets = { admin: await of('admin'), manager: await of('manager'), rep: await of('rep') };
  for (const tenant of [acme, globex]) {
    const { items } = await world.as(tenant.admin).api.customFields.ofEntity({ entity: 'contact' });
    const ids = items.map((field: { id: string }) => field.id);
    const inTenant = [other, colleague, ...Object.values(targets).map(({ own }) => own)];
    for (const target of inTenant.filter(({ customFieldId }) => ids.includes(customFieldId)))
      target.customFieldIds = ids;
  }
  return targets;
}

function header(): string {
  const columns = WHO.flatMap((who) => WHOSE.map((whose) => `${who}:${whose}`));
  return [
    'Who may call what, on whose record. Written by registry/matrix/permissions.test.ts from real calls.',
    'own: their own · colleague: of another person in the tenant · other: of another tenant. yes, none (nothing reached), or the status of the refusal.',
    '',
    ['procedure'.padEnd(28), 'permission'.padEnd(24), ...columns].join(' '),
  ].join('\n');
}

function publicLines(): string {
  return [
    'Open to anyone, because:',
    ...open.map(([path, { _def }]) => `${path.padEnd(28)} ${_def.meta?.isPublicBecause}`),
  ].join('\n');
}
