import { readDatabaseEnv } from '@aura/db';
import { type OpenPlatform, openPlatform } from '@aura/registry/platform';
import { readWebEnv } from './env.ts';
import { logger } from './logger.ts';
import { once } from './once.ts';

/** What every request of this process stands on. Made at the first use. */
export function getPlatform(): OpenPlatform {
  return once('platform', () => openPlatform({ ...readWebEnv(), database: readDatabaseEnv(), logger }));
}
