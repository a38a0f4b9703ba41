import { type ActorContext, ownerRefusal } from '@aura/api';
import { type CustomValues, validateCustomFields } from '@aura/custom-fields';
import type { Database, Updateable } from '@aura/db';
import { AppError, changesBetween, definedOf, fromMinor } from '@aura/kernel';
import { requireLiveOrganization } from '@aura/organizations';
import type { Stage } from '@aura/pipelines';
import { canAssignDeal, canUpdateDeal } from './deal.permissions.ts';
import type { DealRow } from './deal.queries.ts';
import type { DealDetail, DealStageMove, DealUpdate } from './deal.schema.ts';
import { closingEvent, type DealStatus } from './deal.ts';
import { amountColumn } from './deal-columns.ts';
import { detailOf, getDeal } from './deal-detail.queries.ts';
import { lockLive } from './deal-lock.queries.ts';
import { answerEscalations } from './deal-escalation.service.ts';
import {
  type DealPerson,
  givenPeople,
  replaceCollaborators,
  replaceContacts,
  requireNaming,
} from './deal-people.service.ts';
import { closeDateFor, requireFittingClosing, requireOpenGate, requireStage } from './deal-stage.ts';

type Change = DealUpdate & { reason?: string | null | undefined; people?: DealPerson[] | undefined };

/** Only what is given changes; null clears. Throws version_conflict with the deal as it is, 422 when a stage asks for more. */
export async function updateDeal(ctx: ActorContext, given: Change): Promise<DealDetail> {
  const row = await lockLive(ctx, given);
  const stage = await stageAfter(ctx, row, given);
  const input = withLostReason(withPeople(given), stage);
  await requireAllowed(ctx, row, { input, stage });
  const before = await detailOf(ctx, row);
  const customFields = await validateCustomFields(ctx, 'deal', {
    given: input.customFields,
    current: before.customFields as CustomValues,
  });
  if (stage) requireOpenGate(stage, { ...before, ...definedOf(input), customFields });

  const hasNewPeople = await replacePeople(ctx, input);
  const columns = { ...columnsOf(row, input), ...(stage ? stageColumns(ctx, row, { input, stage }) : {}) };
  if (input.customFields) Object.assign(columns, { custom_fields: JSON.stringify(customFields) });
  const fields = changesBetween(before, { ...definedOf(fieldsOf(row, input)), customFields });
  if (Object.keys(fields).length === 0 && !hasNewPeople && !stage) return before;
  // People alone move the version too: the deal as it is shown has changed.
  await writeDeal(ctx, row.id, { name: row.name, ...columns });
  if (fields['ownerId']) await answerEscalations(ctx, [row], { by: 'owner' });
  const after = await getDeal(ctx, row.id);
  const people = changesBetween({ contacts: partsOf(before) }, { contacts: partsOf(after) });
  await announce(ctx, { row, before, after, fields: { ...fields, ...people }, reason: input.reason ?? null });
  return after;
}

/** F8.8, F13.3: through the stage's gate, with `fields` filling what it asks for. */
export function moveDealToStage(ctx: ActorContext, { fields, reason, ...move }: DealStageMove): Promise<DealDetail> {
  return updateDeal(ctx, { ...fields, ...move, reason });
}

type Plan = { input: Change; stage: Stage | null };

async function requireAllowed(ctx: ActorContext, row: DealRow, { input, stage }: Plan): Promise<void> {
  if (!canUpdateDeal(ctx.actor, row)) throw new AppError('forbidden');
  if (input.ownerId && input.ownerId !== row.owner_id && !canAssignDeal(ctx.actor)) throw ownerRefusal();
  if (input.collaboratorIds) requireNaming(ctx, row);
  if (row.amount_source === 'items') requireItemsAmount(row, input);
  requireFittingClosing(stage ?? { kind: row.status as DealStatus, probability: row.probability }, input);
  if (input.organizationId && input.organizationId !== row.organization_id)
    await requireLiveOrganization(ctx, { id: input.organizationId, field: 'organizationId' });
}

// F14.9: a deal with line items takes its amount from them.
function requireItemsAmount(row: DealRow, input: Change): void {
  if (input.amount !== undefined) {
    throw new AppError('invalid', {
      reason: 'amount_from_items',
      field: 'amount',
      detail: 'The amount is the sum of the line items',
    });
  }
  if (input.currency && input.currency !== row.currency) {
    throw new AppError('invalid', {
      reason: 'amount_from_items',
      field: 'currency',
      detail: 'Remove the line items before you change the currency',
    });
  }
}

/** The stage that the deal moves to; null when it stays. */
async function stageAfter(ctx: ActorContext, row: DealRow, { stageId, pipelineId }: Change): Promise<Stage | null> {
  if (!stageId && pipelineId && pipelineId !== row.pipeline_id) {
    throw new AppError('invalid', {
      reason: 'required',
      field: 'stageId',
      detail: 'Choose a stage of the other pipeline',
    });
  }
  return !stageId || stageId === row.stage_id ? null : requireStage(ctx, stageId, pipelineId);
}

