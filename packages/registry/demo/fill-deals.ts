import { randomUUID } from 'node:crypto';
import { createActivity } from '@aura/activities';
import type { ActorContext } from '@aura/api';
import { type ImportedDeal, insertImportedDeals } from '@aura/deals';
import { CALL_NOTES } from './book.ts';
import { type PlannedDeal, planDeal, type Stage } from './deal-plan.ts';
import type { Customer } from './fill-book.ts';
import type { Random } from './random.ts';

export type DealBook = { random: Random; customers: Customer[]; productIds: string[]; dealCount: number };

const BATCH = 500;
const ACTIVITIES_PER_DEAL_MAX = 3;
const ACTIVITIES_MAX = 400;

/** Deals with their history, and the calls and meetings about them. */
export async function fillDeals(
  ctx: ActorContext,
  { random, customers, productIds, dealCount }: DealBook,
): Promise<void> {
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
  await logActivities(ctx, { random, plans, ids });
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

async function logActivities(
  ctx: ActorContext,
  book: { random: Random; plans: PlannedDeal[]; ids: string[] },
): Promise<void> {
  const { random, plans, ids } = book;
  let written = 0;
  for (const [index, plan] of plans.entries()) {
    for (let n = random.int(ACTIVITIES_PER_DEAL_MAX + 1); n > 0 && written < ACTIVITIES_MAX; n -= 1) {
      const [type, subject, body] = random.pick(CALL_NOTES);
      const occurred =
        Date.parse(plan.openedOn) + random.int(Math.max(1, ctx.clock().getTime() - Date.parse(plan.openedOn)));
      await createActivity(ctx, {
        type,
        subject,
        body,
        occurredAt: new Date(occurred).toISOString(),
        dealId: ids[index] ?? null,
        contactId: plan.customer.contactIds[0] ?? null,
        organizationId: plan.customer.organizationId,
      });
      written += 1;
    }
  }
}
