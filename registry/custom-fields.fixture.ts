import { randomUUID } from 'node:crypto';
import type { Person, World } from '@aura/testkit';
import { expect } from 'vitest';

type Values = Record<string, unknown>;
export const OPTIONS = ['Gold', 'Silver', 'Tin'];
const FIELDS = {
  note: 'text',
  site: 'url',
  mail: 'email',
  seats: 'number',
  renewal: 'date',
  vip: 'boolean',
  tier: 'select',
  tags: 'multiselect',
} as const;

export const ENTITIES = {
  organizations: (name: string) => ({ name }),
  contacts: (name: string) => ({ lastName: name }),
  deals: (name: string) => ({ name }),
  products: (name: string) => ({ name, sku: randomUUID() }),
};
export type Plural = keyof typeof ENTITIES;
export const PLURALS = Object.keys(ENTITIES) as Plural[];

const RECORDS: Record<string, Values> = {
  one: {
    note: 'Élan vital',
    site: 'https://a.test/x',
    mail: 'a@a.test',
    seats: -2.5,
    renewal: '2026-01-31',
    vip: true,
    tier: 'Gold',
    tags: ['Gold', 'Tin'],
  },
  two: {
    note: 'elastic',
    site: 'https://b.test',
    mail: 'b@b.test',
    seats: 10,
    renewal: '2026-02-01',
    vip: false,
    tier: 'Silver',
    tags: ['Silver'],
  },
  three: { note: 'Zebra', seats: 1_000_000, renewal: '2027-12-31', tags: ['Gold', 'Silver'] },
  none: {},
};

/** The fields of an entity in acme, and four records of its admin's. */
export async function makeCustomFields(world: World, plural: Plural): Promise<void> {
  const { api } = world.as(world.acme.admin);
  for (const [key, type] of Object.entries(FIELDS)) {
    const options = type === 'select' || type === 'multiselect' ? { options: OPTIONS } : {};
    await api.customFields.create({ entity: plural, key, label: `The ${key}`, type, ...options });
  }
  for (const [name, customFields] of Object.entries(RECORDS))
    await api[plural].create({ ...ENTITIES[plural](name), customFields });
}

export const nameOf = (item: { name: string }): string => item.name;

/** The names of what a list finds by a query string; its total says the same. */
export async function found(world: World, path: string, person: Person = world.acme.admin): Promise<string[]> {
  const { status, body } = await world.as(person).rest('GET', `/${path}`);
  expect([status, body]).toEqual([200, expect.anything()]);
  const { items, total } = body as { items: { name: string }[]; total: number };
  expect(total).toBe(items.length);
  return items.map(nameOf);
}
