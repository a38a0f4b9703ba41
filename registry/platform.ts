import type { Logger, Platform } from '@aura/api';
import { type Cache, createCache } from '@aura/cache';
import {
  createPlainDatabase,
  createTenantDatabase,
  type DatabaseEnv,
  loginUrl,
  logViolation,
  openPool,
} from '@aura/db';
import { createMailer } from '@aura/identity';
import { constraints, eventHooks, permissionsOf, provisionHooks, reassignHooks } from './index.ts';

export type PlatformOptions = {
  database: DatabaseEnv;
  rootDomain: string;
  redisUrl?: string | undefined;
  smtpUrl?: string | undefined;
  mailFrom: string;
  rateLimitPerMinute: number;
  isProduction: boolean;
  logger: Logger;
};

export type OpenPlatform = Platform & {
  cache: Cache;
  /** For the check at start-up, under the identity login. */
  queryVersion: (text: string) => Promise<{ rows: Record<string, unknown>[] }>;
  /** True when the database answers. */
  isDatabaseUp: () => Promise<boolean>;
  close: () => Promise<void>;
};

/** Opens the pools, the cache and the mail that every request stands on. Connects at first use. */
export function openPlatform(options: PlatformOptions): OpenPlatform {
  const { databaseUrl, secret, isPooled, poolSize } = options.database;
  const appUrl = loginUrl(databaseUrl, secret, 'aura_app');
  const identityUrl = loginUrl(databaseUrl, secret, 'aura_identity');
  const appPool = openPool({ url: appUrl, max: poolSize, isPooled, knowsContext: true });
  // Signing in is rarer than working: a third of the connections will do.
  const identityPool = openPool({
    url: identityUrl,
    max: Math.max(2, Math.ceil(poolSize / 3)),
    isPooled,
    knowsContext: false,
  });
  const identity = createPlainDatabase(identityPool, { keepsStatements: !isPooled });
  const cache = createCache({ redisUrl: options.redisUrl ?? null, logger: options.logger });
  return {
    tenants: createTenantDatabase(appPool, { isPooled }),
    identity,
    cache,
    mail: createMailer({ ...(options.smtpUrl ? { smtpUrl: options.smtpUrl } : {}), from: options.mailFrom, identity }),
    clock: () => new Date(),
    secret,
    rootDomain: options.rootDomain,
    isProduction: options.isProduction,
    rateLimitPerMinute: options.rateLimitPerMinute,
    permissionsOf,
    constraints,
    provisionHooks,
    reassignHooks,
    eventHooks,
    logger: options.logger,
    logViolation: (context, violation) => logViolation(appPool, context, violation),
    queryVersion: (text) => identityPool.query(text),
    isDatabaseUp: () =>
      identityPool.query('select 1').then(
        () => true,
        () => false,
      ),
    close: async () => {
      await Promise.all([appPool.end(), identityPool.end(), cache.close()]);
    },
  };
}
