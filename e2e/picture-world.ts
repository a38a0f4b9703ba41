import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Company, foundCompany, hire, PASSWORD } from './company.ts';
import { type Login, person, rootHost } from './demo.ts';
import { readE2eEnv } from './env.ts';
import { linkIn, mailTo } from './mailbox.ts';
import { fillLong, type LongIds, make, WORD } from './picture-extremes.ts';
import { type Api, apiOf, signIn } from './rest.ts';
import { findRouteIds, type RouteIds } from './routes.ts';

/** What the pictures are taken of, beside the demo: a company of today, one full of long words, and used links. */
export type PictureWorld = {
  ids: RouteIds;
  people: Record<Stranger, Login>;
  /** The young company has just signed up: nothing is in it. In the long one everything is as long as it may be. */
  routeIds: { young: RouteIds; long: RouteIds };
  longIds: LongIds;
  invitations: { open: string; used: string; revoked: string };
  resetLink: string;
};

/** Somebody of the new or the long company: its admin or its rep. */
export type Stranger = 'young' | 'youngRep' | 'long' | 'longRep';

export async function makePictureWorld(): Promise<PictureWorld> {
  const acme = (await signIn(person('acme', 'manager'))).api;
  await importSome(acme);
  const young = await foundCompany(rootHost(), 'young', { companyName: 'Young Company' });
  const long = await foundCompany(rootHost(), 'long', { companyName: `The ${WORD}`.slice(0, 100) });
  const longRep = await hire(long, 'Rita Rep', 'sales_rep');
  const longIds = await fillLong(long, longRep);
  return {
    ids: await findRouteIds(acme),
    people: {
      young: young.admin,
      youngRep: await hire(young, 'Rita Rep', 'sales_rep'),
      long: long.admin,
      longRep,
    },
    routeIds: { young: await findRouteIds(young.api), long: { ...(await findRouteIds(long.api)), ...longIds } },
    longIds,
    invitations: await invite(young),
    resetLink: await forget(young),
  };
}

/** The same from one run to the next: it takes a minute to make, and its companies stay. */
export async function knownPictureWorld(): Promise<PictureWorld> {
  const file = path.join(readE2eEnv().dataDir, 'e2e-pictures.json');
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(await makePictureWorld()));
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** So that there is an import to look at, with rows that could not be taken. */
async function importSome(api: Api): Promise<void> {
  if ((await api('GET', '/imports?limit=1')).body.items.length > 0) return;
  const form = new FormData();
  form.set(
    'file',
    new Blob(['first name,last name,email\nAda,Moreau,ada@moreau.test\nBo,Keller,not an address\n']),
    'fair.csv',
  );
  form.set('entity', 'contacts');
  await api('POST', '/imports', { form });
}

async function invite(company: Company): Promise<PictureWorld['invitations']> {
  const send = async (name: string): Promise<{ id: string; path: string }> => {
    const email = `${name}@${company.slug}.test`;
    const { id } = await make(company.api, '/invitations', { email, role: 'sales_rep' });
    const { pathname, search } = new URL(linkIn(await mailTo(company.rootHost, email)));
    return { id, path: `${pathname}${search}` };
  };
  const [open, used, revoked] = [await send('open'), await send('used'), await send('revoked')];
  const token = new URLSearchParams(used.path.split('?')[1]).get('token');
  await apiOf(company.host)('POST', '/invitations/accept', { body: { token, name: 'Una Used', password: PASSWORD } });
  await company.api('DELETE', `/invitations/${revoked.id}`);
  return { open: open.path, used: used.path, revoked: revoked.path };
}

async function forget(company: Company): Promise<string> {
  const forgetful = await hire(company, 'Fay Forgetful', 'sales_rep');
  const since = Date.now();
  await apiOf(company.host)('POST', '/auth/password-reset', { body: { email: forgetful.email } });
  const { pathname, search } = new URL(linkIn(await mailTo(company.rootHost, forgetful.email, since)));
  return `${pathname}${search}`;
}
