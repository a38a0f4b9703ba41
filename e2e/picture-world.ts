import { type Company, foundCompany, hire, PASSWORD } from './company.ts';
import { person, rootHost } from './demo.ts';
import { linkIn, mailTo } from './mailbox.ts';
import { type Api, apiOf, type Body, signIn } from './rest.ts';
import { findRouteIds, type RouteIds } from './routes.ts';

/** What the pictures are taken of, beside the demo: a company of today, one full of long words, and used links. */
export type PictureWorld = {
  ids: RouteIds;
  /** Just signed up: nothing in it. */
  young: Company;
  /** Every text as long as it may be, every sum as large. */
  long: Company;
  longIds: { deal: string; contact: string; organization: string };
  invitations: { open: string; used: string; revoked: string };
  resetLink: string;
};

const WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2).slice(0, 120);
const SENTENCE =
  'A sentence about what was said on the phone, of the length that people really write when in a hurry. ';

export async function makePictureWorld(): Promise<PictureWorld> {
  const acme = (await signIn(person('acme', 'manager'))).api;
  await importSome(acme);
  const young = await foundCompany(rootHost(), 'young', { companyName: 'Young Company' });
  const long = await foundCompany(rootHost(), 'long', { companyName: `The ${WORD}`.slice(0, 100) });
  return {
    ids: await findRouteIds(acme),
    young,
    long,
    longIds: await fillLong(long.api),
    invitations: await invite(young),
    resetLink: await forget(young),
  };
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

async function make(api: Api, path: string, body: object): Promise<Body> {
  const answer = await api('POST', path, { body });
  if (answer.status !== 201) throw new Error(`POST ${path}: ${answer.status} ${answer.text}`);
  return answer.body;
}

async function fillLong(api: Api): Promise<PictureWorld['longIds']> {
  const organization = (await make(api, '/organizations', { name: WORD, industry: WORD.slice(0, 100), location: WORD }))
    .id;
  const contact = await make(api, '/contacts', {
    firstName: WORD.slice(0, 60),
    lastName: WORD.slice(60),
    email: `${'long.'.repeat(10)}address@${'sub.'.repeat(12)}example.test`,
    phone: '+49 (0) 30 123 456 789 012 345',
    title: WORD.slice(0, 100),
    organizationId: organization,
  });
  const contactIds = [contact.id];
  const deal = await make(api, '/deals', {
    name: WORD,
    amount: '9999999999.99',
    organizationId: organization,
    contactIds,
    nextStep: WORD,
    nextStepOn: '2026-01-02',
    notes: SENTENCE.repeat(8),
  });
  const names = [
    '€',
    'مشروع المكاتب الجديدة',
    '🪑 Chairs 🪑',
    'A name of ordinary words that goes on for longer than a card is wide',
  ];
  for (const name of names)
    await make(api, '/deals', { name, amount: '1234567890.00', contactIds, nextStep: SENTENCE });
  await make(api, '/products', {
    sku: WORD.slice(0, 60),
    name: WORD,
    category: WORD.slice(0, 60),
    price: { amount: '9999999999.99', currency: 'USD' },
  });
  for (const type of ['call', 'note', 'meeting'])
    await make(api, '/activities', {
      type,
      subject: WORD,
      body: `${SENTENCE.repeat(6)}${WORD}`,
      occurredAt: new Date().toISOString(),
      dealId: deal.id,
      contactId: contact.id,
    });
  for (const description of [WORD, 'Two short words'])
    await make(api, `/deals/${deal.id}/items`, { description, quantity: '12345', unitPrice: '98765.43' });
  return { deal: deal.id, contact: contact.id, organization };
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
