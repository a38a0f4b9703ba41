import { customFieldsModule } from '@aura/custom-fields/module';
import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productsModule } from './module.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld({ modules: [customFieldsModule, productsModule] });
});
afterAll(() => world.close());

const refusal = (status: number, reason?: string) =>
  expect.objectContaining({ cause: expect.objectContaining({ status, ...(reason ? { reason } : {}) }) });
const manager = () => world.as(world.acme.manager).api;
const rep = () => world.as(world.acme.rep).api;
let count = 0;
const makeProduct = (fields = {}) => {
  count += 1;
  return manager().products.create({ sku: `SKU-${count}`, name: `Product ${count}`, ...fields });
};

describe('products', () => {
  it('are made with a price inline, in exact decimals', async () => {
    const made = await makeProduct({
      price: { amount: '1200.5', currency: 'USD', cost: '700', maxDiscountPercent: 12.5 },
    });
    expect(made).toMatchObject({
      active: true,
      price: {
        amount: '1200.50',
        currency: 'USD',
        cost: '700.00',
        maxDiscountPercent: 12.5,
        targetMarginPercent: null,
        validTo: null,
      },
      abilities: { update: true, archive: true, restore: false },
    });
    expect(await rep().products.get({ id: made.id })).toMatchObject({ name: made.name, abilities: { update: false } });
  });

  it('have a SKU of their own, until archived', async () => {
    const made = await makeProduct({ sku: 'Unique' });
    await expect(makeProduct({ sku: 'UNIQUE' })).rejects.toEqual(refusal(409, 'duplicate_sku'));
    await manager().products.archive({ id: made.id });
    const second = await makeProduct({ sku: 'unique' });
    await expect(manager().products.restore({ id: made.id })).rejects.toEqual(refusal(409, 'duplicate_sku'));
    await manager().products.archive({ id: second.id });
    expect(await manager().products.restore({ id: made.id })).toMatchObject({ deletedAt: null });
  });

  it('keep the history of their prices', async () => {
    const made = await makeProduct({ price: { amount: '10', currency: 'USD' } });
    await manager().products.update({ id: made.id, price: { amount: '10.00', currency: 'USD' } });
    const dearer = await manager().products.update({ id: made.id, price: { amount: '12', currency: 'USD' } });
    expect(dearer.price.amount).toBe('12.00');
    expect(dearer.version).toBeGreaterThan(made.version);
    await manager().products.addPrice({ id: made.id, amount: '1000', currency: 'JPY' });
    const later = new Date(Date.now() + 86_400_000).toISOString();
    const now = await manager().products.addPrice({ id: made.id, amount: '15', currency: 'USD', validFrom: later });
    expect(now.price).toMatchObject({ amount: '12.00', validTo: later });
    const history = await rep().products.prices({ id: made.id });
    expect(history.items.map((price: { amount: string }) => price.amount)).toEqual(['15.00', '1000', '12.00', '10.00']);
    expect(history.items[3].validTo).toBe(history.items[2].validFrom);
    await expect(manager().products.addPrice({ id: made.id, amount: '9', currency: 'USD' })).rejects.toEqual(
      refusal(422, 'price_order'),
    );
    await expect(
      manager().products.addPrice({ id: made.id, amount: '9.999', currency: 'USD', validFrom: later }),
    ).rejects.toEqual(refusal(422));
  });

  it('are listed, filtered, searched and sorted', async () => {
    const category = 'Listed';
    for (const name of ['Anvil deluxe', 'Zither', 'Mallet'])
      await makeProduct({ name, category, active: name !== 'Mallet' });
    const names = async (input: object) =>
      (await rep().products.list({ category, ...input })).items.map((item: { name: string }) => item.name);
    expect(await names({})).toEqual(['Anvil deluxe', 'Mallet', 'Zither']);
    expect(await names({ sort: '-name', limit: 1 })).toEqual(['Zither']);
    expect(await names({ active: false })).toEqual(['Mallet']);
    expect(await names({ q: 'delu anv' })).toEqual(['Anvil deluxe']);
    const first = await rep().products.list({ category, limit: 2 });
    expect(await names({ limit: 2, cursor: first.nextCursor })).toEqual(['Zither']);
    await expect(rep().products.list({ sort: 'price' })).rejects.toBeDefined();
  });

  it('are kept by managers, at the API and in the database', async () => {
    const made = await makeProduct();
    for (const attempt of [
      () => rep().products.create({ sku: 'x', name: 'x' }),
      () => rep().products.update({ id: made.id, name: 'x' }),
      () => rep().products.archive({ id: made.id }),
      () => rep().products.restore({ id: made.id }),
      () => rep().products.addPrice({ id: made.id, amount: '1', currency: 'USD' }),
    ])
      await expect(attempt()).rejects.toEqual(refusal(403));
    await expect(
      world
        .as(world.acme.rep)
        .run((ctx) => ctx.db.updateTable('crm.products').set({ name: 'x' }).where('id', '=', made.id).execute()),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('of another tenant do not exist', async () => {
    const { id } = await makeProduct({ sku: 'SAME' });
    const stranger = world.as(world.globex.admin).api;
    for (const attempt of [
      () => stranger.products.get({ id }),
      () => stranger.products.update({ id, name: 'x' }),
      () => stranger.products.archive({ id }),
      () => stranger.products.restore({ id }),
      () => stranger.products.prices({ id }),
      () => stranger.products.addPrice({ id, amount: '1', currency: 'USD' }),
      () => stranger.products.timeline({ id }),
    ])
      await expect(attempt()).rejects.toEqual(refusal(404));
    expect(await stranger.products.create({ sku: 'SAME', name: 'Theirs' })).toMatchObject({ sku: 'SAME' });
    expect((await stranger.products.list({ q: 'Product' })).total).toBe(0);
  });

  it('refuse stale writes and unknown properties', async () => {
    const made = await makeProduct();
    const { rest } = world.as(world.acme.manager);
    const path = `/products/${made.id}`;
    const changed = await rest('PATCH', path, { body: { name: 'New' }, headers: { 'if-match': '"1"' } });
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"2"']);
    const stale = await rest('PATCH', path, { body: { name: 'Late' }, headers: { 'if-match': '"1"' } });
    expect(stale).toMatchObject({ status: 412, body: { code: 'version_conflict', current: { name: 'New' } } });
    expect((await rest('PATCH', path, { body: { version: 7 } })).status).toBe(422);
    expect((await rest('DELETE', path, { headers: { 'if-match': '"1"' } })).status).toBe(412);
    expect((await rest('DELETE', path)).status).toBe(204);
    expect((await rest('PATCH', path, { body: { name: 'Gone' } })).status).toBe(409);
    expect((await rest('GET', '/products?deleted=true')).body).toMatchObject({ total: expect.any(Number) });
  });

  it('carry custom fields', async () => {
    await world
      .as(world.acme.admin)
      .api.customFields.create({ entity: 'product', key: 'shelf', label: 'Shelf', type: 'number' });
    expect(await makeProduct({ customFields: { shelf: 7 } })).toMatchObject({ customFields: { shelf: 7 } });
    await expect(makeProduct({ customFields: { shelf: 'top' } })).rejects.toEqual(refusal(422));
  });

  it('tell what happened to them', async () => {
    const made = await makeProduct({ price: { amount: '1', currency: 'USD' } });
    await manager().products.update({ id: made.id, category: 'New' });
    const { items } = await rep().products.timeline({ id: made.id });
    expect(items.map((entry: { type: string }) => entry.type)).toEqual(
      expect.arrayContaining(['product.created', 'product.updated', 'product.price_changed']),
    );
  });
});
