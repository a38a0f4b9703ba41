import { type Mail, type Platform, router } from '@aura/api';
import { createCache } from '@aura/cache';
import { createPlainDatabase, createTenantDatabase, logViolation, loginUrl, openPool } from '@aura/db';
import { dropDatabase, urlOf } from '@aura/db/databases';
import type { ConstraintMessage, Role } from '@aura/kernel';
import type { AnyRouter } from '@trpc/server';
import pg from 'pg';
import { cloneTemplate } from './clone.ts';
import { readTestEnv } from './env.ts';
import { createTenantFixture, type Person, type TestTenant } from './tenant-fixture.ts';
import { createVoice, type Voice } from './voice.ts';

/** The part of a module's manifest that a test needs. */
export type WorldModule = {
  id: string;
  permissions: Readonly<Record<string, readonly Role[]>>;
  routers?: Readonly<Record<string, unknown>>;
  constraints?: Readonly<Record<string, ConstraintMessage>>;
  provision?: (context: never) => Promise<void>;
};

export type WorldOptions = { modules: readonly WorldModule[]; platform?: Partial<Platform> };

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
export async function testWorld(options: WorldOptions): Promise<World> {
  const { secret, superuserUrl, adminUrl } = readTestEnv();
  worlds += 1;
  const name = `aura_test_${process.pid}_${worlds}_${Date.now() % 100_000}`;
  const databaseUrl = await cloneTemplate(name);
  const superuser = new pg.Pool({ connectionString: urlOf(superuserUrl, name), max: 3 });
  superuser.on('error', () => undefined);
  const pools = openPools(databaseUrl, secret);
  const mails: Mail[] = [];
  const platform = { ...createPlatform({ ...pools, mails, secret, modules: options.modules }), ...options.platform };
  const appRouter = router(Object.assign({}, ...options.modules.map((module) => module.routers ?? {})));
  const acme = await createTenantFixture(superuser, 'acme');
  const globex = await createTenantFixture(superuser, 'globex');
  const as = (person: Person): Voice =>
    createVoice({ platform, appRouter, person, tenant: person.tenantId === acme.tenant.id ? acme : globex });
  await provision(options.modules, [as(acme.admin), as(globex.admin)]);
  return {
    acme,
    globex,
    platform,
    mails,
    router: appRouter,
    as,
    anonymous: (tenant) => createVoice({ platform, appRouter, person: null, tenant }),
    superuser,
    appUrl: loginUrl(databaseUrl, secret, 'aura_app'),
    databaseUrl,
    close: async () => {
      await Promise.all([pools.appPool.end(), pools.identityPool.end(), superuser.end(), platform.cache.close()]);
      await dropDatabase(adminUrl, name);
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

function openPools(databaseUrl: string, secret: string): { appPool: pg.Pool; identityPool: pg.Pool } {
  const appUrl = loginUrl(databaseUrl, secret, 'aura_app');
  const identityUrl = loginUrl(databaseUrl, secret, 'aura_identity');
  return {
    appPool: openPool({ url: appUrl, max: 8, isPooled: false, knowsContext: true }),
    identityPool: openPool({ url: identityUrl, max: 4, isPooled: false, knowsContext: false }),
  };
}

type PlatformParts = {
  appPool: pg.Pool;
  identityPool: pg.Pool;
  mails: Mail[];
  secret: string;
  modules: readonly WorldModule[];
};

function createPlatform({ appPool, identityPool, mails, secret, modules }: PlatformParts): Platform {
  const permissions = Object.assign({}, ...modules.map((module) => module.permissions)) as Record<
    string,
    readonly Role[]
  >;
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
    permissionsOf: (role) =>
      new Set(Object.keys(permissions).filter((permission) => permissions[permission]?.includes(role))),
    constraints: Object.assign({}, ...modules.map((module) => module.constraints ?? {})),
    logger: { info: silent, warn: silent, error: (event, fields) => console.error(event, fields) },
    logViolation: (context, violation) => logViolation(appPool, context, violation),
  };
}
