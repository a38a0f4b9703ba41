import { type Person, testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { modules } from './modules.ts';

export type Told = { id: string; event: string; text: string; href: string; count: number; readAt: string | null };
export type Made = { id: string };

/** A world with all modules, in which nobody has been told of anything before each test. */
export function useNotificationWorld() {
  const opened: { world?: World } = {};
  const open = (): World => {
    if (!opened.world) throw new Error('The world is opened before the first test.');
    return opened.world;
  };
  beforeAll(async () => {
    opened.world = await testWorld({ modules: modules as never });
  });
  afterAll(() => open().close());
  beforeEach(async () => {
    await open().superuser.query('delete from core.notifications');
    await open().superuser.query(`update core.memberships set preferences = '{}'`);
  });
  const told = async (person: Person, filter = {}): Promise<Told[]> =>
    (await open().as(person).api.notifications.list(filter)).items;
  return {
    get world() {
      return open();
    },
    get acme() {
      return open().acme;
    },
    told,
    texts: async (person: Person): Promise<string[]> => (await told(person)).map(({ text }) => text),
    unread: async (person: Person): Promise<number> => (await open().as(person).api.notifications.unread()).unread,
    dealOf: (person: Person, name = 'Rollout'): Promise<Made> => open().as(person).api.deals.create({ name }),
    contactOf: (person: Person): Promise<Made> =>
      open().as(person).api.contacts.create({ firstName: 'Jo', lastName: 'Lee' }),
    whoIsTold: async (): Promise<string[]> => {
      const { admin, manager, rep, otherRep } = open().acme;
      const counts = await Promise.all(
        [admin, manager, rep, otherRep].map(async (person) => [person.name, (await told(person)).length] as const),
      );
      return counts.filter(([, count]) => count > 0).map(([name]) => name);
    },
  };
}
