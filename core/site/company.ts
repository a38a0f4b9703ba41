import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Company, companyEmail, companySchema } from './company.schema.ts';
import { readCompanyFilePath } from './env.ts';

/** Memory of one process: the file is read at the start, and a change takes a restart. */
const known = new Map<string, Company>();

/** Who runs this installation. Throws with a sentence for the operator when the file cannot be read or has a mistake. */
export function readCompany(rootDomain: string, path: string | undefined = readCompanyFilePath()): Company {
  const key = `${path ?? ''}|${rootDomain}`;
  const found = known.get(key);
  if (found) return found;
  const company = parseCompany(path ? readJson(path) : {}, { rootDomain, path });
  known.set(key, company);
  return company;
}

/** The role's page by its address; closed ones included. */
export function findRole(company: Company, slug: string): Company['roles'][number] | undefined {
  return company.roles.find((role) => role.slug === slug);
}

/** "Aura Example Company, 1 Example Street, 00000 Exampletown": how a contract names the company. */
export function fullNameOf({ legalName, postalAddress }: Company): string {
  return [legalName, ...postalAddress.filter((line) => line !== legalName)].join(', ');
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new Error(`AURA_COMPANY_FILE: ${path} cannot be read as JSON.`, { cause });
  }
}

type Source = { rootDomain: string; path: string | undefined };

function parseCompany(written: unknown, { rootDomain, path }: Source): Company {
  const parsed = companySchema.safeParse(written);
  if (!parsed.success) throw new Error(`AURA_COMPANY_FILE: ${path} has mistakes.\n${z.prettifyError(parsed.error)}`);
  const host = rootDomain.replace(/:\d+$/, '');
  const address = companyEmail.safeParse(parsed.data.email.replace('{root}', host));
  if (!address.success) throw new Error(`AURA_COMPANY_FILE: ${path} has no e-mail address that mail can go to.`);
  return { ...parsed.data, email: address.data };
}
