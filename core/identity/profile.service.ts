import { type ActorContext, recordAudit } from '@aura/api';
import { sql } from '@aura/db';
import { AppError, type Role } from '@aura/kernel';
import { reserveAttempt } from './attempt-limit.ts';
import { mailEmailVerification } from './email-verification.service.ts';
import type { MeOutput, MeUpdateInput } from './me.schema.ts';
import { workspaceOrigin } from './origin.ts';
import { endOtherSessions } from './own-sessions.service.ts';
import { requirePassword, setPassword } from './password-reset.service.ts';
import { findUser, hasPassword } from './user.service.ts';

/** The caller: profile, role, permissions (an API key's are narrowed) and workspace. */
export async function getMe(ctx: ActorContext): Promise<MeOutput> {
  const { actor, platform } = ctx;
  const [member, tenant, user] = await Promise.all([
    ctx.db
      .selectFrom('core.memberships')
      .selectAll()
      .where('tenant_id', '=', actor.tenantId)
      .where('user_id', '=', actor.userId)
      .executeTakeFirstOrThrow(),
    ctx.db.selectFrom('core.tenants').selectAll().where('id', '=', actor.tenantId).executeTakeFirstOrThrow(),
    platform.identity
      .selectFrom('identity.users')
      .select('email_verified_at')
      .where('id', '=', actor.userId)
      .executeTakeFirst(),
  ]);
  return {
    userId: member.user_id,
    name: member.name,
    email: member.email,
    emailVerified: Boolean(user?.email_verified_at),
    role: member.role as Role,
    title: member.title,
    department: member.department,
    avatarUrl: member.avatar_url,
    managerId: member.manager_id,
    preferences: member.preferences as Record<string, unknown>,
    permissions: [...actor.permissions].sort(),
    sessionId: actor.sessionId,
    tenant: {
      id: tenant.id,
      slug: tenant.slug,
      name: tenant.name,
      currency: tenant.currency,
      timezone: tenant.timezone,
      locale: tenant.locale,
      logoUrl: tenant.logo_url,
    },
    version: member.version,
  };
}

export async function updateMe(ctx: ActorContext, { preferences, ...profile }: MeUpdateInput): Promise<MeOutput> {
  const changes = {
    ...profile,
    ...(preferences
      ? { preferences: sql<string>`jsonb_strip_nulls(preferences || ${JSON.stringify(preferences)}::jsonb)` }
      : {}),
  };
  if (Object.keys(changes).length > 0) {
    await ctx.db
      .updateTable('core.memberships')
      .set(changes)
      .where('tenant_id', '=', ctx.actor.tenantId)
      .where('user_id', '=', ctx.actor.userId)
      .execute();
  }
  return getMe(ctx);
}

/** Sets a new password with the old one, and ends the person's other sessions. Throws invalid on either field. */
export async function changePassword(
  ctx: ActorContext,
  input: { currentPassword: string; password: string },
): Promise<void> {
  const { actor, platform } = ctx;
  requirePassword(input.password, actor);
  const user = await findUser(platform.identity, actor.email);
  const attempt = await reserveAttempt(ctx, actor.email);
  if (user?.id !== actor.userId || !(await hasPassword(user, input.currentPassword))) {
    throw new AppError('invalid', {
      reason: 'wrong_password',
      field: 'currentPassword',
      detail: 'This is not your password',
    });
  }
  await attempt.succeed();
  await setPassword(platform.identity, { userId: actor.userId, password: input.password });
  await endOtherSessions(ctx);
  await recordAudit(ctx, { action: 'password.changed', entity: 'member', entityId: actor.userId });
}

export async function mailOwnVerification(ctx: ActorContext): Promise<void> {
  const { actor, tenant } = ctx;
  await mailEmailVerification(ctx, { userId: actor.userId, email: actor.email, tenant });
}

export type OwnWorkspace = { slug: string; name: string; origin: string; isCurrent: boolean };

/** The workspaces in use that the person is an active member of. */
export async function listOwnWorkspaces({ platform, actor }: ActorContext): Promise<OwnWorkspace[]> {
  const rows = await platform.identity
    .selectFrom('core.memberships as m')
    .innerJoin('core.tenants as t', 't.id', 'm.tenant_id')
    .select(['t.id', 't.slug', 't.name'])
    .where('m.user_id', '=', actor.userId)
    .where('m.status', '=', 'active')
    .where('t.status', '=', 'active')
    .orderBy('t.name')
    .execute();
  return rows.map(({ id, slug, name }) => ({
    slug,
    name,
    origin: workspaceOrigin(platform, slug),
    isCurrent: id === actor.tenantId,
  }));
}
