import type { Person, World } from '@aura/testkit';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from './answer.fixture.ts';
import { jobs } from './index.ts';
import { useNotificationWorld } from './notifications.fixture.ts';

const at = useNotificationWorld();
const { texts, dealOf, contactOf } = at;
let world: World;
let acme: World['acme'];
beforeAll(() => ({ world, acme } = at));
beforeEach(() => world.superuser.query('delete from core.muted_records'));

const api = (person: Person): Answer => world.as(person).api;
const mute = (person: Person, id: string): Promise<Answer> => api(person).notifications.mute({ entity: 'deal', id });
const isMuted = async (person: Person, id: string): Promise<boolean> =>
  (await api(person).notifications.muted({ entity: 'deal', id })).muted;

describe('a muted deal', () => {
  it('is silent about what happens to it and is logged on it, for that person alone, until it is not muted', async () => {
    const [muted, other] = [await dealOf(acme.rep, 'Muted'), await dealOf(acme.rep, 'Other')];
    await api(acme.manager).deals.share({ id: muted.id, userId: acme.otherRep.userId });
    await mute(acme.rep, muted.id);
    await mute(acme.rep, muted.id);
    expect([await isMuted(acme.rep, muted.id), await isMuted(acme.rep, other.id)]).toEqual([true, false]);
    expect(await isMuted(acme.otherRep, muted.id)).toBe(false);
    const log = (dealId: string): Promise<Answer> =>
      api(acme.manager).activities.create({ type: 'note', subject: 'Called', dealId });
    await log(muted.id);
    await log(other.id);
    expect(await texts(acme.rep)).toEqual(['Mara Manager logged “Called” on Other']);
    expect(await texts(acme.otherRep)).toEqual(['Mara Manager shared the deal Muted with you']);
    await api(acme.rep).notifications.unmute({ entity: 'deal', id: muted.id });
    await api(acme.rep).notifications.unmute({ entity: 'deal', id: muted.id });
    expect(await isMuted(acme.rep, muted.id)).toBe(false);
    await log(muted.id);
    expect((await texts(acme.rep))[0]).toBe('Mara Manager logged “Called” on Muted');
  });

  it('is left out of what is told of many, whoever changes them', async () => {
    const deals = [await dealOf(acme.rep, 'A'), await dealOf(acme.rep, 'B'), await dealOf(acme.rep, 'C')];
    await mute(acme.manager, String(deals[0]?.id));
    await api(acme.admin).deals.reassign({ ids: deals.map(({ id }) => id), ownerId: acme.manager.userId });
    expect(await texts(acme.manager)).toEqual(['Ada Admin assigned 2 deals to you']);
  });

  it('is silent when it is won and when its next step is due', async () => {
    const deal: Answer = await api(acme.rep).deals.create({ name: 'Rollout', nextStepOn: '2026-11-20' });
    await mute(acme.rep, deal.id);
    await mute(acme.manager, deal.id);
    await world.superuser.query('delete from core.reminder_days');
    await jobs
      .find(({ name }) => name === 'notifications.remind')
      ?.run({ transaction: world.as(acme.rep).run } as never, { day: '2026-11-20' }, {} as never);
    for (const person of [acme.manager, acme.admin])
      await api(person).notifications.updatePreferences({ deal_won: true });
    const { items } = await api(acme.rep).pipelines.list({});
    const won = items[0].stages.find(({ kind }: Answer) => kind === 'won');
    await api(acme.rep).deals.update({ id: deal.id, stageId: won.id });
    expect(await texts(acme.rep)).toEqual([]);
    expect(await texts(acme.manager)).toEqual([]);
    expect(await texts(acme.admin)).toEqual(['Rita Rep won the deal Rollout']);
  });

  it('still tells of mentions and of escalations', async () => {
    const deal = await dealOf(acme.rep);
    for (const person of [acme.rep, acme.manager]) await mute(person, deal.id);
    await api(acme.manager).activities.create({
      ...{ type: 'note', subject: 'Look', dealId: deal.id, mentionIds: [acme.rep.userId] },
    });
    await api(acme.rep).deals.escalate({ id: deal.id, reason: 'Stuck' });
    expect(await texts(acme.rep)).toEqual(['Mara Manager mentioned you in “Look” on Rollout']);
    expect(await texts(acme.manager)).toEqual(['Rita Rep escalated the deal Rollout']);
  });

  it('does not silence the contact of an activity elsewhere', async () => {
    const [deal, contact] = [await dealOf(acme.rep), await contactOf(acme.rep)];
    await mute(acme.rep, deal.id);
    await api(acme.manager).activities.create({ type: 'note', subject: 'On Jo', contactId: contact.id });
    expect(await texts(acme.rep)).toEqual(['Mara Manager logged “On Jo” on Jo Lee']);
  });
});

describe('muting is refused', () => {
  const calls = async (person: Person, path: string): Promise<number[]> => {
    const statuses = [];
    for (const method of ['GET', 'PUT', 'DELETE'])
      statuses.push((await world.as(person).rest(method, `/notifications/muted/${path}`)).status);
    return statuses;
  };

  it('of what the person does not see, and of what is no deal', async () => {
    const [mine, theirs] = [await dealOf(acme.rep), await dealOf(acme.otherRep)];
    expect(await calls(acme.rep, `deal/${theirs.id}`)).toEqual([404, 404, 404]);
    expect(await calls(world.globex.admin, `deal/${mine.id}`)).toEqual([404, 404, 404]);
    expect(await calls(acme.rep, `contact/${mine.id}`)).toEqual([422, 422, 422]);
    expect(await calls(acme.rep, 'deal/x')).toEqual([422, 422, 422]);
    expect(await calls(acme.rep, `deal/${mine.id}`)).toEqual([200, 200, 204]);
  });

  it('by the database for others: a mute is read by who sees the deal, and written by its person', async () => {
    const [mine, shared] = [await dealOf(acme.rep), await dealOf(acme.rep, 'Shared')];
    await api(acme.manager).deals.share({ id: shared.id, userId: acme.otherRep.userId });
    for (const { id } of [mine, shared]) await mute(acme.rep, id);
    const seen = async (person: Person): Promise<string[]> => {
      const rows = await world.as(person).run((ctx) => ctx.db.selectFrom('core.muted_records').selectAll().execute());
      return rows.map(({ record_id: id }) => id);
    };
    expect(await seen(acme.otherRep)).toEqual([shared.id]);
    expect((await seen(acme.manager)).length).toBe(2);
    expect(await seen(world.globex.admin)).toEqual([]);
    for (const person of [acme.otherRep, acme.admin, world.globex.admin]) {
      const gone = await world
        .as(person)
        .run((ctx) => ctx.db.deleteFrom('core.muted_records').where('record_id', '=', shared.id).executeTakeFirst());
      expect(gone.numDeletedRows).toBe(0n);
    }
    await expect(
      world.as(acme.admin).run((ctx) =>
        ctx.db
          .insertInto('core.muted_records')
          .values({ user_id: acme.rep.userId, entity: 'deal', record_id: mine.id } as never)
          .execute(),
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });
});
