import type { ActorContext, ListOrder } from '@aura/api';
import { customOrder, matchCustomFields } from '@aura/custom-fields';
import { type RawBuilder, sql } from '@aura/db';
import { type Picked, seesAll } from '@aura/kernel';
import { type Found, matchRecords, type Search, searchRecords } from '@aura/search';
import type { DealFilter, DealList } from './deal.schema.ts';
import { type AttentionReason, todayIn, toThousandths } from './deal.ts';

export type DealRows = ReturnType<typeof dealRows>;
type Condition = RawBuilder<boolean>;

const LISTED = { entity: 'deal', id: 'deal.id', sharedIds: sql`select crm.shared_deal_ids()` } as const;

// Naming the tenant is for the planner; the policies name it too, and do not trust this.
export function dealRows(ctx: ActorContext, db = ctx.db) {
  return db.selectFrom('crm.deals as deal').where('deal.tenant_id', '=', ctx.actor.tenantId);
}

/**
 * The rows of a list. A rep's are asked for as two parts, theirs and those opened to them, because an index gives each
 * part in the list's order; the policy's "or" over both would scan the whole tenant. The policy still applies.
 */
function listedParts(ctx: ActorContext): DealRows[] {
  const all = dealRows(ctx, ctx.listDb);
  if (seesAll(ctx.actor)) return [all];
  const shared = all
    .where('deal.owner_id', '!=', ctx.actor.userId)
    .where(sql<boolean>`deal.id = any (array(select crm.shared_deal_ids()))`);
  return [all.where('deal.owner_id', '=', ctx.actor.userId), shared];
}

// The same columns under the same name: what is asked of the table can be asked of the parts.
function united(ctx: ActorContext, [own, shared]: DealRows[]): DealRows {
  if (!own || !shared) return own ?? dealRows(ctx, ctx.listDb);
  const both = own.selectAll('deal').unionAll(shared.selectAll('deal'));
  return ctx.listDb.selectFrom(both.as('deal')) as unknown as DealRows;
}

type DealCondition = DealFilter & Picked & { deleted?: boolean };

/** What a list shows, a board counts, a report sums and a bulk change changes: the same rows by the same filter. */
export async function filterDeals(ctx: ActorContext, { q, ...filter }: DealCondition): Promise<DealRows> {
  const rows = united(ctx, (await filteredParts(ctx, filter)).parts);
  return q ? rows.where(await matchRecords(ctx, searchOf(q))) : rows;
}

/** The rows, and how many a filter by custom fields admits where there is one. */
async function filteredParts(
  ctx: ActorContext,
  { deleted = false, customFields, ...filter }: Omit<DealCondition, 'q'>,
) {
  const custom = await matchCustomFields(ctx, { ...LISTED, isArchived: deleted }, customFields);
  const conditions = [...conditionsOf(ctx, filter), ...(custom ? [custom.where] : [])];
  const parts = listedParts(ctx).map((part) =>
    conditions.reduce(
      (rows, condition) => rows.where(condition),
      part.where('deal.deleted_at', deleted ? 'is not' : 'is', null),
    ),
  );
  return { parts, custom };
}

function searchOf(q: string, sort?: string): Search {
  return { ...LISTED, q, isByName: /^-?name$/.test(sort ?? '') };
}

/** A page's rows in their order; and their number, where one filter and nothing else tells it: its matches are as many. */
export async function listedDeals(
  ctx: ActorContext,
  { limit: _limit, cursor: _cursor, sort, q, ...filter }: DealList & Picked,
): Promise<{ rows: DealRows[]; order: ListOrder | undefined; count: Found['count'] | undefined }> {
  const { parts, custom } = await filteredParts(ctx, filter);
  const found = q ? await searchRecords(ctx, searchOf(q, sort)) : null;
  const rows = found ? parts.map((part) => part.where(found.where)) : parts;
  const { deleted, customFields, ...conditions } = filter;
  const isFiltered = deleted || Object.values(conditions).some((value) => value !== undefined);
  const telling = [found, custom].filter((each) => each !== null);
  return {
    rows,
    order: await customOrder(ctx, { ...LISTED, isArchived: deleted }, { sort, filter: customFields, parts: rows }),
    count: telling.length === 1 && !isFiltered ? telling[0]?.count : undefined,
  };
}

type Stay = Pick<DealFilter, 'enteredStageId' | 'enteredFrom' | 'enteredTo' | 'stayOutcome'>;
type Given = Omit<DealFilter, 'q' | 'customFields' | keyof Stay> & Picked;
type Conditions = { [Name in keyof Given]-?: (value: NonNullable<Given[Name]>, ctx: ActorContext) => Condition };

