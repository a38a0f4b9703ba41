import { type ActorContext, archivedRefusal } from '@aura/api';
import { AppError } from '@aura/kernel';
import { canEscalateContact, canResolveContact } from './contact.permissions.ts';
import { getContact, lockContact } from './contact.queries.ts';
import type { Contact, ContactEscalate, ContactResolve } from './contact.schema.ts';

/** F9: asks the managers to look. Asking again renews the question. */
export async function escalateContact(ctx: ActorContext, { id, reason }: ContactEscalate): Promise<Contact> {
  const row = await lockContact(ctx, id);
  if (row.deleted_at) throw archivedRefusal('contact');
  if (!canEscalateContact(ctx.actor, row)) throw new AppError('forbidden');
  await writeEscalation(ctx, [id], { escalated_at: ctx.clock(), escalated_by: ctx.actor.userId });
  await ctx.emit({ type: 'contact.escalated', entity: 'contact', entityId: id, data: { reason: reason ?? null } });
  return getContact(ctx, id);
}

/** A manager has looked: the contact leaves the list. Throws not_escalated where nobody asks. */
export async function resolveContact(ctx: ActorContext, { id, note }: ContactResolve): Promise<Contact> {
  const row = await lockContact(ctx, id);
  if (!canResolveContact(ctx.actor))
    throw new AppError('forbidden', { detail: 'Only managers and admins resolve an escalation.' });
  if (!row.escalated_at)
    throw new AppError('conflict', { reason: 'not_escalated', detail: 'Nobody asks for help with this contact.' });
  await answerEscalations(ctx, [row], { by: 'manager', note: note ?? null });
  return getContact(ctx, id);
}

type Asked = { id: string; escalated_at: Date | null; escalated_by: string | null };
/** What answered: a manager's word, a share, or a new owner. */
type Answer = { by: 'manager' | 'share' | 'owner'; note?: string | null };

/** Ends what is asked about these contacts, which the caller holds, and tells who asked. */
export async function answerEscalations(ctx: ActorContext, rows: readonly Asked[], answer: Answer): Promise<void> {
  const asked = rows.filter((row) => row.escalated_at !== null);
  if (asked.length === 0) return;
  const ids = asked.map((row) => row.id);
  await writeEscalation(ctx, ids, { escalated_at: null, escalated_by: null });
  for (const row of asked) {
    const data = { by: answer.by, note: answer.note ?? null, escalatedBy: row.escalated_by };
    await ctx.emit({ type: 'contact.escalation_resolved', entity: 'contact', entityId: row.id, data });
  }
}

async function writeEscalation(
  ctx: ActorContext,
  ids: string[],
  columns: { escalated_at: Date | null; escalated_by: string | null },
): Promise<void> {
  await ctx.db
    .updateTable('crm.contacts')
    .set(columns)
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('id', '=', (eb) => eb.fn.any(eb.val(ids)))
    .execute();
}
