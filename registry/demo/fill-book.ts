import type { ActorContext } from '@aura/api';
import { createContact } from '@aura/contacts';
import { createOrganization } from '@aura/organizations';
import { createProduct } from '@aura/products';
import { FIRST_NAMES, LAST_NAMES, ORGANIZATIONS, PARENTS, PRODUCTS, TITLES } from './book.ts';
import type { Customer } from './customer.ts';
import { type FilledDeal, fillDeals } from './fill-deals.ts';
import { createRandom, type Random } from './random.ts';

const SEED = 20_260_101;
const CONTACTS_PER_ORGANIZATION_MAX = 3;

export type BookPlan = { dealCount: number; teamIds: string[] };

/** Half a year of business, through the same services that people use. */
export async function fillBook(ctx: ActorContext, { teamIds, dealCount }: BookPlan): Promise<FilledDeal[]> {
  const random = createRandom(SEED);
  const customers = await createCustomers(ctx, { random, teamIds });
  return fillDeals(ctx, { random, customers, productIds: await createProducts(ctx), dealCount });
}

async function createProducts(ctx: ActorContext): Promise<string[]> {
  const ids: string[] = [];
  for (const [sku, name, category, amount, cost] of PRODUCTS) {
    const price = { amount, currency: ctx.tenant.currency, cost, maxDiscountPercent: 15, targetMarginPercent: 30 };
    ids.push((await createProduct(ctx, { sku, name, category, price })).id);
  }
  return ids;
}

async function createCustomers(
  ctx: ActorContext,
  { random, teamIds }: { random: Random; teamIds: string[] },
): Promise<Customer[]> {
  const byName = new Map<string, Customer>();
  for (const [name, industry, size, location] of ORGANIZATIONS) {
    const ownerId = random.pick(teamIds);
    const parentId = byName.get(PARENTS[name] ?? '')?.organizationId;
    const domain = `${name
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[^a-z]/g, '')}.example`;
    const organization = await createOrganization(ctx, {
      name,
      industry,
      size,
      location,
      website: `https://${domain}`,
      ownerId,
      ...(parentId ? { parentId } : {}),
    });
    const contactIds: string[] = [];
    for (let n = 1 + random.int(CONTACTS_PER_ORGANIZATION_MAX); n > 0; n -= 1) {
      contactIds.push(await createPerson(ctx, { random, organizationId: organization.id, domain, ownerId, n }));
    }
    byName.set(name, { organizationId: organization.id, name, contactIds, ownerId });
  }
  return [...byName.values()];
}

type NewPerson = { random: Random; organizationId: string; domain: string; ownerId: string; n: number };

async function createPerson(
  ctx: ActorContext,
  { random, organizationId, domain, ownerId, n }: NewPerson,
): Promise<string> {
  const firstName = random.pick(FIRST_NAMES);
  const lastName = random.pick(LAST_NAMES);
  const local = `${firstName}.${lastName}`
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z.]/g, '');
  const contact = await createContact(ctx, {
    firstName,
    lastName,
    email: `${local}${n}@${domain}`,
    phone: `+31 20 ${100 + random.int(900)} ${1000 + random.int(9000)}`,
    title: random.pick(TITLES),
    organizationId,
    ownerId,
  });
  return contact.id;
}
