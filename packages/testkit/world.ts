import { randomUUID } from 'node:crypto';
import { type ActorContext, createCallerFactory, type Mail, type Platform, type RequestContext, router, withReader, withTransaction } from '@aura/api';
import { createRestHandler } from '@aura/api/rest';
import { createCache } from '@aura/cache';
import { createPlainDatabase, createTenantDatabase, logViolation, loginUrl, openPool } from '@aura/db';
import { createDatabase, dropDatabase, urlOf, withConnection } from '@aura/db/databases';
import { secureDatabase } from '@aura/db/migrate';
import { AppError, type ConstraintMessage, type Role } from '@aura/kernel';
import type { AnyRouter } from '@trpc/server';
import pg from 'pg';
import { readTestEnv } from './env.ts';
import { createTenantFixture, type Person, type TestTenant } from './tenant-fixture.ts';

export type { Person, TestTenant } from './tenant-fixture.ts';

/** The part of a module's manifest that a test needs. */
export type WorldModule = {
  id: string;
  permissions: Readonly<Record<string, readonly Role[]>>;
  routers?: Readonly<Record<string, unknown>>;
  constraints?: Readonly<Record<string, ConstraintMessage>>;
  provision?: (context: never) => Promise<void>;
};

export type RestAnswer = { status: number; headers: Headers; body: unknown; text: string };

// A caller of routers that are only known to the test; its answers are checked there by expect().
// biome-ignore lint/suspicious/noExplicitAny: the test's own assertions are the types here.
export type AnyCaller = any;

export type Voice = {
  api: AnyCaller;
  rest: (method: string, path: string, options?: { body?: unknown; headers?: Record<string, string>; form?: FormData }) => Promise<RestAnswer>;
  /** Work in this person's tenant transaction, under the application's role. */
  run: <T>(work: (ctx: ActorContext) => Promise<T>) => Promise<T>;
  ctx: () => ActorContext;
};

export type World = {
  acme: TestTenant;
  globex: TestTenant;
  platform: Platform;
  mails: Mail[];
  router: AnyRouter;
  as: (person: Person) => Voice;
  /** A caller without a session, on a tenant's host or on the root. */
  anonymous: (tenant?: TestTenant) => Pick<Voice, 'api' | 'rest'>;
  superuser: pg.Pool;
  /** The application's own login, without context: for attacks. */
  appUrl: string;
  databaseUrl: string;
  close: () => Promise<void>;
};

let worlds = 0;

/** A fresh database with two look-alike tenants and the routers of these modules over it. */
export async function testWorld(options: { modules: readonly WorldModule[]; platform?: Partial<Platform> }): Promise<World> {
  const env = readTestEnv();
  worlds += 1;
  const name = `aura_test_${process.pid}_${worlds}_${Date.now() % 100_000}`;
  const databaseUrl = await cloneTemplate(env.adminUrl, name, env.template);
  const superuser = new pg.Pool({ connectionString: urlOf(env.superuserUrl, name), max: 3 });
  superuser.on('error', () => undefined);
  const appPool = openPool({ url: loginUrl(databaseUrl, env.secret, 'aura_app'), max: 8, isPooled: false, knowsContext: true });
  const identityPool = openPool({ url: loginUrl(databaseUrl, env.secret, 'aura_identity'), max: 4, isPooled: false, knowsContext: false });
  const mails: Mail[] = [];
  const platform: Platform = { ...createPlatform({ appPool, identityPool, mails, secret: env.secret, modules: options.modules }), ...options.platform };
  const appRouter = router(Object.assign({}, ...options.modules.map((module) => module.routers ?? {})));

  const acme = await createTenantFixture(superuser, 'acme');
  const globex = await createTenantFixture(superuser, 'globex');
  const tenants = [acme, globex];
  const voice = (person: Person | null, tenant: TestTenant | undefined): Voice => createVoice({ platform, appRouter, person, tenant });
  const as = (person: Person): Voice => voice(person, tenants.find((candidate) => candidate.tenant.id === person.tenantId));

  for (const { admin } of tenants) {
    for (const module of options.modules) {
      if (module.provision) await as(admin).run((ctx) => (module.provision as (context: unknown) => Promise<void>)(ctx));
    }
  }
  return {
    acme,
    globex,
    platform,
    mails,
    router: appRouter,
    as,
    anonymous: (tenant) => voice(null, tenant),
    superuser,
    appUrl: loginUrl(databaseUrl, env.secret, 'aura_app'),
    databaseUrl,
    close: async () => {
      await Promise.all([appPool.end(), identityPool.end(), superuser.end(), platform.cache.close()]);
      await dropDatabase(env.adminUrl, name);
    },
  };
}

