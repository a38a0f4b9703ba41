import { type Person, testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dealsWorld, refusal, stageIds } from './deals-world.fixture.ts';

let world: World;
let ids: Record<'top' | 'left' | 'leaf' | 'right' | 'gone', string>;
beforeAll(async () => {
  world = await testWorld(dealsWorld);
  ids = await makeFamily();
});
afterAll(() => world.close());

/** top → left → leaf, top → right, left → gone (archived); deals on each, of two reps and in two currencies. */
async function makeFamily(): Promise<typeof ids> {
  const { manager, rep, otherRep } = world.acme;
  const { api } = world.as(manager);
  const organization = async (name: string, parentId?: string): Promise<string> =>
    (await api.organizations.create({ name, ...(parentId ? { parentId } : {}) })).id;
  const top = await organization('Top');
  const left = await organization('Left', top);
  const leaf = await organization('Leaf', left);
  const right = await organization('Right', top);
  const gone = await organization('Gone', left);
  const stages = await stageIds(world, manager);
  const deal = (person: Person, fields: object): Promise<{ id: string }> => world.as(person).api.deals.create(fields);
  await deal(rep, { name: 'A', amount: '100.00', organizationId: top });
  await deal(otherRep, { name: 'B', amount: '20.50', organizationId: left });
  await deal(rep, { name: 'C', amount: '3.00', currency: 'EUR', organizationId: leaf });
  await deal(rep, { name: 'D', amount: '7.00', organizationId: right });
  await deal(rep, { name: 'E', amount: '5000.00', organizationId: gone });
  const won = await deal(rep, { name: 'F', amount: '40.00', organizationId: leaf });
  await api.deals.setStage({ id: won.id, stageId: stages.Won });
  const lost = await deal(rep, { name: 'G', amount: '999.00', organizationId: leaf });
  await api.deals.setStage({ id: lost.id, stageId: stages.Lost, fields: { lostReason: 'Price' } });
  const archived = await deal(rep, { name: 'H', amount: '888.00', organizationId: leaf });
  await api.deals.archive({ id: archived.id });
  await api.organizations.archive({ id: gone });
  return { top, left, leaf, right, gone };
}

const treeOf = (person: Person, id: string) => world.as(person).api.deals.organizationTree({ id });

type Sum = { count: number; sums: { currency: string; amount: string }[] };
const brief = ({ count, sums }: Sum): string =>
  [count, ...sums.map(({ currency, amount }) => `${amount} ${currency}`)].join(' ');

describe('the tree of a family', () => {
  it('has parents from the top, subsidiaries of all levels, and no archived ones', async () => {
    const tree = await treeOf(world.acme.manager, ids.left);
    expect(tree).toMatchObject({
      ancestors: [{ id: ids.top }],
      organization: { id: ids.left, parentId: ids.top },
      children: [{ id: ids.leaf, name: 'Leaf', children: [] }],
    });
    expect(tree.children).toHaveLength(1);
  });

  it('rolls up open and won deals by currency; a parent counts every branch', async () => {
    const { ancestors, organization, children } = await treeOf(world.acme.manager, ids.left);
    expect([ancestors[0], organization, children[0]].map((row) => [brief(row.openDeals), brief(row.wonDeals)])).toEqual(
      [
        ['4 3.00 EUR 127.50 USD', '1 40.00 USD'],
        ['2 3.00 EUR 20.50 USD', '1 40.00 USD'],
        ['1 3.00 EUR', '1 40.00 USD'],
      ],
    );
    expect([ancestors[0], organization].map((row) => brief(row.own.openDeals))).toEqual([
      '1 100.00 USD',
      '1 20.50 USD',
    ]);
  });

  it('counts what the person sees, and each own number is the list that it stands for', async () => {
    for (const person of [world.acme.manager, world.acme.rep, world.acme.otherRep]) {
      const { organization } = await treeOf(person, ids.left);
      const list = await world.as(person).api.deals.list({ organizationId: ids.left, status: 'open' });
      expect(organization.own.openDeals.count).toBe(list.total);
    }
    expect(brief((await treeOf(world.acme.rep, ids.top)).organization.openDeals)).toBe('3 3.00 EUR 107.00 USD');
    expect(brief((await treeOf(world.acme.otherRep, ids.top)).organization.openDeals)).toBe('1 20.50 USD');
  });

  it('is not there for another tenant', async () => {
    await expect(treeOf(world.globex.admin, ids.top)).rejects.toEqual(refusal(404));
    expect((await world.as(world.globex.admin).rest('GET', `/organizations/${ids.top}/tree`)).status).toBe(404);
  });
});