// Whoever says why a deal moves to a lost stage has given its lost reason.
function withLostReason(input: Change, stage: Stage | null): Change {
  const isTold = stage?.kind === 'lost' && input.reason && input.lostReason === undefined;
  return isTold ? { ...input, lostReason: input.reason } : input;
}

// A gate asks for contacts, whichever way they are given.
function withPeople({ contacts, ...given }: Change): Change {
  const people = givenPeople({ contacts, contactIds: given.contactIds });
  return people ? { ...given, people, contactIds: people.map(({ id }) => id) } : given;
}

/** "Jo Lee (Champion)": how the history names the customer's people. */
function partsOf({ contacts }: DealDetail): string[] {
  return contacts.map(({ name, role }) => (role ? `${name} (${role})` : name));
}

async function replacePeople(ctx: ActorContext, { id, people, collaboratorIds }: Change): Promise<boolean> {
  const contacts = people ? await replaceContacts(ctx, id, people) : false;
  const collaborators = collaboratorIds ? await replaceCollaborators(ctx, id, collaboratorIds) : false;
  return contacts || collaborators;
}

type Columns = Updateable<Database['crm.deals']>;

function columnsOf(row: DealRow, input: Change): Columns {
  const currency = input.currency ?? row.currency;
  // A new currency keeps the amount as a person reads it.
  const amount = input.amount === undefined && currency !== row.currency ? readableAmount(row) : input.amount;
  return definedOf({
    name: input.name,
    amount_minor: amount === undefined ? undefined : amountColumn(amount, currency),
    currency: input.currency,
    probability: input.probability,
    close_date: input.closeDate,
    lost_reason: input.lostReason,
    notes: input.notes,
    organization_id: input.organizationId,
    owner_id: input.ownerId === row.owner_id ? undefined : input.ownerId,
    next_step: input.nextStep,
    next_step_on: input.nextStepOn,
    external_id: input.externalId,
  });
}

function readableAmount(row: DealRow): string | undefined {
  return row.amount_minor === null ? undefined : fromMinor(row.amount_minor, row.currency);
}

// The trigger crm.keep_deal_stage() derives status, probability and closing facts.
function stageColumns(ctx: ActorContext, row: DealRow, { input, stage }: { input: Change; stage: Stage }): Columns {
  const isClosing = row.status === 'open' && stage.kind !== 'open';
  return definedOf({
    stage_id: stage.id,
    stage_reason: input.reason ?? null,
    close_date: isClosing ? closeDateFor(ctx, stage, input.closeDate) : undefined,
  });
}

async function writeDeal(ctx: ActorContext, id: string, columns: Columns): Promise<void> {
  await ctx.db
    .updateTable('crm.deals')
    .set(columns)
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('id', '=', id)
    .execute();
}

type Told = {
  row: DealRow;
  before: DealDetail;
  after: DealDetail;
  fields: ReturnType<typeof changesBetween>;
  reason: string | null;
};

async function announce(ctx: ActorContext, { row, before, after, fields, reason }: Told): Promise<void> {
  const tell = (type: string, data: Record<string, unknown>): Promise<void> =>
    ctx.emit({ type, entity: 'deal', entityId: row.id, data });
  const { amount, currency, ownerId, ...others } = fields;
  if (before.stageId !== after.stageId) {
    const stages = {
      fromStageId: before.stageId,
      fromStageName: before.stageName,
      toStageId: after.stageId,
      toStageName: after.stageName,
    };
    await tell('deal.stage_changed', {
      ...stages,
      fromProbability: before.probability,
      toProbability: after.probability,
      reason,
    });
    const closing = closingEvent(before.status, after.status);
    if (closing)
      await tell(closing, { reason: after.lostReason ?? reason, amount: after.amount, currency: after.currency });
  }
  if (amount || currency) {
    await tell('deal.amount_changed', {
      from: before.amount,
      to: after.amount,
      fromCurrency: before.currency,
      toCurrency: after.currency,
    });
  }
  if (ownerId) await tell('deal.owner_changed', { from: before.ownerId, to: after.ownerId });
  if (Object.keys(others).length > 0) await tell('deal.updated', { changes: others });
}

/** What a person may change field by field, as the deal shows it; a move is told by its own event. */
function fieldsOf(
  row: DealRow,
  { id: _id, expectedVersion: _version, reason: _reason, stageId: _stage, pipelineId: _pipeline, ...given }: Change,
) {
  // Who is on the deal is told by name.
  const { people: _people, contacts: _contacts, contactIds: _contactIds, ...fields } = given;
  const currency = fields.currency ?? row.currency;
  const minor = amountColumn(fields.amount, currency);
  // '1200.5' and '1200.50' are the same amount.
  return { ...fields, amount: minor === null ? fields.amount : fromMinor(minor, currency) };
}
