import type { Platform } from '@aura/api';
import { createCache } from '@aura/cache';
import { createPlainDatabase, createTenantDatabase, logViolation, loginUrl, openPool, readDatabaseEnv } from '@aura/db';
import { createMailer } from '@aura/identity';
import { constraints, permissionsOf, provisionHooks } from '@aura/registry';
import { readWebEnv } from './env.ts';
import { logger } from './logger.ts';
import { once } from './once.ts';

/** What every request stands on: pools, cache, mail, clock. Made at the first use, once a process. */
export function getPlatform(): Platform {
  return once('platform', createPlatform);
}

export const getPools = () =>
  once('pools', () => {
    const { databaseUrl, secret, isPooled, poolSize } = readDatabaseEnv();
    return {
      app: openPool({ url: loginUrl(databaseUrl, secret, 'aura_app'), max: poolSize, isPooled, knowsContext: true }),
      identity: openPool({
        url: loginUrl(databaseUrl, secret, 'aura_identity'),
        max: Math.max(2, Math.ceil(poolSize / 3)),
        isPooled,
        knowsContext: false,
      }),
    };
  });

function createPlatform(): Platform {
  const env = readWebEnv();
  const { secret, isPooled } = readDatabaseEnv();
  const pools = getPools();
  const identity = createPlainDatabase(pools.identity);
  return {
    tenants: createTenantDatabase(pools.app, { isPooled }),
    identity,
    cache: createCache({ ...(env.redisUrl ? { redisUrl: env.redisUrl } : {}), logger }),
    mail: createMailer({ ...(env.smtpUrl ? { smtpUrl: env.smtpUrl } : {}), from: env.mailFrom, identity }),
    clock: () => new Date(),
    secret,
    rootDomain: env.rootDomain,
    isProduction: env.isProduction,
    rateLimitPerMinute: env.rateLimitPerMinute,
    permissionsOf,
    constraints,
    provisionHooks,
    logger,
    logViolation: (context, violation) => logViolation(pools.app, context, violation),
  };
}
