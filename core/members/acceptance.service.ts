import type { RequestContext } from '@aura/api';
import type { PlainDb } from '@aura/db';
import {
  createUser,
  type Entrant,
  enterByCookie,
  enterByToken,
  findUser,
  hashSecret,
  hasPassword,
  recordEntry,
  requirePassword,
  requireWorkspace,
  reserveAttempt,
  setPassword,
  type Tokens,
} from '@aura/identity';
import { AppError, type Role } from '@aura/kernel';
import type { AcceptInput } from './acceptance.schema.ts';
import { announceMember } from './announce.service.ts';
import { invitationStatus } from './invitation.ts';
import type { InvitationStatus } from './member.schema.ts';

export type InvitationPreview = {
  status: InvitationStatus;
  email: string;
  role: Role;
  workspaceName: string;
  inviterName: string | null;
  expiresAt: string;
  hasAccount: boolean;
};

function findInvitation(identity: PlainDb, tenantId: string, token: string) {
  return identity
    .selectFrom('core.invitations')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('token_hash', '=', hashSecret(token));
}

const unknownLink = (): AppError =>
  new AppError('not_found', {
    reason: 'invitation_unknown',
    detail: 'This link is not one of this workspace, or a newer one was mailed.',
  });

/** What the accept page shows. Throws not_found for a link of nowhere or of another workspace. */
export async function previewInvitation(ctx: RequestContext, token: string): Promise<InvitationPreview> {
  const tenant = requireWorkspace(ctx);
  const { identity, clock } = ctx.platform;
  const invitation = await findInvitation(identity, tenant.id, token).executeTakeFirst();
  if (!invitation) throw unknownLink();
  const inviter = await identity
    .selectFrom('core.memberships')
    .select('name')
    .where('tenant_id', '=', tenant.id)
    .where('user_id', '=', invitation.created_by)
    .executeTakeFirst();
  const user = await findUser(identity, invitation.email);
  return {
    status: invitationStatus(invitation, clock()),
    email: invitation.email,
    role: invitation.role as Role,
    workspaceName: tenant.name,
    inviterName: inviter?.name ?? null,
    expiresAt: invitation.expires_at.toISOString(),
    hasAccount: Boolean(user?.passwordHash),
  };
}

/**
 * F3.3: makes or finds the person, makes them a member, and lets them in. Works once: of two at the same time, one.
 * Throws not_found, conflict `invitation_used|revoked|expired`, or invalid on `password`.
 */
export async function acceptInvitation(ctx: RequestContext, input: AcceptInput): Promise<Tokens> {
  const tenant = requireWorkspace(ctx);
  const { platform } = ctx;
  const entrant = await platform.identity
    .transaction()
    .execute((identity) => accept(ctx, { identity, tenantId: tenant.id, input }));
  await recordEntry(platform.identity, {
    tenantId: tenant.id,
    userId: entrant.userId,
    action: 'invitation.accepted',
    detail: { ip: ctx.request.ip },
  });
  await announceMember(ctx, { tenant, ...entrant });
  await enterByCookie(ctx, entrant, { remember: true });
  return enterByToken(ctx, entrant);
}

type Acceptance = { identity: PlainDb; tenantId: string; input: AcceptInput };

async function accept(
  ctx: RequestContext,
  { identity, tenantId, input }: Acceptance,
): Promise<Entrant & { name: string; email: string; invitedBy: string }> {
  const now = ctx.platform.clock();
  // The lock: a second acceptance waits here and then finds it used.
  const invitation = await findInvitation(identity, tenantId, input.token).forUpdate().executeTakeFirst();
  if (!invitation) throw unknownLink();
  requireOpen(invitationStatus(invitation, now));
  const userId = await provePerson(ctx, { identity, email: invitation.email, input });
  await identity
    .updateTable('core.invitations')
    .set({ accepted_at: now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', invitation.id)
    .execute();
  const role = await joinTenant(identity, {
    tenantId,
    userId,
    role: invitation.role as Role,
    name: input.name,
    email: invitation.email,
  });
  return { userId, role, name: input.name, email: invitation.email, invitedBy: invitation.created_by };
}

const REFUSALS: Record<Exclude<InvitationStatus, 'open'>, { reason: string; detail: string }> = {
  accepted: { reason: 'invitation_used', detail: 'This invitation was accepted already. Sign in instead.' },
  revoked: { reason: 'invitation_revoked', detail: 'This invitation was withdrawn. Ask for a new one.' },
  expired: { reason: 'invitation_expired', detail: 'This invitation has expired. Ask for a new one.' },
};

function requireOpen(status: InvitationStatus): void {
  if (status !== 'open') throw new AppError('conflict', { ...REFUSALS[status], field: 'token' });
}

type Proof = { identity: PlainDb; email: string; input: AcceptInput };

// The link proves the mailbox; an account that exists is still opened only by its own password.
async function provePerson(ctx: RequestContext, { identity, email, input }: Proof): Promise<string> {
  const known = await findUser(identity, email);
  if (known?.passwordHash) {
    const attempt = await reserveAttempt(ctx, email);
    if (!(await hasPassword(known, input.password))) {
      throw new AppError('invalid', {
        reason: 'wrong_password',
        field: 'password',
        detail: 'You have an Aura account with this address already: enter its password, or reset it',
      });
    }
    await attempt.succeed();
    return known.id;
  }
  requirePassword(input.password, { email, name: input.name });
  if (!known)
    return (
      await createUser(identity, {
        email,
        name: input.name,
        password: input.password,
        isVerified: true,
        now: ctx.platform.clock(),
      })
    ).id;
  await setPassword(identity, { userId: known.id, password: input.password });
  return known.id;
}

type Joining = { tenantId: string; userId: string; role: Role; name: string; email: string };

async function joinTenant(identity: PlainDb, { tenantId, userId, role, name, email }: Joining): Promise<Role> {
  const member = await identity
    .selectFrom('core.memberships')
    .select(['role', 'status'])
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  if (member?.status === 'deactivated')
    throw new AppError('conflict', {
      reason: 'member_deactivated',
      detail: 'Your membership was ended. Ask an admin to reactivate it.',
    });
  // An imported member keeps the role that an admin gave, and now has a password.
  if (member) return member.role as Role;
  await identity
    .insertInto('core.memberships')
    .values({ tenant_id: tenantId, user_id: userId, role, name, email })
    .execute();
  return role;
}
