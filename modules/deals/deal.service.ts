import { type ActorContext, ownerRefusal } from '@aura/api';
import { validateCustomFields } from '@aura/custom-fields';
import { AppError } from '@aura/kernel';
import { requireLiveOrganization } from '@aura/organizations';
import { findFirstStage, type Stage } from '@aura/pipelines';
import { canArchiveDeal, canAssignDeal } from './deal.permissions.ts';
import type { DealCreate, DealDetail } from './deal.schema.ts';
import { closingEvent, todayIn } from './deal.ts';
import { amountColumn } from './deal-columns.ts';
import { getDeal } from './deal-detail.queries.ts';
import { lockDeal, lockVersion, type Versioned } from './deal-lock.queries.ts';
import { givenPeople, replaceCollaborators, replaceContacts } from './deal-people.service.ts';
import { closeDateFor, requireFittingClosing, requireOpenGate, requireStage } from './deal-stage.ts';

type NewDeal = DealCreate & { importId?: string };

export async function createDeal(ctx: ActorContext, input: NewDeal): Promise<DealDetail> {
  const ownerId = input.ownerId ?? ctx.actor.userId;
  if (ownerId !== ctx.actor.userId && !canAssignDeal(ctx.actor)) throw ownerRefusal();
  const stage = await stageForNewDeal(ctx, input);
  requireFittingClosing(stage, input);
  const people = givenPeople(input);
  requireOpenGate(stage, { ...input, contactIds: people?.map((person) => person.id) });
  if (input.organizationId) await requireLiveOrganization(ctx, { id: input.organizationId, field: 'organizationId' });
  const id = await insertDeal(ctx, { ...input, ownerId }, stage);
  if (people) await replaceContacts(ctx, id, people);
  if (input.collaboratorIds) await replaceCollaborators(ctx, id, input.collaboratorIds);
  const data = { name: input.name, stageName: stage.name };
  await ctx.emit({ type: 'deal.created', entity: 'deal', entityId: id, data });
  const closing = closingEvent('open', stage.kind);
  if (closing)
    await ctx.emit({ type: closing, entity: 'deal', entityId: id, data: { reason: input.lostReason ?? null } });
  return getDeal(ctx, id);
}

async function insertDeal(ctx: ActorContext, input: NewDeal & { ownerId: string }, stage: Stage): Promise<string> {
  const currency = input.currency ?? ctx.tenant.currency;
  const customFields = await validateCustomFields(ctx, 'deal', { given: input.customFields });
  const { id } = await ctx.db
    .insertInto('crm.deals')
    .values({
      name: input.name,
      amount_minor: amountColumn(input.amount, currency),
      currency,
      pipeline_id: stage.pipelineId,
      stage_id: stage.id,
      probability: input.probability ?? stage.probability,
      close_date: closeDateFor(ctx, stage, input.closeDate),
      lost_reason: input.lostReason,
      notes: input.notes,
      organization_id: input.organizationId,
      owner_id: input.ownerId,
      next_step: input.nextStep,
      next_step_on: input.nextStepOn,
      opened_on: todayIn(ctx.tenant.timezone, ctx.clock()),
      custom_fields: JSON.stringify(customFields),
      external_id: input.externalId,
      import_id: input.importId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function archiveDeal(ctx: ActorContext, input: Versioned): Promise<void> {
  const row = await lockVersion(ctx, input);
  if (row.deleted_at) throw new AppError('not_found');
  if (!canArchiveDeal(ctx.actor, row)) throw archiveRefusal();
  await setDeletedAt(ctx, row.id, ctx.clock());
  await ctx.emit({ type: 'deal.archived', entity: 'deal', entityId: row.id });
}

/** Restoring what is not archived changes nothing. */
export async function restoreDeal(ctx: ActorContext, id: string): Promise<DealDetail> {
  const row = await lockDeal(ctx, id);
  if (row.deleted_at) {
    if (!canArchiveDeal(ctx.actor, row)) throw archiveRefusal();
    await setDeletedAt(ctx, id, null);
    await ctx.emit({ type: 'deal.restored', entity: 'deal', entityId: id });
  }
  return getDeal(ctx, id);
}

async function setDeletedAt(ctx: ActorContext, id: string, deletedAt: Date | null): Promise<void> {
  await ctx.db
    .updateTable('crm.deals')
    .set({ deleted_at: deletedAt })
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('id', '=', id)
    .execute();
}

async function stageForNewDeal(ctx: ActorContext, { stageId, pipelineId }: DealCreate): Promise<Stage> {
  if (stageId) return requireStage(ctx, stageId, pipelineId);
  const stage = await findFirstStage(ctx, pipelineId);
  if (stage) return stage;
  const field = pipelineId ? 'pipelineId' : 'stageId';
  throw new AppError('invalid', {
    reason: 'unknown_reference',
    field,
    detail: 'There is no such pipeline with an open stage',
  });
}

export function archiveRefusal(): AppError {
  return new AppError('forbidden', { detail: 'Only the owner, managers and admins archive and restore a deal.' });
}
