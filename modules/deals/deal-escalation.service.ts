import type { ActorContext } from '@aura/api';
import { answerEscalations, askManagers } from '@aura/contacts';
import { AppError } from '@aura/kernel';
import { canResolveDeal } from './deal.permissions.ts';
import type { DealDetail, DealEscalate, DealResolve } from './deal.schema.ts';
import { getDeal } from './deal-detail.queries.ts';
import { lockLive } from './deal-lock.queries.ts';

/** F9: asks the managers to look. Asking again renews the question. */
export async function escalateDeal(ctx: ActorContext, { id, reason }: DealEscalate): Promise<DealDetail> {
  await lockLive(ctx, { id });
  await askManagers(ctx, 'deal', { id, reason });
  return getDeal(ctx, id);
}

/** A manager has looked: the deal leaves the list. Throws not_escalated where nobody asks. */
export async function resolveDeal(ctx: ActorContext, { id, note }: DealResolve): Promise<DealDetail> {
  const row = await lockLive(ctx, { id });
  if (!canResolveDeal(ctx.actor))
    throw new AppError('forbidden', { detail: 'Only managers and admins resolve an escalation.' });
  if (!row.escalated_at)
    throw new AppError('conflict', { reason: 'not_escalated', detail: 'Nobody asks for help with this deal.' });
  await answerEscalations(ctx, 'deal', { rows: [row], by: 'manager', note: note ?? null });
  return getDeal(ctx, id);
}
