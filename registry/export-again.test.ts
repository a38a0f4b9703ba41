import type { TestTenant, World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from './answer.fixture.ts';
import { exportWorld, recordsOf, takeOut } from './export.fixture.ts';
import { bringIn } from './import.fixture.ts';

let world: World;
beforeAll(async () => {
  world = await exportWorld();
  for (const { admin } of [world.acme, world.globex]) {
    await world
      .as(admin)
      .api.customFields.create({ entity: 'contact', key: 'region', label: 'Sales area', type: 'text' });
  }
  await fill(world.acme);
});
afterAll(() => world.close());

async function fill({ admin, rep }: TestTenant): Promise<void> {
  const { api } = world.as(admin);
  const parent = await api.organizations.create({ name: 'Holding, "the" big one', website: 'https://holding.test' });
  const { id: organizationId } = await api.organizations.create({
    ...{ name: '=Evil & Sons', industry: 'Food', size: '11-50', parentId: parent.id, externalId: 'E-1' },
    ownerId: rep.userId,
  });
  const contact = await api.contacts.create({
    ...{ firstName: '@Jo', lastName: "O'Neill", email: 'jo@evil.test', phone: '+31 20 1', title: '-', organizationId },
    ...{ customFields: { region: '+North+' }, ownerId: rep.userId },
  });
  const product = await api.products.create({
    ...{ sku: 'W-1', name: 'Widget', description: 'Two\nlines' },
    price: { amount: '1234.50', currency: 'USD', cost: '0.50' },
  });
  const { items: pipelines } = await api.pipelines.list({});
  const won = pipelines[0].stages.find((stage: Answer) => stage.kind === 'won');
  const open = await api.deals.create({
    ...{ name: 'Open one', closeDate: '2031-04-05', organizationId, contactIds: [contact.id], ownerId: rep.userId },
    ...{ notes: '=1+1', nextStep: 'Call', nextStepOn: '2031-01-02', externalId: 'D-1' },
  });
  await api.lineItems.add({ id: open.id, productId: product.id, quantity: 2 });
  const closed = await api.deals.create({ name: 'Closed one', amount: '99.95', organizationId });
  await api.deals.setStage({ id: closed.id, stageId: won.id });
}

describe('what was exported', () => {
  it.each(['organizations', 'contacts', 'products', 'deals'])('%s: is brought in again as it was', async (scope) => {
    const { text } = await takeOut(world, world.acme.admin, { scope });
    const done = await bringIn(world, world.globex.admin, { entity: scope, file: text });
    const records = recordsOf(text);
    expect(done).toMatchObject({ total: records.length, created: records.length, failed: 0, skipped: 0 });
    expect(Object.values<string | null>(done.mapping)).not.toContain(null);
    const again = await takeOut(world, world.globex.admin, { scope });
    const sorted = (rows: Record<string, string>[]) =>
      rows.toSorted((a, b) => String(a['name']).localeCompare(String(b['name'])));
    expect(sorted(recordsOf(again.text))).toEqual(sorted(records));
  });
});
