import { type Company, foundCompany, hire } from '../company.ts';
import { type Login, rootHost } from '../demo.ts';
import type { Api, Body } from '../rest.ts';

type Colleague = Login & { api: Api; userId: string };

/** A company at work: two reps whose records bear each other's words, a manager, and a pipeline that asks questions. */
export type Office = { company: Company; manager: Colleague; rep: Colleague; otherRep: Colleague };

/** Only the other rep's records bear it. */
export const HIDDEN = 'Hemlock';
/** Both reps' records bear it. */
export const SHARED = 'Larch';
export const WON_REASON = { key: 'wonBecause', label: 'Won because' };
export const PRODUCT = { sku: 'DESK-1', name: 'Standing desk', price: { amount: '500.00', currency: 'USD' } };

export async function openOffice(prefix: string): Promise<Office> {
  const company = await foundCompany(rootHost(), prefix, { companyName: 'Office Works' });
  const office: Office = {
    company,
    manager: await hire(company, 'Mia Manager', 'manager'),
    rep: await hire(company, 'Rex Rep', 'sales_rep'),
    otherRep: await hire(company, 'Una Rep', 'sales_rep'),
  };
  await askQuestions(company.api);
  await fillDesks(office);
  return office;
}

export async function make(api: Api, path: string, body: object): Promise<Body> {
  const answer = await api('POST', path, { body });
  if (answer.status >= 300) throw new Error(`POST ${path}: ${answer.status} ${answer.text}`);
  return answer.body;
}

/** Proposal asks for notes, Negotiation for a product, Won for a reason. */
async function askQuestions(api: Api): Promise<void> {
  await make(api, '/custom-fields', { entity: 'deal', type: 'text', ...WON_REASON });
  const [pipeline] = (await api('GET', '/pipelines')).body.items;
  const asked: Readonly<Record<string, string[]>> = {
    Proposal: ['notes'],
    Negotiation: ['items'],
    Won: [`customFields.${WON_REASON.key}`],
  };
  for (const stage of pipeline.stages) {
    const requiredFields = asked[stage.name];
    if (!requiredFields) continue;
    const answer = await api('PATCH', `/pipelines/${pipeline.id}/stages/${stage.id}`, { body: { requiredFields } });
    if (answer.status !== 200) throw new Error(answer.text);
  }
  await make(api, '/products', PRODUCT);
}

async function fillDesks({ rep, otherRep }: Office): Promise<void> {
  await make(rep.api, '/contacts', { firstName: 'Lena', lastName: 'Okafor', email: 'lena@larch.test' });
  await make(rep.api, '/deals', { name: `${SHARED} reception`, amount: '900.00' });
  const contact = await make(otherRep.api, '/contacts', { firstName: HIDDEN, lastName: SHARED });
  const deal = await make(otherRep.api, '/deals', {
    name: `${SHARED} ${HIDDEN} hall`,
    amount: '7000.00',
    contactIds: [contact.id],
    nextStep: `Ask ${HIDDEN}`,
    nextStepOn: new Date().toISOString().slice(0, 10),
  });
  await make(otherRep.api, '/activities', {
    type: 'note',
    subject: `${HIDDEN} wants ${SHARED} doors`,
    occurredAt: new Date().toISOString(),
    dealId: deal.id,
  });
}
