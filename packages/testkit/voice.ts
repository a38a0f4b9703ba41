import { randomUUID } from 'node:crypto';
import {
  type ActorContext,
  type AuthenticatedSession,
  createCallerFactory,
  type HostTenant,
  type Platform,
  type RequestContext,
  withReader,
  withTransaction,
} from '@aura/api';
import { createRestHandler } from '@aura/api/rest';
import { AppError } from '@aura/kernel';
import type { AnyRouter } from '@trpc/server';
import type { Person, TestTenant } from './tenant-fixture.ts';

export type RestAnswer = { status: number; headers: Headers; body: unknown; text: string };
export type RestOptions = { body?: unknown; headers?: Record<string, string>; form?: FormData };

// A caller of routers that are only known to the test; its answers are checked there by expect().
// biome-ignore lint/suspicious/noExplicitAny: the test's own assertions are the types here.
export type AnyCaller = any;

export type Voice = {
  api: AnyCaller;
  rest: (method: string, path: string, options?: RestOptions) => Promise<RestAnswer>;
  /** Work in this person's tenant transaction, under the application's role. */
  run: <T>(work: (ctx: ActorContext) => Promise<T>) => Promise<T>;
  /** This person's reader. */
  ctx: () => ActorContext;
};

type VoiceParts = {
  platform: Platform;
  appRouter: AnyRouter;
  person: Person | null;
  tenant: TestTenant | undefined;
};
type Transport = { transport: 'rest' | 'trpc'; idempotencyKey: string | null };

export function createVoice(parts: VoiceParts): Voice {
  const { platform, appRouter, person } = parts;
  const handle = createRestHandler({
    router: appRouter,
    basePath: '/api/v1',
    createContext: async (request) =>
      contextOf(parts, { transport: 'rest', idempotencyKey: request.headers.get('idempotency-key') }),
  });
  const context = () => contextOf(parts, { transport: 'trpc', idempotencyKey: null });
  return {
    // Each call gets a context of its own, as each request does.
    api: freshCaller(appRouter, context),
    rest: async (method, path, options = {}) => readAnswer(await handle(requestOf(method, path, options))),
    run: async (work) => withTransaction(context(), sessionOf(platform, person), work),
    ctx: () => withReader(context(), sessionOf(platform, person)),
  };
}

function sessionOf(platform: Platform, person: Person | null): AuthenticatedSession {
  if (!person) throw new AppError('unauthenticated');
  const { tenantId, userId, sessionId, role, name, email, token } = person;
  return {
    token,
    actor: { tenantId, userId, sessionId, role, name, email, permissions: platform.permissionsOf(role) },
  };
}

function contextOf(
  { platform, person, tenant }: VoiceParts,
  transport: Transport,
): RequestContext & { tenant: HostTenant } {
  const host = tenant ? `${tenant.tenant.slug}.${platform.rootDomain}` : platform.rootDomain;
  return {
    platform,
    request: { id: randomUUID(), host, ip: '127.0.0.1', userAgent: 'test', ...transport },
    tenant: (tenant?.tenant ?? null) as HostTenant,
    authenticate: async () => sessionOf(platform, person),
    responseHeaders: new Headers(),
  };
}

function requestOf(method: string, path: string, { body, headers = {}, form }: RestOptions): Request {
  const isJson = body !== undefined;
  const sent = isJson ? (typeof body === 'string' ? body : JSON.stringify(body)) : form;
  return new Request(`http://test/api/v1${path}`, {
    method,
    headers: { ...(isJson ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(sent === undefined ? {} : { body: sent }),
  });
}

async function readAnswer(response: Response): Promise<RestAnswer> {
  const text = await response.text();
  const isJson = text !== '' && response.headers.get('content-type')?.includes('json');
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : null };
}

function freshCaller(appRouter: AnyRouter, context: () => RequestContext): AnyCaller {
  const createCaller = createCallerFactory(appRouter);
  const walk = (path: string[]): AnyCaller =>
    new Proxy(() => undefined, {
      get: (_, key) => (typeof key === 'string' && key !== 'then' ? walk([...path, key]) : undefined),
      apply: (_, __, [input]: [unknown]) => {
        let target = createCaller(context()) as AnyCaller;
        for (const segment of path) target = target[segment];
        return target(input);
      },
    });
  return walk([]);
}
