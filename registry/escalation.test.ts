import { idsOf, notFound, type Person, refused, testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules } from './index.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld({ modules: modules as never });
}, 120_000);
afterAll(() => world.close());

let made = 0;
const api = (person: Person = world.acme.manager) => world.as(person).api;
const nouns = {
  contacts: (person: Person) => api(person).contacts.create({ lastName: `Asked ${++made}` }),
  deals: (person: Person) => api(person).deals.create({ name: `Asked ${++made}` }),
};

describe.each(['contacts', 'deals'] as const)('escalating %s', (noun) => {
  const entity = noun === 'contacts' ? 'contact' : 'deal';

  it('shows it to managers with who asks and why, to its rep as their own, and to nobody else', async () => {
    const { rep, otherRep, manager, admin } = world.acme;
    const { id } = await nouns[noun](rep);
    const answer = await world
      .as(rep)
      .rest('POST', `/${noun}/${id}/escalate`, { body: { reason: 'They want a discount' } });
    expect(answer).toMatchObject({
      status: 200,
      body: { id, escalatedBy: rep.userId, abilities: { escalate: true, resolve: false } },
    });
    for (const person of [manager, admin]) {
      const { body } = await world.as(person).rest('GET', `/escalations?entity=${entity}`);
      expect((body as { items: object[] }).items[0]).toMatchObject({
        id,
        entity,
        ownerId: rep.userId,
        escalatedBy: rep.userId,
        escalatedByName: 'Rita Rep',
        reason: 'They want a discount',
        abilities: { resolve: true, share: true, changeOwner: true },
      });
    }
    expect((await api(rep).escalations.list({})).items[0]).toMatchObject({
      id,
      abilities: { resolve: false, share: false },
    });
    for (const person of [otherRep, world.globex.admin])
      expect(idsOf(await api(person).escalations.list({}))).not.toContain(id);
    const types = (await api()[noun].timeline({ id })).items.map(({ type }: { type: string }) => type);
    expect(types).toContain(`${entity}.escalated`);
  });

  it('ends by a manager’s word, by sharing and by a new owner; each tells who asked', async () => {
    const { rep, otherRep, manager } = world.acme;
    const answers = {
      manager: (id: string) => api()[noun].resolve({ id, note: 'Give them ten percent' }),
      share: (id: string) => api()[noun].share({ id, userId: otherRep.userId }),
      owner: (id: string) => api()[noun].update({ id, ownerId: otherRep.userId }),
      bulk: (id: string) => api()[noun].reassign({ ids: [id], ownerId: manager.userId }),
    };
    for (const [by, answer] of Object.entries(answers)) {
      const { id } = await nouns[noun](rep);
      await api(rep)[noun].escalate({ id });
      await answer(id);
      expect(await api()[noun].get({ id })).toMatchObject({ escalatedAt: null, escalatedBy: null });
      const { items } = await api()[noun].timeline({ id });
      const told = items.find(({ type }: { type: string }) => type === `${entity}.escalation_resolved`);
      expect(told).toMatchObject({ data: { by: by === 'bulk' ? 'owner' : by, escalatedBy: rep.userId } });
      expect(idsOf(await api().escalations.list({}))).not.toContain(id);
    }
  });

  it('refuses what is archived, not asked, not theirs, of another tenant; and a rep’s own answer', async () => {
    const { rep, otherRep } = world.acme;
    const { id } = await nouns[noun](rep);
    await expect(api()[noun].resolve({ id })).rejects.toMatchObject(refused('not_escalated'));
    await expect(api(rep)[noun].resolve({ id })).rejects.toMatchObject({ cause: { code: 'forbidden' } });
    for (const person of [otherRep, world.globex.admin])
      await expect(api(person)[noun].escalate({ id })).rejects.toMatchObject(notFound);
    await expect(api(world.globex.admin)[noun].resolve({ id })).rejects.toMatchObject(notFound);
    await expect(api(rep)[noun].escalate({ id, reason: 'x'.repeat(1_001) })).rejects.toMatchObject({
      cause: { code: 'invalid' },
    });
    await api(rep)[noun].archive({ id });
    await expect(api(rep)[noun].escalate({ id })).rejects.toMatchObject(refused('archived'));
  });
});

describe('the list', () => {
  it('is paged, newest first, and filtered by noun and owner', async () => {
    const { rep, otherRep } = world.acme;
    const asked: string[] = [];
    for (const person of [rep, otherRep, rep]) {
      const { id } = await nouns.deals(person);
      await api(person).deals.escalate({ id });
      asked.unshift(id);
    }
    const first = await api().escalations.list({ entity: 'deal', limit: 2 });
    expect(idsOf(first)).toEqual(asked.slice(0, 2));
    expect(idsOf(await api().escalations.list({ entity: 'deal', limit: 2, cursor: first.nextCursor }))[0]).toBe(
      asked[2],
    );
    const ofOther = await api().escalations.list({ ownerId: otherRep.userId });
    expect(new Set(ofOther.items.map(({ ownerId }: { ownerId: string }) => ownerId))).toEqual(
      new Set([otherRep.userId]),
    );
    expect((await world.as(rep).rest('GET', '/escalations?q=x')).status).toBe(422);
  });
});
