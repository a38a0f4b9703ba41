import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from './answer.fixture.ts';
import { bookFile, bringIn, csv, errorsOf, type Upload } from './import.fixture.ts';
import { modules } from './modules.ts';

// What the wizard shows of a file's values before anything is imported, and what replacing them does.
let world: World;
beforeAll(async () => {
  world = await testWorld({ modules });
  await bringIn(world, world.acme.admin, { entity: 'products', file: bookFile('products.csv') });
  await api().organizations.create({ name: 'Société Générale' });
  await world.as(world.globex.admin).api.organizations.create({ name: 'Globex only' });
});
afterAll(() => world.close());

const api = (): Answer => world.as(world.acme.admin).api;

async function preview({ entity, file, options = {} }: Upload): Promise<Answer> {
  const form = new FormData();
  form.set('file', new Blob([file as BlobPart]), 'file.csv');
  form.set('entity', entity);
  form.set('options', JSON.stringify(options));
  return world.as(world.acme.admin).rest('POST', '/imports/preview', { form });
}

async function unmatchedOf(upload: Upload): Promise<Answer> {
  const { status, body, text } = await preview(upload);
  expect(status, text).toBe(200);
  return Object.fromEntries(body.unmatched.map((one: Answer) => [one.column, one]));
}

describe('the values that nothing here answers to', () => {
  it('are told for the real book, with the one product that is only spelt in another way', async () => {
    const unmatched = await unmatchedOf({ entity: 'deals', file: bookFile('sales_pipeline.csv') });
    expect(Object.keys(unmatched)).toEqual(['sales_agent', 'product', 'account', 'deal_stage']);
    expect(unmatched.product).toMatchObject({
      target: 'items.product.name',
      creatable: 'product',
      values: [{ value: 'GTXPro', rows: 1480, suggestion: 'GTX Pro' }],
      valuesTotal: 1,
    });
    expect(unmatched.product.candidates).toHaveLength(7);
    expect(unmatched.deal_stage).toMatchObject({
      creatable: null,
      values: [
        { value: 'Engaging', rows: 1589, suggestion: null },
        { value: 'Prospecting', rows: 500, suggestion: null },
      ],
    });
    expect(unmatched.deal_stage.candidates.slice(0, 2)).toEqual(['Prospect', 'Qualified']);
    expect(unmatched.account).toMatchObject({ creatable: 'organization', valuesTotal: 85 });
  });

  it('are judged as the import judges them: case and accents of a name aside', async () => {
    const file = csv('name,account', 'A,societe generale', 'B,SOCIETE-GENERALE', 'C,Nobody', 'D,');
    const { account } = await unmatchedOf({ entity: 'deals', file });
    expect(account.values).toEqual([
      { value: 'SOCIETE-GENERALE', rows: 1, suggestion: 'Société Générale' },
      { value: 'Nobody', rows: 1, suggestion: null },
    ]);
    expect(account.candidates).toEqual(['Société Générale']);
  });

  it('are those of the columns as they are mapped now, whatever is replaced already', async () => {
    const file = csv('name,where', 'A,Nowhere');
    const mapping = (where: string): object => ({ mapping: { name: 'name', where } });
    expect(await unmatchedOf({ entity: 'deals', file, options: mapping('notes') })).toEqual({});
    const options = { ...mapping('stage.name'), values: { where: { Nowhere: 'Won' } } };
    expect(await unmatchedOf({ entity: 'deals', file, options })).toMatchObject({ where: { valuesTotal: 1 } });
  });

  it('leave out what the file itself brings', async () => {
    const file = csv('name,parent', 'Child,Parent', 'Parent,', 'Other,Stranger');
    const { parent } = await unmatchedOf({ entity: 'organizations', file });
    expect(parent.values).toEqual([{ value: 'Stranger', rows: 1, suggestion: null }]);
  });

  it('of a field with options are told apart, one by one where it holds several, and replaced so', async () => {
    const options = { entity: 'organization', type: 'select', options: ['Gold', 'Top tier'] };
    await api().customFields.create({ ...options, key: 'tier', label: 'Tier' });
    const several = { entity: 'organization', type: 'multiselect', options: ['New', 'Old'] };
    await api().customFields.create({ ...several, key: 'tags', label: 'Tags' });
    const file = csv('name,tier,tags', 'A,gold,new;old', 'B,TopTier,New;Odd', 'C,Tin,Odd;OLD');
    const found = await unmatchedOf({ entity: 'organizations', file });
    expect(found.tier).toMatchObject({ creatable: null, candidates: ['Gold', 'Top tier'] });
    expect(found.tier.values).toEqual([
      { value: 'TopTier', rows: 1, suggestion: 'Top tier' },
      { value: 'Tin', rows: 1, suggestion: null },
    ]);
    expect(found.tags.values).toEqual([{ value: 'Odd', rows: 2, suggestion: null }]);
    const values = { tier: { TopTier: 'Top tier', Tin: 'Gold' }, tags: { Odd: 'Old' } };
    const done = await bringIn(world, world.acme.admin, { entity: 'organizations', file, options: { values } });
    expect(await errorsOf(world, world.acme.admin, done.id)).toEqual([]);
    const { items } = await api().organizations.list({ limit: 100 });
    expect(items.find(({ name }: Answer) => name === 'B').customFields).toEqual({
      tier: 'Top tier',
      tags: ['New', 'Old'],
    });
  });

  it('are bounded: 200 of them, counted among the first 5,000', async () => {
    const lines = Array.from({ length: 6_000 }, (_, index) => `Deal ${index},Stage ${index}`);
    const { stage } = await unmatchedOf({ entity: 'deals', file: csv('name,stage', ...lines) });
    expect([stage.values.length, stage.valuesTotal]).toEqual([200, 5_000]);
  });

  it('never name what another tenant has', async () => {
    const { account } = await unmatchedOf({ entity: 'deals', file: csv('name,account', 'A,Globex-only') });
    expect(account.values[0]).toMatchObject({ value: 'Globex-only', suggestion: null });
    expect(JSON.stringify(account.candidates)).not.toContain('Globex');
  });

  it('survive a NUL character', async () => {
    const lines = Array.from({ length: 200 }, (_, index) => `Deal ${index},Won`);
    expect(await unmatchedOf({ entity: 'deals', file: csv('name,stage', ...lines, 'Last,W\u0000n') })).toEqual({});
  });
});

it('a preview of a target that is none is refused by its column', async () => {
  const answer = await preview({ entity: 'deals', file: csv('name', 'A'), options: { mapping: { name: 'nom' } } });
  expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'options.mapping.name' }] } });
});

it('a column of owners is read as e-mails where its values are', async () => {
  const owners = async (value: string): Promise<Answer> =>
    (await preview({ entity: 'contacts', file: csv('Last name,Contact Owner', `Lee,${value}`, 'Ann,') })).body.mapping;
  expect(await owners('rita@acme.test')).toEqual({ 'Last name': 'lastName', 'Contact Owner': 'owner.email' });
  expect(await owners('Rita Rep')).toEqual({ 'Last name': 'lastName', 'Contact Owner': 'owner.name' });
});
