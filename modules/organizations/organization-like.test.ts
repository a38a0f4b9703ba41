import { customFieldsModule } from '@aura/custom-fields/module';
import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { organizationsModule } from './module.ts';
import { bareName } from './organization-like.queries.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld({ modules: [customFieldsModule, organizationsModule] });
});
afterAll(() => world.close());

describe('a name without its legal form', () => {
  it.each([
    ['Acme Ltd.', 'Acme'],
    ['Acme, Inc', 'Acme'],
    ['Acme Co. Ltd', 'Acme'],
    ['Acme Holdings', 'Acme Holdings'],
    ['Co', 'Co'],
  ])('%s is %s', (name, bare) => expect(bareName(name)).toBe(bare));
});

describe('organizations called alike', () => {
  it('are found whatever case, accents and legal form, in the tenant alone', async () => {
    const { api, rest } = world.as(world.acme.rep);
    const made = await api.organizations.create({ name: 'Acmé Ltd' });
    await api.organizations.create({ name: 'Acme Holdings' });
    for (const name of ['acme', 'ACME Inc.', ' Acmé Ltd'])
      expect((await api.organizations.like({ name })).items).toEqual([{ id: made.id, name: 'Acmé Ltd', openDeals: 0 }]);
    expect((await api.organizations.like({ name: 'acme', exceptId: made.id })).items).toEqual([]);
    expect((await api.organizations.like({ name: '' })).items).toEqual([]);
    expect((await world.as(world.globex.admin).api.organizations.like({ name: 'acme' })).items).toEqual([]);
    expect((await rest('GET', '/organizations/duplicates?name=acme&x=1')).status).toBe(422);
  });
});
