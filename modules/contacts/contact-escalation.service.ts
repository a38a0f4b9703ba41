import { type ActorContext, archivedRefusal } from '@aura/api';
import { AppError } from '@aura/kernel';
import { canEscalateContact, canResolveContact } from './contact.permissions.ts';
import { getContact, lockContact } from './contact.queries.ts';
import type { Contact, ContactEscalate, ContactResolve } from './contact.schema.ts';
import { answerEscalations, askManagers } from './escalation.service.ts';

/** F9: asks the managers to look. Asking again renews the question. */
export async function escalateContact(ctx: ActorContext, { id, reason }: ContactEscalate): Promise<Contact> {
  const row = await lockContact(ctx, id);
  if (row.deleted_at) throw archivedRefusal('contact');
  if (!canEscalateContact(ctx.actor, row)) throw new AppError('forbidden');
  await askManagers(ctx, 'contact', { id, reason });
  return getContact(ctx, id);
}

/** A manager has looked: the contact leaves the list. Throws not_escalated where nobody asks. */
export async function resolveContact(ctx: ActorContext, { id, note }: ContactResolve): Promise<Contact> {
  const row = await lockContact(ctx, id);
  if (!canResolveContact(ctx.actor))
    throw new AppError('forbidden', { detail: 'Only managers and admins resolve an escalation.' });
  if (!row.escalated_at)
    throw new AppError('conflict', { reason: 'not_escalated', detail: 'Nobody asks for help with this contact.' });
  await answerEscalations(ctx, 'contact', { rows: [row], by: 'manager', note: note ?? null });
  return getContact(ctx, id);
}
