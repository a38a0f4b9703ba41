import { type Company, hire } from './company.ts';
import type { Api, Body } from './rest.ts';

/** What a long company's pictures look at by name. */
export type LongIds = { deal: string; priced: string; contact: string; organization: string };

export const WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
  .repeat(2)
  .slice(0, 120);
const WORDS =
  'The second agreement about desks, chairs and lamps for all floors of the new building by the old harbour road';
const SENTENCE =
  'A sentence about what was said on the phone, of the length that people really write when in a hurry. ';
const HUGE = '999999999999.99';
const OTHER_NAMES = ['€', 'مشروع المكاتب الجديدة في المبنى القديم', '🪑🪑 Chairs 👩‍👩‍👧‍👦 Ærøskøbing', WORDS];

/** As many custom fields of each kind of record as a workspace may really come to have. */
export const CUSTOM_KEYS = Array.from({ length: 200 }, (_, index) => `f${index + 1}`);
const ENTITIES = ['organization', 'contact', 'deal', 'product'] as const;
const OPTIONS = ['One', 'An option of some more words than usual', WORD.slice(0, 60)];
const KINDS = [
  { type: 'text', value: (index: number) => (index % 3 === 0 ? WORD : 'Two words') },
  { type: 'number', value: (index: number) => (index % 3 === 0 ? 999_999_999_999.99 : index) },
  { type: 'date', value: () => '2026-12-31' },
  { type: 'boolean', value: (index: number) => index % 2 === 0 },
  { type: 'select', value: (index: number) => OPTIONS[index % 3], options: OPTIONS },
  { type: 'multiselect', value: () => OPTIONS, options: OPTIONS },
  { type: 'url', value: () => `https://example.test/${WORD.slice(0, 40)}/${'path/'.repeat(12)}` },
  { type: 'email', value: () => `${'long.'.repeat(8)}address@${'sub.'.repeat(8)}example.test` },
] as const;
const kindOf = (index: number) => KINDS[index % KINDS.length] ?? KINDS[0];

const VALUES = Object.fromEntries(CUSTOM_KEYS.map((key, index) => [key, kindOf(index).value(index)]));

/** Makes something, or throws with the answer. */
export async function make(api: Api, path: string, body: object): Promise<Body> {
  const answer = await api('POST', path, { body });
  if (answer.status !== 201) throw new Error(`POST ${path}: ${answer.status} ${answer.text}`);
  return answer.body;
}

async function change(api: Api, path: string, body: object): Promise<void> {
  const answer = await api('PATCH', path, { body });
  if (answer.status !== 200) throw new Error(`PATCH ${path}: ${answer.status} ${answer.text}`);
}

/** Every text as long as it may be, every sum as large, two hundred fields and twelve stages. */
export async function fillLong(company: Company, rep: { api: Api; userId: string }): Promise<LongIds> {
  const { api } = company;
  await nameLong(company, rep.userId);
  await Promise.all(ENTITIES.map((entity) => addFields(api, entity)));
  const stages = await addStages(api);
  const organization = (await addOrganizations(api)).id;
  const contacts = await addContacts(api, organization);
  await addProducts(api);
  const [contact = ''] = contacts;
  const { deal, priced } = await addDeals(api, { stages, organization, contacts, ownerId: rep.userId });
  await addActivities(api, { dealId: deal, contactId: contact });
  await addRest(api, rep.api, deal);
  return { deal, priced, contact, organization };
}

async function nameLong(company: Company, repId: string): Promise<void> {
  const { userId } = (await company.api('GET', '/me')).body;
  const bo = await hire(company, 'Bo', 'manager');
  const ali = await hire(company, 'Ali', 'sales_rep');
  await change(company.api, `/members/${userId}`, { name: `Maximiliane ${WORD}`, title: WORD, department: WORD });
  await change(company.api, `/members/${repId}`, { name: `Rita ${WORDS}`.slice(0, 120), title: WORDS });
  await change(company.api, `/members/${bo.userId}`, { name: '👩‍👩‍👧‍👦 Bø', department: WORDS });
  await change(company.api, `/members/${ali.userId}`, { name: 'عبد الرحمن بن عبد العزيز آل سعود الكبير' });
  await make(company.api, '/invitations', {
    email: `${'long.'.repeat(10)}address@${'sub.'.repeat(12)}example.test`,
    role: 'manager',
  });
  await make(company.api, '/api-keys', { name: WORD.slice(0, 100) });
}

async function addFields(api: Api, entity: string): Promise<void> {
  for (const [index, key] of CUSTOM_KEYS.entries()) {
    const { type, ...rest } = kindOf(index);
    const options = 'options' in rest ? { options: rest.options } : {};
    const label = index % 20 === 0 ? `${index} ${WORD}`.slice(0, 100) : `Field ${index + 1} of the ${entity}`;
    await make(api, '/custom-fields', { entity, key, label, type, ...options });
  }
}

