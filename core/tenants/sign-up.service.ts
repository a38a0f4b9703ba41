import type { RequestContext } from '@aura/api';
import type { PlainDb } from '@aura/db';
import {
  createHandoffUrl,
  createUser,
  findUser,
  hasPassword,
  mailEmailVerification,
  passwordIssue,
  reserveAttempt,
  type User,
  workspaceOrigin,
} from '@aura/identity';
import { AppError, type Issue } from '@aura/kernel';
import { provisionTenant } from './provision.service.ts';
import { insertTenant, type NewTenant, undoTenant } from './register.service.ts';
import { checkSlug } from './slug.service.ts';
import type { SignUpInput, SignUpOutput } from './tenant.schema.ts';
import { currentTerms } from './terms.ts';

/**
 * F1.1: a person, a tenant and its first admin in one transaction, then what the modules start with. Answers when the
 * workspace is ready; leaves nothing when anything fails. Throws invalid or conflict with the field at fault.
 */
export async function signUp(ctx: RequestContext, input: SignUpInput): Promise<SignUpOutput> {
  await enforceSignUpLimit(ctx);
  await requireValid(ctx, input);
  const { platform } = ctx;
  const person = await provePerson(ctx, input);
  const made = await platform.identity.transaction().execute(async (identity) => {
    const user = person ?? (await createUser(identity, { ...input, now: platform.clock() }));
    return { user, tenant: await insertTenant(identity, tenantOf(ctx, input, user)) };
  });
  try {
    await provisionTenant(ctx, made);
  } catch (cause) {
    await undo(platform.identity, { tenantId: made.tenant.id, newUserId: person ? null : made.user.id });
    platform.logger.error('sign_up.not_provisioned', {
      requestId: ctx.request.id,
      error: cause instanceof Error ? cause.name : 'unknown',
    });
    throw new AppError('unavailable', {
      reason: 'not_provisioned',
      retryAfterS: 5,
      detail: 'We could not prepare your workspace. Nothing was kept; try again in a moment.',
      cause,
    });
  }
  await mailVerification(ctx, made);
  const { id, slug, status } = made.tenant;
  const handoffUrl = await createHandoffUrl(platform, { userId: made.user.id, tenantId: id, slug });
  return { tenant: { id, slug, status, origin: workspaceOrigin(platform, slug) }, handoffUrl };
}

async function enforceSignUpLimit({ platform, request }: RequestContext): Promise<void> {
  const limit = { scope: 'sign-up', key: request.ip, points: platform.rateLimitPerMinute, windowS: 3_600 };
  const state = await platform.cache.rateLimit(limit);
  if (!state.allowed) {
    throw new AppError('rate_limited', {
      retryAfterS: state.retryAfterS,
      detail: 'Many workspaces were made from this address. Try again in an hour.',
    });
  }
}

async function requireValid(ctx: RequestContext, input: SignUpInput): Promise<void> {
  const slug = await checkSlug(ctx.platform.identity, input.slug);
  const near = slug.suggestions.length > 0 ? `; free are ${slug.suggestions.join(', ')}` : '';
  if (slug.reason === 'taken')
    throw new AppError('conflict', { reason: 'slug_taken', field: 'slug', detail: `${slug.message}${near}` });
  const weak = passwordIssue(input.password, input);
  const issues: Issue[] = [];
  if (!slug.available) issues.push({ path: 'slug', code: `slug_${slug.reason}`, message: `${slug.message}${near}` });
  if (weak) issues.push({ path: 'password', code: 'weak_password', message: weak });
  if (input.acceptTerms.version !== currentTerms().version) {
    issues.push({
      path: 'acceptTerms.version',
      code: 'terms_outdated',
      message: 'There is a newer version of the terms. Read it and accept it',
    });
  }
  if (issues.length > 0) throw new AppError('invalid', { detail: issues[0]?.message ?? '', issues });
}

/**
 * The person who has this address already, proved by the password; null for a new one. A wrong password costs and
 * counts what it does at sign-in, and the answer does not say whose the address is.
 */
async function provePerson(ctx: RequestContext, { email, password }: SignUpInput): Promise<User | null> {
  const known = await findUser(ctx.platform.identity, email);
  // A new person's password is hashed once further on; a known one's is verified once here.
  if (!known) return null;
  const attempt = await reserveAttempt(ctx, email);
  if (!(await hasPassword(known, password))) {
    throw new AppError('conflict', {
      reason: 'duplicate_email',
      field: 'email',
      detail:
        'You may already have an account with this address. Use its password, sign in to your workspace, or reset the password.',
    });
  }
  await attempt.succeed();
  return known;
}

function tenantOf({ request }: RequestContext, input: SignUpInput, user: User): NewTenant {
  const terms = currentTerms();
  return {
    slug: input.slug,
    name: input.companyName,
    industry: input.industry ?? null,
    timezone: input.timezone,
    currency: input.currency,
    admin: { userId: user.id, name: input.name, email: user.email },
    acceptance: { terms, typedName: input.acceptTerms.typedName, ip: request.ip, userAgent: request.userAgent },
  };
}

async function undo(
  identity: PlainDb,
  { tenantId, newUserId }: { tenantId: string; newUserId: string | null },
): Promise<void> {
  await undoTenant(identity, tenantId);
  if (newUserId) await identity.deleteFrom('identity.users').where('id', '=', newUserId).execute();
}

// The workspace is there; a mail that is late or lost must not take it away. The banner offers to send it again.
async function mailVerification(
  ctx: RequestContext,
  { user, tenant }: { user: User; tenant: { id: string; slug: string; name: string } },
): Promise<void> {
  await mailEmailVerification(ctx, { userId: user.id, email: user.email, tenant }).catch(() =>
    ctx.platform.logger.error('mail.failed', { requestId: ctx.request.id, purpose: 'verify_email' }),
  );
}
