import { randomUUID } from 'node:crypto';
import { createActivity } from '@aura/activities';
import type { ActorContext } from '@aura/api';
import { type ImportedDeal, insertImportedDeals } from '@aura/deals';
import { CALL_NOTES } from './book.ts';
import type { Customer } from './customer.ts';
import { type PlannedDeal, planDeal, type Stage } from './deal-plan.ts';
import { createRandom, type Random } from './random.ts';

export type DealBook = { random: Random; customers: Customer[]; productIds: string[]; dealCount: number };

const BATCH = 500;
const ACTIVITIES_PER_DEAL_MAX = 3;
const ACTIVITIES_MAX = 150;

/** What people will have called and met about: the deals that were made, with their ids. */
export type FilledDeal = PlannedDeal & { id: string };

/** Deals with their history. */
export async function fillDeals(
  ctx: ActorContext,
  { random, customers, productIds, dealCount }: DealBook,
): Promise<FilledDeal[]> {
  const pipeline = await ctx.db
    .selectFrom('crm.pipelines')
    .select('id')
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('is_default', '=', true)
    .executeTakeFirstOrThrow();
  const stages: Stage[] = await ctx.db
    .selectFrom('crm.stages')
    .select(['id', 'kind', 'probability'])
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('pipeline_id', '=', pipeline.id)
    .orderBy('position')
    .execute();
  const today = ctx.clock();
  const plans = Array.from({ length: dealCount }, () => planDeal(random, { customers, stages, today }));
  const toRow = (plan: PlannedDeal): ImportedDeal =>
    importedDeal(ctx, plan, { pipelineId: pipeline.id, random, productIds });
  const ids: string[] = [];
  for (let start = 0; start < plans.length; start += BATCH) {
    ids.push(...(await insertImportedDeals(ctx, plans.slice(start, start + BATCH).map(toRow))));
  }
  return plans.map((plan, index) => ({ ...plan, id: String(ids[index]) }));
}

type Terms = { pipelineId: string; random: Random; productIds: string[] };

function importedDeal(ctx: ActorContext, plan: PlannedDeal, { pipelineId, random, productIds }: Terms): ImportedDeal {
  const { customer, stage } = plan;
  const isClosed = stage.kind !== 'open';
  return {
    name: plan.name,
    amountMinor: BigInt(8 + random.int(420)) * 10_000n,
    currency: ctx.tenant.currency,
    pipelineId,
    stageId: stage.id,
    probability: stage.probability,
    openedOn: plan.openedOn,
    closeDate: plan.closeDate,
    closedAt: isClosed ? plan.closeDate : null,
    closedFromStageId: plan.closedFrom?.id ?? null,
    lostReason: plan.lostReason,
    nextStep: plan.nextStep,
    nextStepOn: plan.nextStepOn,
    organizationId: customer.organizationId,
    ownerId: customer.ownerId,
    contactIds: customer.contactIds.slice(0, 1),
    importId: randomUUID(),
    ...(random.chance(0.3) ? { item: { productId: random.pick(productIds) } } : {}),
  };
}

/** The calls, meetings and notes of one person about their deals, over the time that each has been open. */
export async function logActivities(ctx: ActorContext, deals: readonly FilledDeal[]): Promise<void> {
  const random = createRandom(deals.length);
  const now = ctx.clock().getTime();
  let written = 0;
  for (const deal of deals) {
    for (let n = random.int(ACTIVITIES_PER_DEAL_MAX + 1); n > 0 && written < ACTIVITIES_MAX; n -= 1) {
      const [type, subject, body] = random.pick(CALL_NOTES);
      const occurred = Date.parse(deal.openedOn) + random.int(Math.max(1, now - Date.parse(deal.openedOn)));
      await createActivity(ctx, {
        type,
        subject,
        body,
        occurredAt: new Date(occurred).toISOString(),
        dealId: deal.id,
        contactId: deal.customer.contactIds[0] ?? null,
        organizationId: deal.customer.organizationId,
      });
      written += 1;
    }
  }
}
