import { createHash } from 'node:crypto';
import { isContextRefusal, isPolicyRefusal, isPostgresError } from '@aura/db';
import { AppError, type Permission } from '@aura/kernel';
import { initTRPC, TRPCError } from '@trpc/server';
import superjson from 'superjson';
import type { ActorContext, AuthenticatedSession, RequestContext } from './context.ts';
import { toAppError } from './errors.ts';
import { emitEvent, withEventsHeard } from './events.service.ts';
import { rememberAnswer, replayAnswer } from './idempotency.service.ts';
import { enforceRateLimit } from './rate-limit.ts';
import type { RestMeta } from './rest-meta.ts';

export type ProcedureMeta = {
  rest?: RestMeta;
  /** Filled by procedure(): who may call this. */
  permission?: Permission;
  /** Filled by publicProcedure(): why nobody has to be signed in. */
  isPublicBecause?: string;
};

const trpc = initTRPC
  .context<RequestContext>()
  .meta<ProcedureMeta>()
  .create({
    transformer: superjson,
    isDev: false,
    errorFormatter({ shape, error, ctx }) {
      const known = toAppError(error, ctx?.platform.constraints ?? {});
      return {
        ...shape,
        message: known.message,
        data: {
          ...shape.data,
          httpStatus: known.status,
          reason: known.reason,
          issues: known.issues,
          current: known.current ?? null,
          retryAfterS: known.retryAfterS ?? null,
          requestId: ctx?.request.id ?? null,
        },
      };
    },
  });

export const router = trpc.router;
export const createCallerFactory = trpc.createCallerFactory;

// Faults and refusals leave through one gate: a translated AppError, with violations logged.
const translated = trpc.middleware(async ({ ctx, path, next }) => {
  const result = await next();
  if (result.ok) return result;
  const known = toAppError(result.error, ctx.platform.constraints);
  if (known.code === 'internal')
    ctx.platform.logger.error('procedure.failed', { requestId: ctx.request.id, path, error: describe(result.error) });
  throw new TRPCError({ code: trpcCode(known), message: known.message, cause: known });
});

/** A procedure anyone may call. The reason is listed in docs/generated/permissions.txt; that list may only shrink. */
export function publicProcedure(reason: string) {
  return trpc.procedure.meta({ isPublicBecause: reason }).use(translated);
}

/** A procedure for active members of the tenant that the host names, who have this permission. */
export function procedure(permission: Permission) {
  return trpc.procedure
    .meta({ permission })
    .use(translated)
    .use(async ({ ctx, type, path, getRawInput, next }) => {
      const session = await ctx.authenticate();
      const tenant = ctx.tenant;
      if (!tenant) throw new AppError('not_found', { detail: 'Use the address of your workspace.' });
      await enforceRateLimit(ctx, `user:${tenant.id}:${session.actor.userId}`);
      if (!session.actor.permissions.has(permission)) {
        throw new AppError('forbidden', { detail: `Your role does not allow this (${permission}).` });
      }
      const scope = { ...ctx, tenant };
      if (type !== 'mutation') {
        const result = await next({ ctx: withReader(scope, session) });
        if (!result.ok) await reportViolation(ctx, session, result.error);
        return result;
      }
      const answer = await runMutation(scope, session, {
        path,
        rawInput: getRawInput,
        run: async (context) => {
          const result = await next({ ctx: context });
          if (!result.ok) throw result.error;
          return result;
        },
      });
      return answer;
    });
}

type TenantScope = RequestContext & { tenant: NonNullable<RequestContext['tenant']> };

function databaseContext(ctx: RequestContext, session: AuthenticatedSession) {
  return { tenantId: session.actor.tenantId, token: session.token, requestId: ctx.request.id };
}

type ContextParts = { session: AuthenticatedSession } & Pick<
  ActorContext,
  'db' | 'listDb' | 'afterCommit' | 'afterEnd'
>;

function actorContext(ctx: TenantScope, { session, ...parts }: ContextParts): ActorContext {
  return {
    ...ctx,
    ...parts,
    actor: session.actor,
    clock: ctx.platform.clock,
    requestId: ctx.request.id,
    emit: (event) => emitEvent(parts.db, event),
  };
}

