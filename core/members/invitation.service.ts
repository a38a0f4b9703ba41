import { type ActorContext, listPage, noteMiss, toAppError } from '@aura/api';
import { type Database, inSavepoint, type Selectable, sql } from '@aura/db';
import { composeMail, hashSecret, newSecret, workspaceOrigin } from '@aura/identity';
import { AppError, type Page, type Role } from '@aura/kernel';
import { invitationStatus } from './invitation.ts';
import { canInvite, invitationAbilities, ROLE_TEXTS } from './member.permissions.ts';
import type { InvitationCreateInput, InvitationListInput, InvitationOutput } from './member.schema.ts';

const LASTS_MS = 7 * 86_400_000;

type InvitationRow = Omit<Selectable<Database['core.invitations']>, 'token_hash'>;
// No runtime role reads the hash.
const COLUMNS = [
  'tenant_id',
  'id',
  'email',
  'email_norm',
  'role',
  'expires_at',
  'accepted_at',
  'revoked_at',
  'version',
  'created_at',
  'updated_at',
  'created_by',
  'updated_by',
] as const;

function invitationOf(ctx: ActorContext, row: InvitationRow): InvitationOutput {
  return {
    id: row.id,
    email: row.email,
    role: row.role as Role,
    status: invitationStatus(row, ctx.clock()),
    expiresAt: row.expires_at.toISOString(),
    acceptedAt: row.accepted_at?.toISOString() ?? null,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    abilities: invitationAbilities(ctx.actor, row),
  };
}

export function listInvitations(ctx: ActorContext, input: InvitationListInput): Promise<Page<InvitationOutput>> {
  const now = ctx.clock();
  const { status, q } = input;
  const rows = ctx.db
    .selectFrom('core.invitations as invitation')
    .where('invitation.tenant_id', '=', ctx.actor.tenantId)
    .$if(input.deleted, (query) => query.where(sql<boolean>`false`))
    .$if(Boolean(q), (query) => query.where(sql<boolean>`position(lower(${q}) in invitation.email_norm) > 0`))
    .$if(status === 'accepted', (query) => query.where('invitation.accepted_at', 'is not', null))
    .$if(status === 'revoked', (query) => query.where('invitation.revoked_at', 'is not', null))
    .$if(status === 'open' || status === 'expired', (query) =>
      query
        .where('invitation.accepted_at', 'is', null)
        .where('invitation.revoked_at', 'is', null)
        .where('invitation.expires_at', status === 'open' ? '>' : '<=', now),
    );
  return listPage<InvitationRow, InvitationOutput>(ctx, {
    rows,
    select: (query: typeof rows) => query.select(COLUMNS.map((column) => `invitation.${column}` as const)),
    sorts: { createdAt: { column: 'invitation.created_at', type: 'timestamptz' } },
    defaultSort: '-createdAt',
    id: 'invitation.id',
    input,
    list: 'invitations.list',
    toItem: (row) => invitationOf(ctx, row),
  });
}

/** F3.1, F3.2: mails a link for seven days. Throws forbidden for a role above the inviter, conflict for a known address. */
export async function createInvitation(
  ctx: ActorContext,
  { email, role }: InvitationCreateInput,
): Promise<InvitationOutput> {
  requireRole(ctx, role);
  await requireNewcomer(ctx, email);
  await revokeExpired(ctx, email);
  const token = newSecret();
  const row = await ctx.db
    .insertInto('core.invitations')
    .values({ email, role, token_hash: hashSecret(token), expires_at: new Date(ctx.clock().getTime() + LASTS_MS) })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();
  await ctx.emit({ type: 'invitation.created', entity: 'invitation', entityId: row.id, data: { role } });
  ctx.afterCommit(() => mailInvitation(ctx, { email, role, token }));
  return invitationOf(ctx, row);
}

function requireRole({ actor }: ActorContext, role: Role): void {
  if (!canInvite(actor, role))
    throw new AppError('forbidden', { detail: `Your role may not invite a ${ROLE_TEXTS[role].name.toLowerCase()}.` });
}

