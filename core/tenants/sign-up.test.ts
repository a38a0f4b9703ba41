import { identityModule } from '../identity/module.ts';
import { type Mail } from '@aura/api';
import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tenantsModule } from './module.ts';
import { currentTerms } from './terms.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld({ modules: [identityModule, tenantsModule] });
});
afterAll(() => world.close());
it('x', async () => {
  const r = await world.anonymous().rest('POST', '/signup', { body: { name: 'N', email: 'n@x.test', password: 'long enough words', companyName: 'C', slug: 'cee', acceptTerms: { version: currentTerms().version, typedName: 'N' } } });
  expect(r.body).toEqual(1);
});
