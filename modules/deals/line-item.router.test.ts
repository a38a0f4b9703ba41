import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dealsWorld, issues, refusal } from './deals-world.fixture.ts';

let world: World;
let product: { id: string };
beforeAll(async () => {
  world = await testWorld(dealsWorld);
  product = await manager().products.create({
    sku: 'GTX',
    name: 'GTX Pro',
    price: { amount: '100.00', currency: 'USD', cost: '60', maxDiscountPercent: 10, targetMarginPercent: 30 },
  });
});
afterAll(() => world.close());

const rep = () => world.as(world.acme.rep).api;
const manager = () => world.as(world.acme.manager).api;
const makeDeal = (fields = {}) => rep().deals.create({ name: 'Order', ...fields });

describe('a line', () => {
  it('inherits the product, and the deal takes its amount from the lines', async () => {
    const deal = await makeDeal({ amount: '1' });
    const item = await rep().lineItems.add({
      id: deal.id,
      productId: product.id,
      quantity: 3,
      discountPercent: 5,
      taxPercent: 21,
    });
    expect(item).toMatchObject({
      description: 'GTX Pro',
      quantity: 3,
      unitPrice: '100.00',
      listPrice: '100.00',
      net: '285.00',
      discount: '15.00',
      tax: '59.85',
      gross: '344.85',
      cost: '180.00',
      margin: '105.00',
      breaches: [],
      position: 0,
    });
    await rep().lineItems.add({ id: deal.id, description: 'Freight', unitPrice: '15.50', quantity: '1' });
    const after = await rep().deals.get({ id: deal.id });
    expect(after).toMatchObject({
      amount: '300.50',
      amountSource: 'items',
      net: '300.50',
      tax: '59.85',
      gross: '360.35',
      cost: '180.00',
      margin: '105.00',
      discount: '15.00',
    });
    expect(after.version).toBeGreaterThan(deal.version);
    expect(after.items).toHaveLength(2);
    await expect(rep().deals.update({ id: deal.id, amount: '9' })).rejects.toEqual(refusal(422, 'amount_from_items'));
    await expect(rep().deals.update({ id: deal.id, currency: 'EUR' })).rejects.toEqual(
      refusal(422, 'amount_from_items'),
    );
    const types = (await rep().deals.timeline({ id: deal.id })).items.map((entry: { type: string }) => entry.type);
    expect(types).toEqual(expect.arrayContaining(['deal.item_added', 'deal.amount_changed']));
  });

  it('keeps the price of the day it was added', async () => {
    const gadget = await manager().products.create({
      sku: 'GAD',
      name: 'Gadget',
      price: { amount: '10', currency: 'USD' },
    });
    const deal = await makeDeal();
    await rep().lineItems.add({ id: deal.id, productId: gadget.id });
    await manager().products.update({ id: gadget.id, price: { amount: '20', currency: 'USD' } });
    expect((await rep().lineItems.list({ id: deal.id })).items).toMatchObject([{ listPrice: '10.00', net: '10.00' }]);
  });

  it('with another price says why', async () => {
    const deal = await makeDeal();
    const line = { id: deal.id, productId: product.id, unitPrice: '120' };
    await expect(rep().lineItems.add(line)).rejects.toEqual(issues('overrideReason'));
    expect(await rep().lineItems.add({ ...line, overrideReason: 'Rush' })).toMatchObject({
      unitPrice: '120.00',
      overrideReason: 'Rush',
    });
    const [entry] = (await rep().deals.timeline({ id: deal.id })).items.filter(
      (one: { type: string }) => one.type === 'deal.item_added',
    );
    expect(entry.data.overrideReason).toBe('Rush');
  });

  it('against the policy needs a manager, however the price is lowered', async () => {
    const deal = await makeDeal();
    const attempts = [
      { discountPercent: 11 },
      { discountAmount: '10.01' },
      { unitPrice: '89', overrideReason: 'Friend' },
      { unitPrice: '95', discountPercent: 10, overrideReason: 'Friend' },
    ];
    for (const fields of attempts) {
      await expect(rep().lineItems.add({ id: deal.id, productId: product.id, ...fields })).rejects.toEqual(
        refusal(403, 'needs_manager'),
      );
    }
    expect((await rep().deals.get({ id: deal.id })).items).toEqual([]);
    const item = await manager().lineItems.add({ id: deal.id, productId: product.id, discountPercent: 50 });
    expect(item.breaches).toEqual(['discount', 'margin']);
    await expect(rep().lineItems.update({ id: deal.id, itemId: item.id, quantity: 2 })).rejects.toEqual(
      refusal(403, 'needs_manager'),
    );
  });

  it('is changed, ordered and removed; without lines the amount is by hand again', async () => {
    const deal = await makeDeal();
    const a = await rep().lineItems.add({ id: deal.id, description: 'A', unitPrice: '10' });
    const b = await rep().lineItems.add({ id: deal.id, description: 'B', unitPrice: '5', discountAmount: '1' });
    const changed = await rep().lineItems.update({
      id: deal.id,
      itemId: a.id,
      expectedVersion: a.version,
      quantity: 2.5,
      discountPercent: 10,
      description: 'A2',
    });
    expect(changed).toMatchObject({ description: 'A2', net: '22.50', version: 2 });
    await expect(
      rep().lineItems.update({ id: deal.id, itemId: a.id, expectedVersion: 1, quantity: 9 }),
    ).rejects.toEqual(refusal(412));
    expect(await rep().lineItems.update({ id: deal.id, itemId: b.id, discountPercent: 50 })).toMatchObject({
      discountAmount: null,
      net: '2.50',
    });
    expect(await rep().lineItems.update({ id: deal.id, itemId: b.id, discountPercent: null })).toMatchObject({
      discountPercent: null,
      net: '5.00',
    });
    const ordered = await rep().lineItems.order({ id: deal.id, ids: [b.id, a.id] });
    expect(ordered.items.map((item: { description: string }) => item.description)).toEqual(['B', 'A2']);
    await expect(rep().lineItems.order({ id: deal.id, ids: [b.id] })).rejects.toEqual(issues('ids'));
    await rep().lineItems.remove({ id: deal.id, itemId: a.id });
    expect(await rep().deals.get({ id: deal.id })).toMatchObject({ amount: '5.00', amountSource: 'items' });
    await rep().lineItems.remove({ id: deal.id, itemId: b.id });
    expect(await rep().deals.update({ id: deal.id, amount: '7' })).toMatchObject({
      amount: '7.00',
      amountSource: 'manual',
      net: null,
    });
  });

  it('is refused with what is wrong', async () => {
    const deal = await makeDeal();
    const add = (fields: object) => rep().lineItems.add({ id: deal.id, description: 'X', unitPrice: '10', ...fields });
    await expect(add({ discountAmount: '11' })).rejects.toEqual(issues('discountAmount'));
    await expect(add({ discountAmount: '1', discountPercent: 1 })).rejects.toEqual(issues('discountAmount'));
    await expect(add({ quantity: 0 })).rejects.toEqual(refusal(422));
    await expect(add({ quantity: 1.0001 })).rejects.toEqual(refusal(422));
    await expect(add({ unitPrice: '0.001' })).rejects.toEqual(issues('unitPrice'));
    await expect(rep().lineItems.add({ id: deal.id, unitPrice: '1' })).rejects.toEqual(issues('description'));
    await expect(rep().lineItems.add({ id: deal.id, description: 'X' })).rejects.toEqual(issues('unitPrice'));
    const foreign = await world
      .as(world.globex.manager)
      .api.products.create({ sku: 'F', name: 'Foreign', price: { amount: '1', currency: 'USD' } });
    await expect(add({ productId: foreign.id })).rejects.toEqual(issues('productId'));
    const other = await makeDeal();
    const item = await rep().lineItems.add({ id: other.id, description: 'Elsewhere', unitPrice: '1' });
    await expect(rep().lineItems.update({ id: deal.id, itemId: item.id, quantity: 2 })).rejects.toEqual(refusal(404));
    await expect(rep().lineItems.remove({ id: deal.id, itemId: item.id })).rejects.toEqual(refusal(404));
  });

  it('of a colleague or another tenant does not exist', async () => {
    const deal = await makeDeal();
    const item = await rep().lineItems.add({ id: deal.id, description: 'X', unitPrice: '1' });
    for (const person of [world.acme.otherRep, world.globex.admin]) {
      const { api } = world.as(person);
      await expect(api.lineItems.list({ id: deal.id })).rejects.toEqual(refusal(404));
      await expect(api.lineItems.update({ id: deal.id, itemId: item.id, quantity: 2 })).rejects.toEqual(refusal(404));
      await expect(api.lineItems.remove({ id: deal.id, itemId: item.id })).rejects.toEqual(refusal(404));
      await expect(api.lineItems.order({ id: deal.id, ids: [item.id] })).rejects.toEqual(refusal(404));
    }
  });

  it('added by two people at once is in the sum of both', async () => {
    const deal = await makeDeal();
    await Promise.all(
      [rep(), manager(), rep(), manager()].map((api, index) =>
        api.lineItems.add({ id: deal.id, description: `Line ${index}`, unitPrice: '2.50' }),
      ),
    );
    expect(await rep().deals.get({ id: deal.id })).toMatchObject({ amount: '10.00', items: [{}, {}, {}, {}] });
  });

  it('answers as REST', async () => {
    const deal = await makeDeal({ currency: 'JPY' });
    const { rest } = world.as(world.acme.rep);
    const made = await rest('POST', `/deals/${deal.id}/items`, {
      body: { description: 'Sushi', quantity: '2', unitPrice: '333', discountPercent: 0.5 },
    });
    expect(made).toMatchObject({ status: 201, body: { net: '663', discount: '3', currency: 'JPY' } });
    const path = `/deals/${deal.id}/items/${(made.body as { id: string }).id}`;
    expect((await rest('PATCH', path, { body: { quantity: 3 }, headers: { 'if-match': '"1"' } })).status).toBe(200);
    expect((await rest('PATCH', path, { body: { quantity: 4 }, headers: { 'if-match': '"1"' } })).status).toBe(412);
    expect((await rest('PATCH', path, { body: { net: '1' } })).status).toBe(422);
    expect((await rest('DELETE', path)).status).toBe(204);
    expect((await rest('GET', `/deals/${deal.id}/items`)).body).toEqual({ items: [], nextCursor: null, total: 0 });
  });
});
