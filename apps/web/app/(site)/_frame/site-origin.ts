import { readRootDomain, readWebEnv } from '../../../server/env.ts';

/** The site's own address, as configured: its pages need no database to know it. */
export function siteOrigin(): string {
  return `${readWebEnv().isProduction ? 'https' : 'http'}://${readRootDomain()}`;
}