// Imported members are active but have no password yet: an invitation is how they get in.
async function requireNewcomer({ db, actor, platform }: ActorContext, email: string): Promise<void> {
  const member = await db
    .selectFrom('core.memberships')
    .select(['user_id', 'name', 'status'])
    .where('tenant_id', '=', actor.tenantId)
    .where('email_norm', '=', email.toLowerCase())
    .executeTakeFirst();
  if (!member) return;
  if (member.status === 'deactivated') {
    throw new AppError('conflict', {
      reason: 'member_deactivated',
      field: 'email',
      detail: `${member.name} was a member and is deactivated. Reactivate them instead.`,
    });
  }
  const user = await platform.identity
    .selectFrom('identity.users')
    .select('password_hash')
    .where('id', '=', member.user_id)
    .executeTakeFirst();
  if (user?.password_hash)
    throw new AppError('conflict', {
      reason: 'already_member',
      field: 'email',
      detail: `${member.name} is a member already.`,
    });
}

async function revokeExpired({ db, actor, clock }: ActorContext, email: string): Promise<void> {
  await db
    .updateTable('core.invitations')
    .set({ revoked_at: clock() })
    .where('tenant_id', '=', actor.tenantId)
    .where('email_norm', '=', email.toLowerCase())
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '<=', clock())
    .execute();
}

type InvitationMail = { email: string; role: Role; token: string };

async function mailInvitation(
  { platform, tenant, actor }: ActorContext,
  { email, role, token }: InvitationMail,
): Promise<void> {
  await platform.mail(
    composeMail({
      to: email,
      subject: `${actor.name} invites you to ${tenant.name} in Aura`,
      paragraphs: [
        `${actor.name} invites you to work in ${tenant.name} as ${ROLE_TEXTS[role].name}.`,
        `${ROLE_TEXTS[role].description}. The link works once, for seven days.`,
      ],
      action: {
        label: 'Accept the invitation',
        url: `${workspaceOrigin(platform, tenant.slug)}/accept-invite?token=${token}`,
      },
      because: `You get this mail because ${actor.email} entered your address. If you do not know them, ignore it.`,
    }),
  );
}

/** A new link for seven more days; the one mailed before no longer works. */
export async function resendInvitation(ctx: ActorContext, id: string): Promise<InvitationOutput> {
  const before = await findOpen(ctx, id);
  const token = newSecret();
  const row = await changeOpen(ctx, id, {
    token_hash: hashSecret(token),
    expires_at: new Date(ctx.clock().getTime() + LASTS_MS),
  });
  ctx.afterCommit(() => mailInvitation(ctx, { email: before.email, role: before.role as Role, token }));
  return invitationOf(ctx, row);
}

/** The link stops working at once. */
export async function revokeInvitation(ctx: ActorContext, id: string): Promise<void> {
  await findOpen(ctx, id);
  await changeOpen(ctx, id, { revoked_at: ctx.clock() });
  await ctx.emit({ type: 'invitation.revoked', entity: 'invitation', entityId: id });
}

async function findOpen(ctx: ActorContext, id: string): Promise<InvitationRow> {
  const row = await ctx.db
    .selectFrom('core.invitations')
    .select(COLUMNS)
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) {
    await noteMiss(ctx, 'invitation', id);
    throw new AppError('not_found');
  }
  requireRole(ctx, row.role as Role);
  requireUnanswered(row);
  return row;
}

function requireUnanswered(row: Pick<InvitationRow, 'accepted_at' | 'revoked_at'>): void {
  if (row.accepted_at)
    throw new AppError('conflict', { reason: 'invitation_used', detail: 'This invitation was accepted already.' });
  if (row.revoked_at)
    throw new AppError('conflict', { reason: 'invitation_revoked', detail: 'This invitation was revoked.' });
}

type Change = { token_hash?: Buffer; expires_at?: Date; revoked_at?: Date };

async function changeOpen({ db, actor }: ActorContext, id: string, change: Change): Promise<InvitationRow> {
  const row = await db
    .updateTable('core.invitations')
    .set(change)
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning(COLUMNS)
    .executeTakeFirst();
  // Accepted in the very moment between.
  if (!row)
    throw new AppError('conflict', { reason: 'invitation_used', detail: 'This invitation was accepted already.' });
  return row;
}

export type InviteOutcome = { email: string; error: AppError | null };

/** Invites each person, for imports; a refusal of one does not stop the others. Inside a mutation. */
export async function inviteMany(
  ctx: ActorContext,
  people: readonly InvitationCreateInput[],
): Promise<InviteOutcome[]> {
  const outcomes: InviteOutcome[] = [];
  for (const person of people) {
    const error = await inSavepoint(ctx.db, () => createInvitation(ctx, person)).then(
      () => null,
      (thrown: unknown) => toAppError(thrown, ctx.platform.constraints),
    );
    if (error !== null && error.status >= 500) throw error;
    outcomes.push({ email: person.email, error });
  }
  return outcomes;
}
