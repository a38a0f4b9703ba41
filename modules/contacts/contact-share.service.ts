import type { ActorContext } from '@aura/api';
import { AppError } from '@aura/kernel';
import { requireActiveMembers } from '@aura/members';
import { getContact, lockContact } from './contact.queries.ts';
import { answerEscalations } from './escalation.service.ts';

type Share = { id: string; userId: string };
export type SharedWith = { userId: string; name: string; createdAt: string };

/** Everyone that a contact is shared with; a rep sees only whether it is shared with them. */
export async function listContactShares(ctx: ActorContext, id: string): Promise<SharedWith[]> {
  await getContact(ctx, id);
  const rows = await ctx.db
    .selectFrom('crm.contact_shares as share')
    .innerJoin('core.memberships as person', (join) =>
      join.onRef('person.tenant_id', '=', 'share.tenant_id').onRef('person.user_id', '=', 'share.user_id'),
    )
    .where('share.tenant_id', '=', ctx.actor.tenantId)
    .where('share.contact_id', '=', id)
    .select(['share.user_id', 'person.name', 'share.created_at'])
    .orderBy('share.created_at')
    .execute();
  return rows.map((row) => ({ userId: row.user_id, name: row.name, createdAt: row.created_at.toISOString() }));
}

/** Lets another member see and edit the contact. Sharing twice is sharing once. */
export async function shareContact(ctx: ActorContext, { id, userId }: Share): Promise<SharedWith[]> {
  const row = await lockContact(ctx, id);
  await requireActiveMembers(ctx, [userId], 'userId');
  const added = await ctx.db
    .insertInto('crm.contact_shares')
    .values({ contact_id: id, user_id: userId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('user_id')
    .executeTakeFirst();
  if (added) await ctx.emit({ type: 'contact.shared', entity: 'contact', entityId: id, data: { userId } });
  await answerEscalations(ctx, 'contact', { rows: [row], by: 'share' });
  return listContactShares(ctx, id);
}

export async function unshareContact(ctx: ActorContext, { id, userId }: Share): Promise<void> {
  await getContact(ctx, id);
  const removed = await ctx.db
    .deleteFrom('crm.contact_shares')
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('contact_id', '=', id)
    .where('user_id', '=', userId)
    .returning('user_id')
    .executeTakeFirst();
  if (!removed) throw new AppError('not_found', { detail: 'The contact is not shared with this person.' });
  await ctx.emit({ type: 'contact.unshared', entity: 'contact', entityId: id, data: { userId } });
}
