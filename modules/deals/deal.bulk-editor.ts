import { type ActorContext, archivedRefusal, type DomainEvent, ownerRefusal } from '@aura/api';
import {
  answerEvents,
  archiveEvents,
  type BulkEditor,
  type BulkRecord,
  type BulkRow,
  defineBulkEditor,
  type Patch,
  type Told,
} from '@aura/bulk';
import { AppError, changesBetween, fromMinor } from '@aura/kernel';
import { type DealBulkChanges, dealBulkChanges } from './deal.bulk-schema.ts';
import { canArchiveDeal, canAssignDeal, canUpdateDeal } from './deal.permissions.ts';
import type { DealRow } from './deal.queries.ts';
import type { DealFilter } from './deal.schema.ts';
import { archiveRefusal } from './deal.service.ts';
import type { DealStatus } from './deal.ts';
import { planDeals } from './deal-bulk-plan.service.ts';
import { dealEvents, type ToldDeal } from './deal-events.ts';
import { filterDeals } from './deal-filter.queries.ts';

const fields = {
  ...{ closeDate: 'close_date', probability: 'probability', lostReason: 'lost_reason', notes: 'notes' },
  ...{ organizationId: 'organization_id', ownerId: 'owner_id', customFields: 'custom_fields' },
  ...{ nextStep: 'next_step', nextStepOn: 'next_step_on' },
} as const;

/** F8, F9.5, F16.5: many deals changed, moved, given to someone or archived by the rules of a single edit. */
export const dealEditor: BulkEditor<DealFilter> = defineBulkEditor<DealBulkChanges, DealFilter>({
  entity: 'deal',
  table: 'crm.deals',
  permission: 'deal:update',
  columns: [
    ...Object.values(fields),
    ...['amount_minor', 'currency', 'stage_id', 'stage_reason', 'escalated_at', 'escalated_by', 'deleted_at'],
  ],
  derived: [
    'pipeline_id',
    'status',
    'stage_entered_at',
    'closed_at',
    'closed_stage_name',
    'closed_probability',
    'closed_from_stage_id',
  ],
  beside: { column: 'stage_id', key: 'stays', table: 'crm.deal_stages', link: 'deal_id' },
  changes: dealBulkChanges,
  nameOf: (row) => String(row['name']),
  find: async (ctx, { filter, isDeleted, limit }) => {
    const rows = await filterDeals(ctx, { ...filter, deleted: isDeleted });
    return (await rows.select('deal.id').limit(limit).execute()).map(({ id }) => id);
  },
  prepare: (ctx, changes) => planDeals(ctx, dealEditor, changes),
  prepareUndo,
  requirePatch: requireDealPatch,
  eventsOf: dealEventsOf,
});

function requireDealPatch({ actor }: ActorContext, row: BulkRow, patch: Patch): void {
  const deal = row as unknown as DealRow;
  if ('deleted_at' in patch) {
    if (!canArchiveDeal(actor, deal)) throw archiveRefusal();
    return;
  }
  if (row.deleted_at) throw archivedRefusal('deal');
  if (!canUpdateDeal(actor, deal)) throw new AppError('forbidden');
  if ('owner_id' in patch && !canAssignDeal(actor)) throw ownerRefusal();
}

/** A deal does not go back to a stage that was retired since. */
async function prepareUndo(ctx: ActorContext): Promise<(patch: Patch) => AppError | null> {
  const retired = await ctx.db
    .selectFrom('crm.stages')
    .select(['id', 'name'])
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('retired_at', 'is not', null)
    .execute();
  const names = new Map(retired.map(({ id, name }) => [id, name]));
  return (patch) => {
    const name = names.get(String(patch['stage_id']));
    return name === undefined
      ? null
      : new AppError('conflict', { reason: 'stage_retired', detail: `${name} is retired` });
  };
}

async function dealEventsOf(ctx: ActorContext, told: readonly Told[]): Promise<DomainEvent[]> {
  const isMove = told.some(({ before, after }) => before['stage_id'] !== after['stage_id']);
  const stageNames = isMove ? await readStageNames(ctx) : new Map<string, string>();
  return told.flatMap(({ before, after, isUndo }) => {
    const hasMoved = before['stage_id'] !== after['stage_id'];
    const [was, is] = [before, after].map((record) => valuesOf(record, hasMoved));
    return [
      ...archiveEvents('deal', { before, after }),
      ...answerEvents('deal', { before, after, isUndo }),
      ...dealEvents({
        before: toldOf(before, stageNames),
        after: toldOf(after, stageNames),
        fields: changesBetween(was ?? {}, is ?? {}),
        reason: isUndo ? 'Undone' : (after['stage_reason'] as string | null),
      }),
    ];
  });
}

async function readStageNames(ctx: ActorContext): Promise<Map<string, string>> {
  const stages = await ctx.db
    .selectFrom('crm.stages')
    .select(['id', 'name'])
    .where('tenant_id', '=', ctx.actor.tenantId)
    .execute();
  return new Map(stages.map(({ id, name }) => [id, name]));
}

// A move tells the probability itself.
function valuesOf(record: BulkRecord, hasMoved: boolean): Record<string, unknown> {
  const { probability, ...others } = Object.fromEntries(
    Object.entries(fields).map(([name, column]) => [name, record[column]]),
  );
  const money = { amount: amountOf(record), currency: record['currency'] };
  return { ...others, ...money, ...(hasMoved ? {} : { probability }) };
}

function amountOf(record: BulkRecord): string | null {
  const minor = record['amount_minor'] as number | null;
  return minor === null ? null : fromMinor(minor, String(record['currency']));
}

function toldOf(record: BulkRecord, stageNames: ReadonlyMap<string, string>): ToldDeal {
  const stageId = String(record['stage_id']);
  return {
    id: record.id,
    stageId,
    stageName: (record['closed_stage_name'] as string | null) ?? stageNames.get(stageId) ?? '',
    status: record['status'] as DealStatus,
    probability: record['probability'] as number,
    amount: amountOf(record),
    currency: String(record['currency']),
    ownerId: String(record['owner_id']),
    lostReason: record['lost_reason'] as string | null,
  };
}
