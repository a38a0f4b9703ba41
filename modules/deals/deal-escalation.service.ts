import type { ActorContext } from '@aura/api';
import { AppError } from '@aura/kernel';
import { canResolveDeal } from './deal.permissions.ts';
import type { DealDetail, DealEscalate, DealResolve } from './deal.schema.ts';
import { getDeal } from './deal-detail.queries.ts';
import { lockLive } from './deal-lock.queries.ts';

/** F9: asks the managers to look. Asking again renews the question. */
export async function escalateDeal(ctx: ActorContext, { id, reason }: DealEscalate): Promise<DealDetail> {
  await lockLive(ctx, { id });
  await writeEscalation(ctx, [id], { escalated_at: ctx.clock(), escalated_by: ctx.actor.userId });
  await ctx.emit({ type: 'deal.escalated', entity: 'deal', entityId: id, data: { reason: reason ?? null } });
  return getDeal(ctx, id);
}

/** A manager has looked: the deal leaves the list. Throws not_escalated where nobody asks. */
export async function resolveDeal(ctx: ActorContext, { id, note }: DealResolve): Promise<DealDetail> {
  const row = await lockLive(ctx, { id });
  if (!canResolveDeal(ctx.actor))
    throw new AppError('forbidden', { detail: 'Only managers and admins resolve an escalation.' });
  if (!row.escalated_at)
    throw new AppError('conflict', { reason: 'not_escalated', detail: 'Nobody asks for help with this deal.' });
  await answerEscalations(ctx, [row], { by: 'manager', note: note ?? null });
  return getDeal(ctx, id);
}

type Asked = { id: string; escalated_at: Date | null; escalated_by: string | null };
/** What answered: a manager's word, a share, or a new owner. */
type Answer = { by: 'manager' | 'share' | 'owner'; note?: string | null };

/** Ends what is asked about these deals, which the caller holds, and tells who asked. */
export async function answerEscalations(ctx: ActorContext, rows: readonly Asked[], answer: Answer): Promise<void> {
  const asked = rows.filter((row) => row.escalated_at !== null);
  if (asked.length === 0) return;
  const ids = asked.map((row) => row.id);
  await writeEscalation(ctx, ids, { escalated_at: null, escalated_by: null });
  for (const row of asked) {
    const data = { by: answer.by, note: answer.note ?? null, escalatedBy: row.escalated_by };
    await ctx.emit({ type: 'deal.escalation_resolved', entity: 'deal', entityId: row.id, data });
  }
}

async function writeEscalation(
  ctx: ActorContext,
  ids: string[],
  columns: { escalated_at: Date | null; escalated_by: string | null },
): Promise<void> {
  await ctx.db
    .updateTable('crm.deals')
    .set(columns)
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('id', '=', (eb) => eb.fn.any(eb.val(ids)))
    .execute();
}