/** A mutation's context outside tRPC: a job or an import runs services in it. */
export async function withTransaction<T>(
  ctx: TenantScope,
  session: AuthenticatedSession,
  work: (context: ActorContext) => Promise<T>,
): Promise<T> {
  const committed: Effect[] = [];
  const ended: Effect[] = [];
  const parts = {
    session,
    afterCommit: (effect: Effect) => void committed.push(effect),
    afterEnd: async (effect: Effect) => void ended.push(effect),
  };
  try {
    const result = await ctx.platform.tenants.transaction(databaseContext(ctx, session), (db) => {
      const context = actorContext(ctx, { ...parts, db, listDb: db });
      return withEventsHeard(context, () => work(context));
    });
    await runEffects(ctx, committed);
    return result;
  } finally {
    await runEffects(ctx, ended);
  }
}

type Effect = () => Promise<void>;

// The transaction is over: a failing effect is reported, it can undo nothing.
async function runEffects(ctx: RequestContext, effects: Effect[]): Promise<void> {
  for (const effect of effects) {
    await effect().catch((error: unknown) =>
      ctx.platform.logger.error('effect.failed', { requestId: ctx.request.id, error: describe(error) }),
    );
  }
}

/** A query's context: each statement is one round trip in the tenant's context. */
export function withReader(ctx: TenantScope, session: AuthenticatedSession): ActorContext {
  const { tenants } = ctx.platform;
  const context = databaseContext(ctx, session);
  return actorContext(ctx, {
    session,
    db: tenants.reader(context),
    listDb: tenants.listReader(context),
    afterCommit: (effect) => void effect(),
    afterEnd: (effect) => effect(),
  });
}

type MutationRun<R> = { path: string; rawInput: () => Promise<unknown>; run: (context: ActorContext) => Promise<R> };

async function runMutation<R extends { ok: boolean }>(
  ctx: TenantScope,
  session: AuthenticatedSession,
  { path, rawInput, run }: MutationRun<R>,
): Promise<R> {
  const key = ctx.request.idempotencyKey;
  const { secret } = ctx.platform;
  try {
    return await withTransaction(ctx, session, async (context) => {
      if (!key) return run(context);
      const bodyHash = hashOf(JSON.stringify(await rawInput(), withHashedBytes) ?? '');
      const replayed = await replayAnswer(context.db, { actor: context.actor, path, key, bodyHash, secret });
      // tRPC takes any result object from a middleware: the stored data stands in for the resolver's.
      if (replayed) return { ok: true, data: replayed.data, ctx: context, marker: 'middlewareMarker' } as unknown as R;
      const result = await run(context);
      await rememberAnswer(context.db, {
        path,
        key,
        bodyHash,
        secret,
        data: (result as unknown as { data: unknown }).data,
      });
      return result;
    });
  } catch (error) {
    await reportViolation(ctx, session, error);
    throw error;
  }
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

// An uploaded file as JSON would be longer than a string can be.
function withHashedBytes(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? hashOf(value) : value;
}

async function reportViolation(ctx: RequestContext, session: AuthenticatedSession, error: unknown): Promise<void> {
  const cause = error instanceof TRPCError ? error.cause : error;
  if (!isPostgresError(cause) || cause.code !== '42501') return;
  const kind = isContextRefusal(cause) ? 'bad_context' : 'refused_write';
  const entity = isPolicyRefusal(cause) ? (/table "([^"]+)"/.exec(cause.message)?.[1] ?? null) : null;
  await ctx.platform
    .logViolation(databaseContext(ctx, session), { kind, sqlstate: cause.code, entity })
    .catch((failure: unknown) =>
      ctx.platform.logger.error('violation.not_logged', { requestId: ctx.request.id, error: describe(failure) }),
    );
}

const TRPC_CODES = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_SUPPORTED',
  409: 'CONFLICT',
  412: 'PRECONDITION_FAILED',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  422: 'UNPROCESSABLE_CONTENT',
  429: 'TOO_MANY_REQUESTS',
  500: 'INTERNAL_SERVER_ERROR',
  503: 'SERVICE_UNAVAILABLE',
} as const;

function trpcCode(error: AppError): (typeof TRPC_CODES)[keyof typeof TRPC_CODES] {
  return TRPC_CODES[error.status as keyof typeof TRPC_CODES];
}

/** Name, code and place of a fault: never its values, which can be personal data (S9). */
export function describe(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return typeof cause;
  const code = 'code' in cause ? ` ${String(cause.code)}` : '';
  const place = cause.stack?.split('\n').find((line) => line.includes('at ')) ?? '';
  return isPostgresError(cause)
    ? `${cause.name}${code} ${cause.message.replaceAll(/"[^"]*"|'[^']*'/g, '…')}`
    : `${cause.name}${code} ${place.trim()}`;
}
