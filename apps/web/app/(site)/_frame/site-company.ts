import { type Company, readCompany } from '@aura/site';
import { readRootDomain } from '../../../server/env.ts';

/** Who runs this installation, for the pages that name it. */
export function siteCompany(): Company {
  return readCompany(readRootDomain());
}