/** Twelve open stages before those in which a deal ends. */
async function addStages(api: Api): Promise<Body[]> {
  const { body } = await api('GET', '/pipelines');
  const [{ id }] = body.items;
  const open = body.items[0].stages.filter(({ kind }: Body) => kind === 'open');
  for (let index = open.length; index < 12; index += 1)
    await make(api, `/pipelines/${id}/stages`, {
      name: (index % 2 === 0 ? `${index} ${WORD}` : `${index} ${WORDS}`).slice(0, 100),
      probability: index,
      expectedDays: 3650,
    });
  const all = (await api('GET', `/pipelines/${id}`)).body.stages;
  const isOpen = ({ kind }: Body): boolean => kind === 'open';
  const ids = [...all.filter(isOpen), ...all.filter((stage: Body) => !isOpen(stage))].map(({ id: each }: Body) => each);
  await api('POST', `/pipelines/${id}/stages/order`, { body: { ids } });
  await make(api, '/pipelines', { name: WORD.slice(0, 100) });
  return all;
}

async function addOrganizations(api: Api): Promise<Body> {
  const long = await make(api, '/organizations', {
    name: WORD,
    industry: WORD.slice(0, 100),
    location: WORD,
    size: '1000000',
    website: `https://example.test/${WORD}`,
    customFields: VALUES,
  });
  for (const name of OTHER_NAMES) await make(api, '/organizations', { name, parentId: long.id, customFields: VALUES });
  return long;
}

async function addContacts(api: Api, organizationId: string): Promise<string[]> {
  const phone = '+49 (0) 30 123 456 789 012 345';
  const long = await make(api, '/contacts', {
    firstName: WORD.slice(0, 60),
    lastName: WORD.slice(60),
    email: `${'long.'.repeat(10)}address@${'sub.'.repeat(12)}example.test`,
    phone,
    title: WORD,
    organizationId,
    customFields: VALUES,
  });
  const ids: string[] = [long.id];
  for (const lastName of [...OTHER_NAMES.slice(0, 3), WORDS.slice(0, 100)])
    ids.push(
      (await make(api, '/contacts', { lastName, phone, title: WORDS, organizationId, customFields: VALUES })).id,
    );
  return ids;
}

async function addProducts(api: Api): Promise<void> {
  const price = { amount: HUGE, currency: 'USD', cost: HUGE };
  const rest = { category: WORD.slice(0, 100), description: SENTENCE.repeat(8), price, customFields: VALUES };
  await make(api, '/products', { sku: WORD.slice(0, 64), name: WORD, ...rest });
  for (const [index, name] of OTHER_NAMES.entries()) await make(api, '/products', { sku: `S-${index}`, name, ...rest });
}

type Around = { stages: Body[]; organization: string; contacts: string[]; ownerId: string };

async function addDeals(
  api: Api,
  { stages, organization, contacts, ownerId }: Around,
): Promise<Pick<LongIds, 'deal' | 'priced'>> {
  const whole = { amount: HUGE, organizationId: organization, customFields: VALUES, closeDate: '2026-12-31' };
  const long = await make(api, '/deals', {
    name: WORD,
    ...whole,
    contactIds: contacts,
    nextStep: WORD,
    nextStepOn: '2026-01-02',
    notes: SENTENCE.repeat(8),
  });
  for (const [index, stage] of stages.entries()) {
    const name = OTHER_NAMES[index % OTHER_NAMES.length];
    const owner = index % 2 === 0 ? { ownerId } : {};
    const { id } = await make(api, '/deals', { name, ...whole, ...owner, contactIds: contacts, nextStep: SENTENCE });
    const reason = stage.kind === 'lost' ? { fields: { lostReason: WORDS } } : {};
    await api('POST', `/deals/${id}/stage`, { body: { stageId: stage.id, ...reason } });
  }
  const priced = await make(api, '/deals', { name: `Priced ${WORD}`, organizationId: organization });
  for (const description of [WORD, 'Two short words'])
    await make(api, `/deals/${priced.id}/items`, { description, quantity: '12345', unitPrice: '9876543.21' });
  await change(api, `/deals/${priced.id}`, { nextStep: WORDS, nextStepOn: new Date().toISOString().slice(0, 10) });
  return { deal: long.id, priced: priced.id };
}

async function addActivities(api: Api, links: { dealId: string; contactId: string }): Promise<void> {
  const occurredAt = new Date().toISOString();
  for (const type of ['call', 'note', 'meeting', 'email'])
    for (const subject of [WORD, WORDS])
      await make(api, '/activities', { type, subject, body: `${SENTENCE.repeat(6)}${WORD}`, occurredAt, ...links });
}

async function addRest(api: Api, rep: Api, deal: string): Promise<void> {
  for (const entity of ENTITIES)
    for (const name of [WORD.slice(0, 60), '🪑 مكتب'])
      await make(api, '/views', { entity, name, visibility: 'shared', address: { q: WORD.slice(0, 80) } });
  const own = (await rep('GET', '/deals?limit=3')).body.items;
  for (const { id } of own) {
    await rep('POST', `/deals/${id}/escalate`, { body: { reason: `${SENTENCE}${WORD}` } });
    await make(rep, '/activities', { type: 'call', subject: WORD, body: SENTENCE.repeat(6), dealId: id });
  }
  await api('POST', `/deals/${deal}/escalate`, { body: { reason: WORDS } });
  const form = new FormData();
  form.set(
    'file',
    new Blob([`first name,${WORD},email\nAda,Moreau,ada@moreau.test\nBo,${WORD},not an address\n`]),
    `${WORD}.csv`,
  );
  form.set('entity', 'contacts');
  await api('POST', '/imports', { form });
}
