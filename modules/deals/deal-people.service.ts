import type { ActorContext } from '@aura/api';
import { answerEscalations } from '@aura/contacts';
import { AppError } from '@aura/kernel';
import { requireActiveMembers } from '@aura/members';
import { canNameCollaborators, canShareDeal } from './deal.permissions.ts';
import type { DealDetail } from './deal.schema.ts';
import { getDeal, listMembers } from './deal-detail.queries.ts';
import { lockLive } from './deal-lock.queries.ts';

export type DealPerson = { id: string; role?: string | null | undefined };

/** Who is on the deal: `contacts` says with which part, `contactIds` leaves the parts as they are. Throws where both are given. */
export function givenPeople(input: {
  contactIds?: string[] | undefined;
  contacts?: DealPerson[] | undefined;
}): DealPerson[] | undefined {
  if (input.contacts && input.contactIds)
    throw new AppError('invalid', { field: 'contacts', detail: 'Give either contacts or contactIds' });
  return input.contacts ?? input.contactIds?.map((id) => ({ id }));
}

/** Makes these the deal's contacts. Each must be visible to the person. Returns whether anything changed. */
export async function replaceContacts(ctx: ActorContext, dealId: string, people: DealPerson[]): Promise<boolean> {
  const contactIds = people.map(({ id }) => id);
  const links = await ctx.db
    .selectFrom('crm.deal_contacts')
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('deal_id', '=', dealId)
    .select(['contact_id', 'role'])
    .execute();
  const current = links.map((link) => link.contact_id);
  const visible = await visibleContacts(ctx, [...contactIds, ...current]);
  const added = contactIds.filter((id) => !current.includes(id));
  if (added.some((id) => !visible.has(id))) {
    throw new AppError('invalid', {
      reason: 'unknown_reference',
      field: 'contactIds',
      detail: 'One of these contacts does not exist',
    });
  }
  // A contact that this person cannot see is not theirs to take off.
  const removed = current.filter((id) => visible.has(id) && !contactIds.includes(id));
  if (removed.length > 0) {
    await ctx.db
      .deleteFrom('crm.deal_contacts')
      .where('tenant_id', '=', ctx.actor.tenantId)
      .where('deal_id', '=', dealId)
      .where('contact_id', 'in', removed)
      .execute();
  }
  if (added.length > 0) {
    await ctx.db
      .insertInto('crm.deal_contacts')
      .values(
        people
          .filter(({ id }) => added.includes(id))
          .map(({ id, role }) => ({ deal_id: dealId, contact_id: id, role })),
      )
      .execute();
  }
  const renamed = people.filter(
    ({ id, role }) => role !== undefined && links.some((link) => link.contact_id === id && link.role !== role),
  );
  for (const { id, role } of renamed) await writeRole(ctx, { dealId, id, role });
  return added.length + removed.length + renamed.length > 0;
}

async function writeRole(ctx: ActorContext, { dealId, id, role }: DealPerson & { dealId: string }): Promise<void> {
  await ctx.db
    .updateTable('crm.deal_contacts')
    .set({ role: role ?? null })
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('deal_id', '=', dealId)
    .where('contact_id', '=', id)
    .execute();
}

async function visibleContacts(ctx: ActorContext, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await ctx.db
    .selectFrom('crm.contacts')
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('id', 'in', ids)
    .where('deleted_at', 'is', null)
    .select('id')
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** Makes these the collaborators. The caller has checked who may. Returns whether anything changed. */
export async function replaceCollaborators(ctx: ActorContext, dealId: string, userIds: string[]): Promise<boolean> {
  const members = await listMembers(ctx, dealId);
  const current = members.filter((member) => member.kind === 'collaborator').map((member) => member.user_id);
  const added = userIds.filter((id) => !current.includes(id));
  const removed = current.filter((id) => !userIds.includes(id));
  await requireActiveMembers(ctx, added, 'collaboratorIds');
  if (removed.length > 0) {
    await ctx.db
      .deleteFrom('crm.deal_members')
      .where('tenant_id', '=', ctx.actor.tenantId)
      .where('deal_id', '=', dealId)
      .where('kind', '=', 'collaborator')
      .where('user_id', 'in', removed)
      .execute();
  }
  if (added.length > 0) {
    await ctx.db
      .insertInto('crm.deal_members')
      .values(added.map((id) => ({ deal_id: dealId, user_id: id, kind: 'collaborator' })))
      .execute();
  }
  return added.length + removed.length > 0;
}

export function requireNaming(ctx: ActorContext, row: { owner_id: string; deleted_at: Date | null }): void {
  if (canNameCollaborators(ctx.actor, row)) return;
  throw new AppError('forbidden', {
    field: 'collaboratorIds',
    detail: 'Only the owner, managers and admins name collaborators.',
  });
}

/** Opens a deal to one more person; an escalation is answered by it. Sharing twice changes nothing. */
export async function shareDeal(
  ctx: ActorContext,
  { id, userId }: { id: string; userId: string },
): Promise<DealDetail> {
  const row = await lockLive(ctx, { id });
  requireSharing(ctx);
  await requireActiveMembers(ctx, [userId], 'userId');
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('crm.deal_members')
    .values({ deal_id: id, user_id: userId, kind: 'shared' })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'deal_id', 'user_id', 'kind']).doNothing())
    .executeTakeFirst();
  await answerEscalations(ctx, 'deal', { rows: [row], by: 'share' });
  if (Number(numInsertedOrUpdatedRows) > 0) {
    await ctx.emit({ type: 'deal.shared', entity: 'deal', entityId: id, data: { userId } });
  }
  return getDeal(ctx, id);
}

export async function unshareDeal(ctx: ActorContext, { id, userId }: { id: string; userId: string }): Promise<void> {
  await lockLive(ctx, { id });
  requireSharing(ctx);
  const { numDeletedRows } = await ctx.db
    .deleteFrom('crm.deal_members')
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('deal_id', '=', id)
    .where('user_id', '=', userId)
    .where('kind', '=', 'shared')
    .executeTakeFirst();
  if (Number(numDeletedRows) === 0) throw new AppError('not_found');
  await ctx.emit({ type: 'deal.unshared', entity: 'deal', entityId: id, data: { userId } });
}

function requireSharing(ctx: ActorContext): void {
  if (!canShareDeal(ctx.actor)) throw new AppError('forbidden', { detail: 'Only managers and admins share a deal.' });
}
