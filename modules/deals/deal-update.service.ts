import { type ActorContext, ownerRefusal } from '@aura/api';
import { answerEscalations } from '@aura/contacts';
import { type CustomValues, validateCustomFields } from '@aura/custom-fields';
import { AppError, changesBetween, definedOf, fromMinor } from '@aura/kernel';
import { requireLiveOrganization } from '@aura/organizations';
import type { Stage } from '@aura/pipelines';
import { canAssignDeal, canUpdateDeal } from './deal.permissions.ts';
import type { DealRow } from './deal.queries.ts';
import type { DealDetail, DealStageMove, DealUpdate } from './deal.schema.ts';
import type { DealStatus } from './deal.ts';
import { amountColumn, type Columns, columnsOf, requireItemsAmount, stageColumns } from './deal-columns.ts';
import { detailOf, getDeal } from './deal-detail.queries.ts';
import { dealEvents } from './deal-events.ts';
import { lockLive } from './deal-lock.queries.ts';
import {
  type DealPerson,
  givenPeople,
  replaceCollaborators,
  replaceContacts,
  requireNaming,
} from './deal-people.service.ts';
import { requireFittingClosing, requireOpenGate, requireStage, withLostReason } from './deal-stage.ts';

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
  if (fields['ownerId']) await answerEscalations(ctx, 'deal', { rows: [row], by: 'owner' });
  const after = await getDeal(ctx, row.id);
  const people = changesBetween({ contacts: partsOf(before) }, { contacts: partsOf(after) });
  const told = { before, after, fields: { ...fields, ...people }, reason: input.reason ?? null };
  for (const event of dealEvents(told)) await ctx.emit(event);
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
  requireItemsAmount(row, input);
  requireFittingClosing(stage ?? { kind: row.status as DealStatus, probability: row.probability }, input);
  if (input.organizationId && input.organizationId !== row.organization_id)
    await requireLiveOrganization(ctx, { id: input.organizationId, field: 'organizationId' });
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

async function writeDeal(ctx: ActorContext, id: string, columns: Columns): Promise<void> {
  await ctx.db
    .updateTable('crm.deals')
    .set(columns)
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('id', '=', id)
    .execute();
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
