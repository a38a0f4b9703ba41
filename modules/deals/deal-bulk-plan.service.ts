import { type ActorContext, ownerRefusal, permissionRefusal } from '@aura/api';
import {
  answeredColumns,
  type BulkEditor,
  type BulkPlan,
  type BulkRow,
  type Patch,
  patchOf,
  planRows,
  requireFitting,
} from '@aura/bulk';
import { type CustomValues, validateCustomFields } from '@aura/custom-fields';
import { can, definedOf, fromMinor } from '@aura/kernel';
import { requireLiveOrganization } from '@aura/organizations';
import type { Stage } from '@aura/pipelines';
import type { DealBulkChanges, DealGateFields } from './deal.bulk-schema.ts';
import { canAssignDeal } from './deal.permissions.ts';
import type { DealRow } from './deal.queries.ts';
import { type DealStatus, type GateValues, missingFields } from './deal.ts';
import { type Columns, columnsOf, type DealChange, requireItemsAmount, stageColumns } from './deal-columns.ts';
import { countParts, type DealParts } from './deal-parts.queries.ts';
import { requireFittingClosing, requireOpenGate, requireStage, withLostReason } from './deal-stage.ts';

type Editor = Pick<BulkEditor, 'requirePatch'>;

/** The plan of a bulk change of deals. Throws 422 for a stage, an owner, an organization or values that cannot be. */
export async function planDeals(ctx: ActorContext, editor: Editor, changes: DealBulkChanges): Promise<BulkPlan> {
  if (changes.ownerId && !canAssignDeal(ctx.actor)) throw ownerRefusal();
  if (changes.archived !== undefined && !can(ctx.actor, 'deal:archive')) throw permissionRefusal('deal:archive');
  const target = changes.stageId ? await requireStage(ctx, changes.stageId) : null;
  await requireFitting(ctx, 'deal', changes);
  await requireGateFields(ctx, changes);
  return async (rows) => {
    const parts = target
      ? await countParts(
          ctx,
          target,
          rows.map(({ id }) => id),
        )
      : null;
    const plan = planRows(ctx, editor, (row) => dealPatch(ctx, row, { changes, target, parts }));
    return plan(rows);
  };
}

/** The links and custom values of all that is given, each once. */
async function requireGateFields(ctx: ActorContext, changes: DealBulkChanges): Promise<void> {
  const given = [...(changes.fields ? [changes.fields] : []), ...Object.values(changes.each ?? {})];
  const organizations = new Set([changes, ...given].flatMap(({ organizationId }) => organizationId ?? []));
  for (const id of organizations) await requireLiveOrganization(ctx, { id, field: 'organizationId' });
  for (const { customFields } of given)
    if (customFields) await validateCustomFields(ctx, 'deal', { given: customFields, current: {} });
}

type Work = { changes: DealBulkChanges; target: Stage | null; parts: ReadonlyMap<string, DealParts> | null };

async function dealPatch(ctx: ActorContext, given: BulkRow, { changes, target, parts }: Work): Promise<Patch> {
  const row = given as unknown as DealRow;
  const { archived, fields, each, stageId: _stage, ...plain } = changes;
  if (archived !== undefined) return patchOf(ctx, given, { entity: 'deal', columns: {}, archived });
  const stage = target && target.id !== row.stage_id ? target : null;
  const now = valuesOf(row, parts?.get(row.id));
  const own = withLostReason({ ...plain, ...each?.[row.id] }, stage);
  const input: DealChange = stage ? withFilled(own, { stage, fields, now }) : own;
  requireItemsAmount(row, input);
  requireFittingClosing(stage ?? { kind: row.status as DealStatus, probability: row.probability }, input);
  const columns = {
    ...columnsOf(row, input),
    ...answeredColumns(given, input.ownerId),
    ...(stage ? movedColumns(ctx, row, { input, stage, now }) : {}),
  };
  return patchOf(ctx, given, { entity: 'deal', columns, customFields: input.customFields });
}

type Move = { input: DealChange; stage: Stage; now: GateValues };

function movedColumns(ctx: ActorContext, row: DealRow, { input, stage, now }: Move): Columns {
  const customFields = { ...now.customFields, ...input.customFields };
  requireOpenGate(stage, { ...now, ...definedOf(input), customFields });
  return stageColumns(ctx, row, { input, stage });
}

type Filling = { stage: Stage; fields: DealGateFields | undefined; now: GateValues };

/** What the stage asks for and the deal would not have, from what is given for all. */
function withFilled(input: DealChange, { stage, fields, now }: Filling): DealChange {
  if (!fields) return input;
  const custom = { ...now.customFields, ...input.customFields };
  const missing = missingFields(stage.requiredFields, { ...now, ...definedOf(input), customFields: custom });
  const filled: Record<string, unknown> = { ...input };
  const added: CustomValues = { ...input.customFields };
  for (const { path } of missing) {
    const key = path.startsWith('customFields.') ? path.slice('customFields.'.length) : null;
    if (key === null) filled[path] = fields[path as keyof DealGateFields];
    else if (fields.customFields && key in fields.customFields) added[key] = fields.customFields[key];
  }
  return { ...(definedOf(filled) as DealChange), ...(Object.keys(added).length > 0 ? { customFields: added } : {}) };
}

/** The deal as a stage's gate looks at it. */
function valuesOf(row: DealRow, parts: DealParts | undefined): GateValues {
  return {
    amount: row.amount_minor === null ? null : fromMinor(row.amount_minor, row.currency),
    closeDate: row.close_date,
    organizationId: row.organization_id,
    notes: row.notes,
    nextStep: row.next_step,
    nextStepOn: row.next_step_on,
    lostReason: row.lost_reason,
    customFields: row.custom_fields as CustomValues,
    contactIds: parts?.contacts ? ['some'] : [],
    items: parts?.items ? ['some'] : [],
  };
}
