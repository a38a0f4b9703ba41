import { person } from './demo.ts';
import { type Api, signIn } from './rest.ts';

/** A word that stands in one tenant's records only: found in an answer to the other, it has leaked. */
export const canaryOf = (tenant: 'acme' | 'globex'): string =>
  ({ acme: 'CanaryAcme7Q', globex: 'CanaryGlobex9Z' })[tenant];

/** Puts each tenant's word into a record of every kind, once. */
export async function plantCanaries(): Promise<void> {
  for (const tenant of ['acme', 'globex'] as const)
    await plant((await signIn(person(tenant, 'admin'))).api, canaryOf(tenant));
}

async function plant(api: Api, word: string): Promise<void> {
  if ((await api('GET', `/organizations?q=${word}`)).body.total > 0) return;
  const make = async (path: string, body: object): Promise<string> => {
    const answer = await api('POST', path, { body });
    if (answer.status !== 201) throw new Error(`POST ${path}: ${answer.status} ${answer.text}`);
    return answer.body.id;
  };
  const organizationId = await make('/organizations', { name: `${word} Works`, industry: word, location: word });
  const contactId = await make('/contacts', {
    firstName: word,
    lastName: 'Person',
    email: `${word.toLowerCase()}@canary.test`,
    organizationId,
  });
  const dealId = await make('/deals', {
    name: `${word} deal`,
    amount: '777.00',
    organizationId,
    contactIds: [contactId],
    nextStep: word,
  });
  await make('/products', {
    sku: word,
    name: `${word} product`,
    category: word,
    price: { amount: '7.00', currency: 'USD' },
  });
  await make('/activities', {
    type: 'call',
    subject: `${word} call`,
    body: word,
    occurredAt: new Date().toISOString(),
    contactId,
    dealId,
  });
  const form = new FormData();
  form.set('file', new Blob([`name\n${word} Works\n`]), `${word}.csv`);
  form.set('entity', 'organizations');
  const imported = await api('POST', '/imports', { form });
  if (imported.status !== 202) throw new Error(`POST /imports: ${imported.status} ${imported.text}`);
}