const CLONE_TRIES = 5;

async function cloneTemplate(adminUrl: string, name: string, template: string, attempt = 1): Promise<string> {
  try {
    const url = await createDatabase(adminUrl, name, template);
    await withConnection(url, secureDatabase);
    return url;
  } catch (error) {
    // Another process may be copying the same template at this very moment.
    if (attempt >= CLONE_TRIES) throw error;
    await new Promise((resolve) => setTimeout(resolve, 200 * attempt));
    return cloneTemplate(adminUrl, name, template, attempt + 1);
  }
}

type PlatformParts = { appPool: pg.Pool; identityPool: pg.Pool; mails: Mail[]; secret: string; modules: readonly WorldModule[] };

function createPlatform({ appPool, identityPool, mails, secret, modules }: PlatformParts): Platform {
  const permissions = Object.assign({}, ...modules.map((module) => module.permissions)) as Record<string, readonly Role[]>;
  const silent = (): void => undefined;
  return {
    tenants: createTenantDatabase(appPool, { isPooled: false }),
    identity: createPlainDatabase(identityPool),
    cache: createCache({}),
    mail: async (mail) => void mails.unshift(mail),
    clock: () => new Date(),
    secret,
    rootDomain: 'aura.localhost:3000',
    isProduction: false,
    rateLimitPerMinute: 1_000_000,
    permissionsOf: (role) => new Set(Object.keys(permissions).filter((permission) => permissions[permission]?.includes(role))),
    constraints: Object.assign({}, ...modules.map((module) => module.constraints ?? {})),
    logger: { info: silent, warn: silent, error: (event, fields) => console.error(event, fields) },
    logViolation: (context, violation) => logViolation(appPool, context, violation),
  };
}

type VoiceParts = { platform: Platform; appRouter: AnyRouter; person: Person | null; tenant: TestTenant | undefined };

function createVoice({ platform, appRouter, person, tenant }: VoiceParts): Voice {
  const authenticate: RequestContext['authenticate'] = async () => {
    if (!person) throw new AppError('unauthenticated');
    const { tenantId, userId, sessionId, role, name, email } = person;
    return { token: person.token, actor: { tenantId, userId, sessionId, role, name, email, permissions: platform.permissionsOf(role) } };
  };
  const context = (idempotencyKey: string | null = null, transport: 'rest' | 'trpc' = 'trpc'): RequestContext & { tenant: TestTenant['tenant'] } => ({
    platform,
    request: { id: randomUUID(), transport, host: tenant ? `${tenant.tenant.slug}.aura.localhost:3000` : 'aura.localhost:3000', ip: '127.0.0.1', userAgent: 'test', idempotencyKey },
    tenant: (tenant?.tenant ?? null) as TestTenant['tenant'],
    authenticate,
    responseHeaders: new Headers(),
  });
  const handle = createRestHandler({ router: appRouter, basePath: '/api/v1', createContext: async (request) => context(request.headers.get('idempotency-key'), 'rest') });
  const session = (): ReturnType<RequestContext['authenticate']> => authenticate();
  return {
    // Each call gets a context of its own, as each request does.
    api: freshCaller(appRouter, context),
    rest: async (method, path, { body, headers = {}, form } = {}) => {
      const isJson = body !== undefined;
      const response = await handle(
        new Request(`http://test/api/v1${path}`, {
          method,
          headers: { ...(isJson ? { 'content-type': 'application/json' } : {}), ...headers },
          ...(isJson ? { body: typeof body === 'string' ? body : JSON.stringify(body) } : form ? { body: form } : {}),
        }),
      );
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, body: text && response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : null };
    },
    run: async (work) => withTransaction(context(), await session(), work),
    ctx: () => {
      if (!person) throw new Error('Nobody is signed in');
      const { tenantId, userId, sessionId, role, name, email } = person;
      return withReader(context(), { token: person.token, actor: { tenantId, userId, sessionId, role, name, email, permissions: platform.permissionsOf(role) } });
    },
  };
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
