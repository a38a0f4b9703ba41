import { readFileSync } from 'node:fs';
import { readE2eEnv } from './env.ts';

export type Login = { tenant: string; origin: string; email: string; password: string; role: string };

/** The people of the demo, as the server printed them when it made them. */
export function demoLogins(): Login[] {
  return JSON.parse(readFileSync(readE2eEnv().demoFile, 'utf8'));
}

export type Who = 'admin' | 'manager' | 'rep' | 'otherRep';

/** `person('acme', 'rep')`: a sales rep of acme. */
export function person(tenant: 'acme' | 'globex', who: Who): Login {
  const role = who === 'rep' || who === 'otherRep' ? 'sales_rep' : who;
  const found = demoLogins().filter((login) => login.tenant === tenant && login.role === role)[
    who === 'otherRep' ? 1 : 0
  ];
  if (!found) throw new Error(`The demo has no ${who} of ${tenant}.`);
  return found;
}

export const rootHost = (): string => `aura.localhost:${readE2eEnv().port}`;
export const hostOf = (slug: string): string => `${slug}.${rootHost()}`;
export const originOf = (slug: string): string => `http://${hostOf(slug)}`;
