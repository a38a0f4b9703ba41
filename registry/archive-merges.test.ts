import type { World } from '@aura/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Answer } from './answer.fixture.ts';
import { takeArchive } from './archive.fixture.ts';
import { exportWorld } from './export.fixture.ts';
import { bringIn } from './import.fixture.ts';

let world: World;
beforeAll(async () => {
  world = await exportWorld();
});
afterAll(() => world.close());

it('a merge that joined two links of a deal and a share is taken back in the workspace that it came to', async () => {
  const { admin, rep } = world.acme;
  const from: Answer = world.as(admin).api;
  const one = await from.contacts.create({ lastName: 'Merged', email: 'one@merged.test' });
  const two = await from.contacts.create({ lastName: 'Merged', email: 'two@merged.test', ownerId: rep.userId });
  await from.contacts.share({ id: two.id, userId: world.acme.otherRep.userId });
  await from.deals.create({ name: 'Of both', contactIds: [one.id, two.id] });
  await from.deals.create({ name: 'Of the other', contactIds: [two.id] });
  await from.activities.create({ type: 'note', subject: 'Of the other', contactId: two.id });
  await from.contactMerges.merge({ id: one.id, otherId: two.id, fields: { email: 'other' } });
  const file = await takeArchive(world, admin, 'json');
  expect(String(file)).not.toContain(world.acme.tenant.id);
  const done = await bringIn(world, world.globex.admin, { entity: 'workspace', file, name: 'archive' });
  expect(done).toMatchObject({ status: 'done', failure: null });

  const to: Answer = world.as(world.globex.admin).api;
  const { items } = await to.contacts.list({ q: 'Merged' });
  const id = items[0].id;
  const [merge] = (await to.contactMerges.list({ id })).items;
  const undone = await to.contactMerges.undo({ id, mergeId: merge.id });
  expect([undone.contact.email, undone.other.email, undone.kept]).toEqual(['one@merged.test', 'two@merged.test', []]);
  const contactsOf = async (name: string): Promise<string[]> => {
    const { items: deals } = await to.deals.list({ q: name });
    const deal = deals.find((each: Answer) => each.name === name);
    return (await to.deals.get({ id: deal.id })).contacts.map((contact: Answer) => contact.id).toSorted();
  };
  const both: string[] = [id, merge.otherId];
  expect(await contactsOf('Of both')).toEqual(both.toSorted());
  expect(await contactsOf('Of the other')).toEqual([merge.otherId]);
  const { rows } = await world.superuser.query('select tenant_id from crm.contact_shares where contact_id = $1', [
    merge.otherId,
  ]);
  expect(rows).toEqual([{ tenant_id: world.globex.tenant.id }]);
});
