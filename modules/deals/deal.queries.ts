import { type ActorContext, listPage, noteMiss } from '@aura/api';
import { sql } from '@aura/db';
import { AppError, fromMinor, type Page, type Picked, type RecordRow, recordOf } from '@aura/kernel';
import { dealAbilities } from './deal.permissions.ts';
import type { Deal, DealList } from './deal.schema.ts';
import { type DealStatus, isRotting, weightedMinor } from './deal.ts';
import { type DealRows, dealRows, listedDeals } from './deal-filter.queries.ts';

const SORTS = {
  name: { column: 'deal.name_norm', type: 'text' },
  amount: { column: 'deal.amount_sort', type: 'bigint' },
  closeDate: { column: 'deal.close_sort', type: 'date' },
  createdAt: { column: 'deal.created_at', type: 'timestamptz' },
  updatedAt: { column: 'deal.updated_at', type: 'timestamptz' },
  nextStep: { column: 'deal.next_step_sort', type: 'date' },
  stageEnteredAt: { column: 'deal.stage_entered_at', type: 'timestamptz' },
} as const;

type Minor = string | null;

export type DealRow = RecordRow & {
  name: string;
  amount_minor: Minor;
  currency: string;
  amount_source: string;
  pipeline_id: string;
  stage_id: string;
  stage_name: string;
  expected_days: number | null;
  status: string;
  probability: number;
  close_date: string | null;
  opened_on: string;
  closed_at: Date | null;
  closed_stage_name: string | null;
  closed_probability: number | null;
  lost_reason: string | null;
  notes: string | null;
  organization_id: string | null;
  organization_name: string | null;
  owner_id: string;
  owner_name: string | null;
  next_step: string | null;
  next_step_on: string | null;
  stage_entered_at: Date;
  escalated_at: Date | null;
  escalated_by: string | null;
  net_minor: Minor;
  discount_minor: Minor;
  tax_minor: Minor;
  gross_minor: Minor;
  cost_minor: Minor;
  margin_minor: Minor;
  custom_fields: unknown;
  external_id: string | null;
  deleted_at: Date | null;
};

/**
 * Adds what a row shows: its own columns and the names it refers to. Sub-selects and not joins: they run for the rows of
 * the page, after the limit, where joins would run for every row that a rep's list sorts.
 */
export function withNames(rows: DealRows) {
  return rows
    .selectAll('deal')
    .select([
      sql<string>`(select s.name from crm.stages s where s.tenant_id = deal.tenant_id and s.id = deal.stage_id)`.as(
        'stage_name',
      ),
      sql<
        number | null
      >`(select s.expected_days from crm.stages s where s.tenant_id = deal.tenant_id and s.id = deal.stage_id)`.as(
        'expected_days',
      ),
      sql<
        string | null
      >`(select o.name from crm.organizations o where o.tenant_id = deal.tenant_id and o.id = deal.organization_id)`.as(
        'organization_name',
      ),
      sql<
        string | null
      >`(select m.name from core.memberships m where m.tenant_id = deal.tenant_id and m.user_id = deal.owner_id)`.as(
        'owner_name',
      ),
    ]);
}

export async function listDeals(ctx: ActorContext, input: DealList): Promise<Page<Deal>> {
  return listDealPage(ctx, { list: 'deals.list' }, input);
}

/** `list` names the list that its cursors belong to; its `count`, where it is known. */
export async function listDealPage(
  ctx: ActorContext,
  { list, count }: { list: string; count?: number | undefined },
  input: DealList & Picked,
): Promise<Page<Deal>> {
  return listPage<DealRow, Deal>(ctx, {
    list,
    ...(await listedDeals(ctx, input)),
    ...(count === undefined ? {} : { count }),
    select: withNames,
    sorts: SORTS,
    defaultSort: '-createdAt',
    id: 'deal.id',
    input,
    toItem: (row) => toDeal(ctx, row),
  });
}

/** Archived ones too: they can be looked at and restored. */
export function findDeal(ctx: ActorContext, id: string): Promise<DealRow | undefined> {
  return withNames(dealRows(ctx)).where('deal.id', '=', id).executeTakeFirst();
}

/** In the order of the ids; those that are not visible are left out. */
export async function readDeals(ctx: ActorContext, ids: readonly string[]): Promise<Deal[]> {
  if (ids.length === 0) return [];
  const rows = await withNames(dealRows(ctx)).where('deal.id', 'in', ids).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [toDeal(ctx, row)] : [];
  });
}

export async function requireDeal(ctx: ActorContext, id: string): Promise<DealRow> {
  return (await findDeal(ctx, id)) ?? missDeal(ctx, id);
}

export async function missDeal(ctx: ActorContext, id: string): Promise<never> {
  await noteMiss(ctx, 'deal', id);
  throw new AppError('not_found');
}

/** External ids that exist already, for imports: external id → deal id. */
export async function findDealIds(ctx: ActorContext, externalIds: string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ external_id: string; id: string }>`
    select d.external_id, d.id from crm.deals d
     where d.tenant_id = ${ctx.actor.tenantId} and d.external_id = any (${externalIds}::text[]) and d.deleted_at is null`.execute(
    ctx.db,
  );
  return new Map(rows.map((row) => [row.external_id, row.id]));
}

export function toDeal(ctx: ActorContext, row: DealRow): Deal {
  const money = (minor: Minor): string | null => (minor === null ? null : fromMinor(minor, row.currency));
  return {
    ...recordOf(row),
    name: row.name,
    amount: money(row.amount_minor),
    currency: row.currency,
    amountSource: row.amount_source as 'manual' | 'items',
    weightedAmount:
      row.amount_minor === null
        ? null
        : fromMinor(weightedMinor(BigInt(row.amount_minor), row.probability), row.currency),
    pipelineId: row.pipeline_id,
    stageId: row.stage_id,
    stageName: row.closed_stage_name ?? row.stage_name,
    status: row.status as DealStatus,
    probability: row.probability,
    ...datesOf(row),
    closedStageName: row.closed_stage_name,
    closedProbability: row.closed_probability,
    lostReason: row.lost_reason,
    notes: row.notes,
    organizationId: row.organization_id,
    organizationName: row.organization_name,
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    nextStep: row.next_step,
    isRotting: isRotting(
      { status: row.status, stageEnteredAt: row.stage_entered_at, expectedDays: row.expected_days },
      ctx.clock(),
    ),
    escalatedBy: row.escalated_by,
    net: money(row.net_minor),
    discount: money(row.discount_minor),
    tax: money(row.tax_minor),
    gross: money(row.gross_minor),
    cost: money(row.cost_minor),
    margin: money(row.margin_minor),
    customFields: row.custom_fields as Record<string, unknown>,
    externalId: row.external_id,
    abilities: dealAbilities(ctx.actor, row),
  };
}

function datesOf(row: DealRow) {
  const instant = (value: Date | null): string | null => value?.toISOString() ?? null;
  return {
    closeDate: row.close_date,
    openedOn: row.opened_on,
    closedAt: instant(row.closed_at),
    nextStepOn: row.next_step_on,
    stageEnteredAt: row.stage_entered_at.toISOString(),
    escalatedAt: instant(row.escalated_at),
    deletedAt: instant(row.deleted_at),
  };
}