// Only operators that are leakproof, so that each can use its index beneath the policies.
const CONDITIONS: Conditions = {
  ids: (ids) => sql`deal.id = any (${ids}::uuid[])`,
  stageId: (id) => sql`deal.stage_id = ${id}::uuid`,
  pipelineId: (id) => sql`deal.pipeline_id = ${id}::uuid`,
  ownerId: (id) => sql`deal.owner_id = ${id}::uuid`,
  organizationId: (id) => sql`deal.organization_id = ${id}::uuid`,
  minProbability: (percent) => sql`deal.probability >= ${percent}::int`,
  maxProbability: (percent) => sql`deal.probability <= ${percent}::int`,
  closeFrom: (day) => sql`deal.close_sort >= ${day}::date and deal.close_sort < 'infinity'::date`,
  closeTo: (day) => sql`deal.close_sort <= ${day}::date`,
  noCloseDate: (isMissing) =>
    isMissing ? sql`deal.close_sort = 'infinity'::date` : sql`deal.close_sort < 'infinity'::date`,
  minAmount: (amount) => sql`deal.amount_sort >= ${toThousandths(amount)}::bigint and deal.amount_minor is not null`,
  maxAmount: (amount) => sql`deal.amount_sort between 0 and ${toThousandths(amount)}::bigint`,
  status: (status) => sql`deal.status = ${status}::text`,
  closed: (isClosed) => (isClosed ? sql`deal.status = any ('{won,lost}'::text[])` : sql`deal.status = 'open'`),
  attention: (reason, ctx) =>
    reason === 'any' ? anyAttention(ctx) : sql`deal.status = 'open' and ${ATTENTION[reason](ctx)}`,
  escalated: (isEscalated) => (isEscalated ? sql`deal.escalated_at is not null` : sql`deal.escalated_at is null`),
  contactId: (id, ctx) =>
    sql`deal.id in (select c.deal_id from crm.deal_contacts c where c.tenant_id = ${ctx.actor.tenantId}::uuid and c.contact_id = ${id}::uuid)`,
  productId: (id, ctx) =>
    sql`deal.id in (select i.deal_id from crm.line_items i where i.tenant_id = ${ctx.actor.tenantId}::uuid and i.product_id = ${id}::uuid)`,
  lostReason: (reason) => sql`deal.status = 'lost' and deal.lost_reason = ${reason}::text`,
  noLostReason: (isMissing) =>
    sql`deal.status = 'lost' and ${isMissing ? sql`deal.lost_reason is null` : sql`deal.lost_reason is not null`}`,
  closedFromStageId: (id) =>
    id === 'none'
      ? sql`deal.status = any ('{won,lost}'::text[]) and deal.closed_from_stage_id is null`
      : sql`deal.closed_from_stage_id = ${id}::uuid`,
};

function conditionsOf(ctx: ActorContext, filter: Given & Stay): Condition[] {
  const { enteredStageId, enteredFrom, enteredTo, stayOutcome, ...given } = filter;
  const stay = stayConditions(ctx, { enteredStageId, enteredFrom, enteredTo, stayOutcome });
  if (stay.length === 0) return singleConditions(ctx, given);
  const mine = sql<boolean>`deal.id in (select stay.deal_id from crm.deal_stages stay
    where stay.tenant_id = ${ctx.actor.tenantId}::uuid and ${sql.join(stay, sql` and `)})`;
  return [...singleConditions(ctx, given), mine];
}

/** Of a deal's latest stays in open stages, as `stay`; days are the workspace's. */
export function stayConditions(ctx: ActorContext, stay: Stay): Condition[] {
  const { timezone } = ctx.tenant;
  return [
    stay.enteredStageId && sql<boolean>`stay.stage_id = ${stay.enteredStageId}::uuid`,
    stay.enteredFrom && sql<boolean>`stay.entered_at >= ${stay.enteredFrom}::date::timestamp at time zone ${timezone}`,
    stay.enteredTo && sql<boolean>`stay.entered_at < (${stay.enteredTo}::date + 1)::timestamp at time zone ${timezone}`,
    stay.stayOutcome && sql<boolean>`stay.outcome = ${stay.stayOutcome}::text`,
  ].filter((condition) => typeof condition === 'object');
}

function singleConditions(ctx: ActorContext, filter: Given): Condition[] {
  const make = CONDITIONS as Record<string, (value: unknown, ctx: ActorContext) => Condition>;
  return Object.entries(filter).flatMap(([name, value]) =>
    value === undefined || !make[name] ? [] : [make[name](value, ctx)],
  );
}

/** Conditions on an open deal, by reason; the board, the list and the dashboard say the same. */
export const ATTENTION: Record<AttentionReason, (ctx: ActorContext) => Condition> = {
  overdue: (ctx) => sql`deal.close_sort < ${todayIn(ctx.tenant.timezone, ctx.clock())}::date`,
  rotting: (ctx) =>
    sql`exists (select from crm.stages stage where stage.tenant_id = ${ctx.actor.tenantId}::uuid and stage.id = deal.stage_id
          and ${isRottingBefore(ctx)})`,
  noNextStep: () => sql`deal.next_step_on is null`,
};

/** Of a deal beside its stage: null where the stage expects no number of days. */
export function isRottingBefore(ctx: ActorContext): Condition {
  return sql`deal.stage_entered_at < ${ctx.clock()}::timestamptz - make_interval(days => stage.expected_days)`;
}

function anyAttention(ctx: ActorContext): Condition {
  return sql`deal.status = 'open' and (${sql.join(
    Object.values(ATTENTION).map((condition) => condition(ctx)),
    sql` or `,
  )})`;
}
