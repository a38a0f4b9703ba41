import { type ActorContext, noteMiss } from '@aura/api';
import { sql } from '@aura/db';
import { endMemberSessions } from '@aura/identity';
import { AppError } from '@aura/kernel';
import { findMember, type MemberRow, memberOf, reportsTo } from './member.queries.ts';
import type { MemberOutput, MemberUpdateInput } from './member.schema.ts';

export async function getMember(ctx: ActorContext, userId: string): Promise<MemberOutput> {
  return memberOf(ctx, (await findMember(ctx, userId)) ?? (await missing(ctx, userId)));
}

async function missing(ctx: ActorContext, userId: string): Promise<never> {
  await noteMiss(ctx, 'member', userId);
  throw new AppError('not_found');
}

/** F4.2. Throws version_conflict, invalid on `managerId`, or conflict `last_admin`, which the database decides. */
export async function updateMember(
  ctx: ActorContext,
  { id, expectedVersion, managerId, ...input }: MemberUpdateInput,
): Promise<MemberOutput> {
  const before = (await findMember(ctx, id)) ?? (await missing(ctx, id));
  if (managerId) await requireManager(ctx, id, managerId);
  const changes = { ...input, ...(managerId === undefined ? {} : { manager_id: managerId }) };
  if (Object.keys(changes).length === 0) return memberOf(ctx, before);
  const after = await ctx.db
    .updateTable('core.memberships')
    .set(changes)
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('user_id', '=', id)
    .$if(expectedVersion !== undefined, (query) => query.where('version', '=', Number(expectedVersion)))
    // An admin who demotes themselves could not read the row afterwards.
    .returningAll()
    .executeTakeFirst();
  if (!after) throw new AppError('version_conflict', { current: await getMember(ctx, id) });
  await ctx.emit({ type: 'member.updated', entity: 'member', entityId: id, data: { fields: Object.keys(changes) } });
  if (before.role !== after.role) {
    await ctx.emit({
      type: 'member.role_changed',
      entity: 'member',
      entityId: id,
      data: { from: before.role, to: after.role },
    });
  }
  return memberOf(ctx, after);
}

async function requireManager(ctx: ActorContext, userId: string, managerId: string): Promise<void> {
  const manager = managerId === userId ? undefined : await findMember(ctx, managerId);
  if (manager?.status !== 'active')
    throw new AppError('invalid', {
      reason: 'unknown_reference',
      field: 'managerId',
      detail: 'Choose an active colleague as the manager',
    });
  if (await reportsTo(ctx, managerId, userId)) {
    throw new AppError('invalid', {
      reason: 'manager_cycle',
      field: 'managerId',
      detail: `${manager.name} already reports to this person`,
    });
  }
}

export type Deactivation = { id: string; reassignTo?: string | undefined };

/**
 * F3.4, F3.5: the member cannot enter from the moment this commits; data and history stay. With `reassignTo` every
 * module hands the open records over in the same transaction. Throws conflict for a state or the last admin.
 */
export async function deactivateMember(
  ctx: ActorContext,
  { id, reassignTo }: Deactivation,
): Promise<MemberOutput & { reassigned: number }> {
  const before = (await findMember(ctx, id)) ?? (await missing(ctx, id));
  if (id === ctx.actor.userId)
    throw new AppError('forbidden', {
      reason: 'own_account',
      detail: 'You cannot deactivate yourself. Another admin can.',
    });
  if (before.status === 'deactivated')
    throw new AppError('conflict', { reason: 'already_deactivated', detail: `${before.name} is deactivated already.` });
  const reassigned = reassignTo ? await reassignRecords(ctx, id, reassignTo) : 0;
  const after = await setStatus(ctx, id, 'deactivated');
  await ctx.emit({
    type: 'member.deactivated',
    entity: 'member',
    entityId: id,
    data: { reassignTo: reassignTo ?? null, reassigned },
  });
  ctx.afterCommit(() => endMemberSessions(ctx.platform.identity, { userId: id, tenantId: ctx.actor.tenantId }));
  return { ...memberOf(ctx, after), reassigned };
}

async function reassignRecords(ctx: ActorContext, fromUserId: string, toUserId: string): Promise<number> {
  const heir = toUserId === fromUserId ? undefined : await findMember(ctx, toUserId);
  if (heir?.status !== 'active')
    throw new AppError('invalid', {
      reason: 'unknown_reference',
      field: 'reassignTo',
      detail: 'Choose an active colleague to take over',
    });
  let count = 0;
  for (const reassign of ctx.platform.reassignHooks ?? []) count += await reassign(ctx, { fromUserId, toUserId });
  return count;
}

/** Lets a deactivated member enter again, by a new sign-in: no earlier session or key comes back to life. */
export async function reactivateMember(ctx: ActorContext, userId: string): Promise<MemberOutput> {
  const before = (await findMember(ctx, userId)) ?? (await missing(ctx, userId));
  if (before.status !== 'deactivated')
    throw new AppError('conflict', { reason: 'not_deactivated', detail: `${before.name} is not deactivated.` });
  await endMemberSessions(ctx.platform.identity, { userId, tenantId: ctx.actor.tenantId });
  const after = await setStatus(ctx, userId, 'active');
  await ctx.emit({ type: 'member.reactivated', entity: 'member', entityId: userId });
  return memberOf(ctx, after);
}

function setStatus({ db, actor }: ActorContext, userId: string, status: 'active' | 'deactivated'): Promise<MemberRow> {
  return db
    .updateTable('core.memberships')
    .set({ status, deactivated_at: status === 'deactivated' ? sql<Date>`now()` : null })
    .where('tenant_id', '=', actor.tenantId)
    .where('user_id', '=', userId)
    .returningAll()
    .executeTakeFirstOrThrow();
}
