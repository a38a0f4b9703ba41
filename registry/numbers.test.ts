import { fromMinor, toMinor } from '@aura/kernel';
import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules } from './modules.ts';
import { fillSales, type Seller } from './numbers.fixture.ts';

/** A number of a page, with the filter of the list that it leads to. */
type Deals = { count: number; sums?: Sum[]; filter: Record<string, unknown> };
type Sum = { currency: string; count: number; amount: string; weighted: string };
type Listed = { amount: string | null; currency: string; probability: number; id: string };

const PATIENCE_MS = 120_000;
const AT_ONCE = 6;

let world: World;
beforeAll(async () => {
  world = await testWorld({ modules });
  // The other tenant looks the same: each of its rows would make a number here too large.
  await fillSales(world, world.globex);
  await fillSales(world, world.acme);
}, PATIENCE_MS);
afterAll(() => world.close());

const sellers: Seller[] = ['admin', 'manager', 'rep', 'otherRep'];
const year = new Date().getUTCFullYear();
const period = { from: `${year - 1}-01-01`, to: `${year}-12-31` };
const thisYear = { from: `${year}-01-01`, to: `${year}-12-31` };

describe.each(sellers)('every number that the %s reads', (seller) => {
  const api = () => world.as(world.acme[seller]).api;

  it('leads to the deals that it counts and adds up', { timeout: PATIENCE_MS }, async () => {
    const pipelineId = (await api().pipelines.list({})).items[0].id;
    const narrow = { ...period, pipelineId, ownerId: world.acme.otherRep.userId };
    const answers = await Promise.all([
      api().dashboard.read({}),
      api().dashboard.read(narrow),
      api().reports.pipeline({}),
      ...['forecast', 'conversion', 'lostReasons'].flatMap((report) => [
        api().reports[report](period),
        api().reports[report](narrow),
      ]),
    ]);
    // Two figures of the same filter are compared with one list.
    const figures = [...Map.groupBy(answers.flatMap(figuresOf), ({ filter }) => JSON.stringify(filter)).values()];
    expect(figures.length).toBeGreaterThan(80);
    expect(figures.filter(([figure]) => figure && figure.count > 0).length).toBeGreaterThan(30);
    await inTurns(figures, async (same) => {
      const rows = await listAll(api(), same[0]?.filter ?? {});
      const found = { count: rows.length, sums: sumsOf(rows) };
      for (const { count, sums, filter } of same)
        expect({ filter, ...found, ...(sums ? {} : { sums: [] }) }).toEqual({ filter, count, sums: sums ?? [] });
    });
  });

  it('leads to the activities that it counts', { timeout: PATIENCE_MS }, async () => {
    const report = await api().reports.activity(thisYear);
    const { weeks, members, total, rows } = report;
    const cells = rows.map(({ userId, week, ...counts }: { userId: string; week: number }) => {
      const { from, to } = weeks[week].period;
      return { ...counts, filter: { authorId: userId, fromDay: from, toDay: to } };
    });
    const owners = (await api().dashboard.read({})).byOwner.map(
      (owner: { activities7d: number; activityFilter: object }) => ({
        total: owner.activities7d,
        filter: owner.activityFilter,
      }),
    );
    await inTurns([total, ...weeks, ...members, ...cells, ...owners], async (counts) =>
      expect({ ...counts, total: await countAll(api(), counts.filter) }).toEqual(counts),
    );
    for (const type of ['call', 'email', 'meeting', 'note'] as const) {
      await inTurns([total, ...members], async (counts) =>
        expect([type, await countAll(api(), { ...counts.filter, type })]).toEqual([type, counts[type]]),
      );
    }
  });

  it('is part of a whole: months, bands and stages add up', async () => {
    const forecast = await api().reports.forecast({});
    const { open } = await api().dashboard.read({});
    const { earlier, later, undated, total, committed, best, pipeline } = forecast;
    const add = (figures: Deals[]) => figures.reduce((sum, { count }) => sum + count, 0);
    expect(add([earlier, later, undated, total])).toBe(open.count);
    expect(add([committed, best, pipeline])).toBe(total.count);
    expect(add(forecast.months.map((month: { total: Deals }) => month.total))).toBe(total.count);
    const { reasons, stages, closed } = await api().reports.lostReasons(period);
    expect([add(reasons), add(stages)]).toEqual([closed.lost.count, closed.lost.count]);
    for (const stage of (await api().reports.conversion(period)).stages)
      expect(add([stage.on, stage.lost, stage.back, stage.here])).toBe(stage.entered.count);
  });
});

it('differs from person to person, as what they see does', async () => {
  const open = await Promise.all(
    sellers.map(async (seller) => (await world.as(world.acme[seller]).api.dashboard.read({})).open.count),
  );
  expect(open[0]).toBe(open[1]);
  expect(Number(open[2])).toBeLessThan(Number(open[1]));
  expect(Number(open[3])).toBeLessThan(Number(open[1]));
});

/** A few at once, as the pool of connections allows. */
async function inTurns<Item>(items: readonly Item[], check: (item: Item) => Promise<void>): Promise<void> {
  for (let at = 0; at < items.length; at += AT_ONCE) await Promise.all(items.slice(at, at + AT_ONCE).map(check));
}

/** Everything in an answer that has a count and a filter of deals. */
function figuresOf(answer: unknown): Deals[] {
  if (Array.isArray(answer)) return answer.flatMap(figuresOf);
  if (typeof answer !== 'object' || answer === null) return [];
  const isFigure = 'filter' in answer && 'count' in answer;
  return [...(isFigure ? [answer as Deals] : []), ...Object.values(answer).flatMap(figuresOf)];
}

type Api = ReturnType<World['as']>['api'];

async function listAll(api: Api, filter: object): Promise<Listed[]> {
  const rows: Listed[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await api.deals.list({ ...filter, limit: 100, ...(cursor ? { cursor } : {}) });
    rows.push(...page.items);
    cursor = page.nextCursor;
    if (cursor === null) expect(page.total).toBe(rows.length);
  }
  return rows;
}

const countAll = async (api: Api, filter: object): Promise<number> =>
  (await api.activities.list({ ...filter, limit: 1 })).total;

/** Added up here by hand, in minor units; the weighted sum is rounded once. */
function sumsOf(rows: readonly Listed[]): Sum[] {
  return [...Map.groupBy(rows, (row) => row.currency)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, own]) => {
      const minors = own.map((row) => [toMinor(row.amount ?? '0', currency), BigInt(row.probability)] as const);
      const amount = minors.reduce((sum, [minor]) => sum + minor, 0n);
      const expected = minors.reduce((sum, [minor, probability]) => sum + minor * probability, 0n);
      return {
        currency,
        count: own.length,
        amount: fromMinor(amount, currency),
        weighted: fromMinor((expected + 50n) / 100n, currency),
      };
    });
}
