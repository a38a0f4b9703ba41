import { insertImportedDeals } from '@aura/deals';
import type { Person, TestTenant, World } from '@aura/testkit';
import { createRandom, type Random } from './demo/random.ts';

export type Seller = 'admin' | 'manager' | 'rep' | 'otherRep';

type Stage = { id: string; kind: string; probability: number };
type Pipeline = { id: string; stages: Stage[] };
type Sales = { world: World; tenant: TestTenant; random: Random; pipelines: Pipeline[] };

const DAY_MS = 86_400_000;
const IMPORTED = 120;
const MOVED = 30;
const ACTIVITIES = 60;
const REASONS = ['Price', 'Timing', 'price', null] as const;
const dayFromNow = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** Two years of selling: two pipelines, two currencies; closed, archived and shared deals; moves back and forth. */
export async function fillSales(world: World, tenant: TestTenant): Promise<void> {
  const manager = world.as(tenant.manager).api;
  await world.as(tenant.admin).api.pipelines.create({
    name: 'Renewals',
    stages: [{ name: 'Due' }, { name: 'Offered' }, { name: 'Renewed', kind: 'won' }, { name: 'Gone', kind: 'lost' }],
  });
  const pipelines: Pipeline[] = (await manager.pipelines.list({})).items;
  const sales = { world, tenant, random: createRandom(7), pipelines };
  await importDeals(sales);
  for (let n = 0; n < MOVED; n += 1) await moveDeal(sales, n);
  await openAndArchive(sales);
  await logActivities(sales);
}

const sellersOf = ({ tenant }: Sales): Person[] => [tenant.manager, tenant.rep, tenant.otherRep];

/** History as an import brings it: closed deals without moves. */
async function importDeals(sales: Sales): Promise<void> {
  const { world, tenant, random, pipelines } = sales;
  const deals = Array.from({ length: IMPORTED }, (_, n) => {
    const pipeline = random.pick(pipelines);
    const stage = random.pick(pipeline.stages);
    const isOpen = stage.kind === 'open';
    return {
      name: `Imported ${n}`,
      amountMinor: random.chance(0.1) ? null : BigInt(1 + random.int(1_000_000)),
      currency: random.chance(0.3) ? 'JPY' : 'USD',
      pipelineId: pipeline.id,
      stageId: stage.id,
      probability: isOpen ? random.int(100) : stage.probability,
      closeDate: isOpen ? expectedDay(random) : dayFromNow(random.int(30) - 400),
      openedOn: dayFromNow(-500 + random.int(480)),
      lostReason: stage.kind === 'lost' ? random.pick(REASONS) : null,
      nextStepOn: isOpen && random.chance(0.5) ? dayFromNow(random.int(20) - 5) : null,
      ownerId: random.pick(sellersOf(sales)).userId,
      importId: tenant.admin.userId,
    };
  });
  await world.as(tenant.admin).run((ctx) => insertImportedDeals(ctx, deals));
}

const expectedDay = (random: Random): string | null => (random.chance(0.2) ? null : dayFromNow(random.int(300) - 60));

/** A deal that goes from stage to stage, also back, also into another pipeline, and is perhaps closed. */
async function moveDeal({ world, tenant, random, pipelines }: Sales, n: number): Promise<void> {
  const seller = world.as(random.pick([tenant.rep, tenant.otherRep])).api;
  const { id } = await seller.deals.create({ name: `Moved ${n}`, amount: String(10 + random.int(900)) });
  const stages = pipelines.flatMap((pipeline) => pipeline.stages);
  for (let moves = random.int(5); moves > 0; moves -= 1) {
    const stage = random.pick(stages);
    const fields = stage.kind === 'lost' ? { lostReason: random.pick(REASONS) ?? 'Other' } : {};
    await seller.deals.setStage({ id, stageId: stage.id, fields });
  }
}

/** Some deals are shared with the other rep, some given away, some archived. */
async function openAndArchive({ world, tenant }: Sales): Promise<void> {
  const manager = world.as(tenant.manager).api;
  const list = async (ownerId: string) => (await manager.deals.list({ ownerId, limit: 100 })).items as { id: string }[];
  const [ofRep, ofOther] = [await list(tenant.rep.userId), await list(tenant.otherRep.userId)];
  for (const { id } of ofOther.slice(0, 8)) await manager.deals.share({ id, userId: tenant.rep.userId });
  for (const { id } of ofRep.slice(0, 4)) await manager.deals.setOwner({ id, ownerId: tenant.otherRep.userId });
  for (const { id } of [...ofRep.slice(6, 12), ...ofOther.slice(10, 16)]) await manager.deals.archive({ id });
}

async function logActivities({ world, tenant, random }: Sales): Promise<void> {
  for (const person of [tenant.rep, tenant.otherRep, tenant.manager]) {
    const { api } = world.as(person);
    const contact = await api.contacts.create({ lastName: 'Customer' });
    for (let n = 0; n < ACTIVITIES / 3; n += 1) {
      const activity = await api.activities.create({
        type: random.pick(['call', 'email', 'meeting', 'note']),
        subject: 'Talked',
        occurredAt: new Date(Date.now() - random.int(120) * DAY_MS - random.int(DAY_MS)).toISOString(),
        contactId: contact.id,
      });
      if (random.chance(0.1)) await api.activities.archive({ id: activity.id });
    }
  }
}
