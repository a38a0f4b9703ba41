import { checkServerVersion, isConnectionLost } from '@aura/db';
import { readCompany } from '@aura/site';
import { readRootDomain } from './env.ts';
import { logger } from './logger.ts';
import { getPlatform } from './platform.ts';

/**
 * Before the first request: production refuses a PostgreSQL with known holes in row-level security, development warns.
 * A database that is not there yet is waited for by the requests, which answer 503 until then.
 */
export async function checkDatabase(): Promise<void> {
  const { isProduction, queryVersion } = getPlatform();
  try {
    const warning = await checkServerVersion({ query: queryVersion }, { isProduction });
    if (warning) logger.warn('database.version', { warning });
  } catch (error) {
    if (!isConnectionLost(error)) throw error;
    logger.warn('database.unreachable');
  }
}

/** A mistake in the file of the company's facts is found before a visitor finds it. */
export function checkCompany(): void {
  readCompany(readRootDomain());
}
