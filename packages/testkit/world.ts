import { type Mail, type Platform, router } from '@aura/api';
import { createCache } from '@aura/cache';
import { createPlainDatabase, createTenantDatabase, logViolation } from '@aura/db';
import type { ConstraintMessage, Role } from '@aura/kernel';
import type { AnyRouter } from '@trpc/server';
import type pg from 'pg';
import { readTestEnv } from './env.ts';
import { createTenantFixture, type Person, type TestTenant } from './tenant-fixture.ts';
import { createVoice, type Voice } from './voice.ts';
import { openWorldDatabase, type Statement, type WorldDatabase, type WorldServer } from './world-database.ts';

/** The part of a module's manifest that a test needs. */
export type WorldModule = {
  id: string;
  permissions: Readonly<Record<string, readonly Role[]>>;
  routers?: Readonly<Record<string, unknown>>;
  constraints?: Readonly<Record<string, ConstraintMessage>>;
  provision?: (context: never) => Promise<void>;
  hears?: unknown;
};

export type WorldOptions = {
  modules: readonly WorldModule[];
  platform?: Partial<Platform>;
  /** The test run's own by default. */
  server?: WorldServer;
  /** Connections of the application. */
  poolSize?: number;
  /** The people of a frozen world whose copy this is; nobody is made then. */
  adopt?: Pick<World, 'acme' | 'globex'>;
  /** Sees each statement that a tenant's request sends. */
  onStatement?: (statement: Statement) => void;
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
  /** The connections that requests share, without context. */
  appPool: pg.Pool;
  /** The application's own login, without context: for attacks. */
  appUrl: string;
  databaseUrl: string;
  superuserUrl: string;
  close: () => Promise<void>;
  /** Ends all connections and leaves the database to be copied by other worlds. */
  freeze: () => Promise<FrozenWorld>;
};

export type FrozenWorld = { server: WorldServer; drop: () => Promise<void> };

/** A fresh database with two look-alike tenants and the routers of these modules over it. */
export async function testWorld(options: WorldOptions): Promise<World> {
  const { server = readTestEnv(), poolSize = 8, onStatement } = options;
  const database = await openWorldDatabase({ server, poolSize, onStatement });
  const { superuser, appPool, databaseUrl, superuserUrl, appUrl } = database;
  const mails: Mail[] = [];
  const platform = {
    ...createPlatform({ database, mails, secret: server.secret, modules: options.modules }),
    ...options.platform,
  };
  const appRouter = router(Object.assign({}, ...options.modules.map((module) => module.routers ?? {})));
  const acme = options.adopt?.acme ?? (await createTenantFixture(superuser, 'acme'));
  const globex = options.adopt?.globex ?? (await createTenantFixture(superuser, 'globex'));
  const as = (person: Person): Voice =>
    createVoice({ platform, appRouter, person, tenant: person.tenantId === acme.tenant.id ? acme : globex });
  if (!options.adopt) await provision(options.modules, [as(acme.admin), as(globex.admin)]);
  return {
    acme,
    globex,
    platform,
    mails,
    router: appRouter,
    as,
    anonymous: (tenant) => createVoice({ platform, appRouter, person: null, tenant }),
    superuser,
    appPool,
    appUrl,
    databaseUrl,
    superuserUrl,
    close: async () => {
      await platform.cache.close();
      await database.close();
    },
    freeze: async () => {
      await platform.cache.close();
      await database.end();
      return { server: { ...server, template: database.name }, drop: database.drop };
    },
  };
}

/** What a new tenant starts with, as its admin. */
async function provision(modules: readonly WorldModule[], admins: Voice[]): Promise<void> {
  for (const admin of admins) {
    for (const module of modules) {
      if (module.provision) await admin.run(module.provision as (context: unknown) => Promise<void>);
    }
  }
}

type PlatformParts = {
  database: WorldDatabase;
  mails: Mail[];
  secret: string;
  modules: readonly WorldModule[];
};

function createPlatform({ database, mails, secret, modules }: PlatformParts): Platform {
  const { appPool, identityPool, isPooled } = database;
  const permissions = Object.assign({}, ...modules.map((module) => module.permissions)) as Record<
    string,
    readonly Role[]
  >;
  const silent = (): void => undefined;
  return {
    tenants: createTenantDatabase(appPool, { isPooled }),
    identity: createPlainDatabase(identityPool),
    cache: createCache({}),
    mail: async (mail) => void mails.unshift(mail),
    clock: () => new Date(),
    secret,
    rootDomain: 'aura.localhost:3000',
    isProduction: false,
    rateLimitPerMinute: 1_000_000,
    permissionsOf: (role) =>
      new Set(Object.keys(permissions).filter((permission) => permissions[permission]?.includes(role))),
    constraints: Object.assign({}, ...modules.map((module) => module.constraints ?? {})),
    logger: { info: silent, warn: silent, error: (event, fields) => console.error(event, fields) },
    eventHooks: modules.flatMap((module) => (module.hears ?? []) as NonNullable<Platform['eventHooks']>),
    logViolation: (context, violation) => logViolation(appPool, context, violation),
  };
}
