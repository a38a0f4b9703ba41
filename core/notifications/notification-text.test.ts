import { describe, expect, test } from 'vitest';
import { EVENT_FACTS, isWanted, NOTIFICATION_EVENTS } from './notification-event.ts';
import { concernsSomebody, losersOf, newsOf, tellingsOf } from './notification-rules.ts';
import { placeOf, sentenceOf } from './notification-text.ts';

const told = {
  ...({ event: 'assigned', actorName: 'Ana', nouns: { one: 'deal', many: 'deals' }, record: null } as const),
  ...{ count: 120, isCut: false, data: {}, place: { entity: 'deal', recordId: 'd', listHref: '/deals' } },
};
const record = { id: 'd', name: 'Rollout', href: '/deals/d' };

describe('sentences', () => {
  test.each([
    ['Ana assigned 120 deals to you', {}],
    ['Ana assigned 1 deal to you', { count: 1 }],
    ['Ana assigned more than 5,000 deals to you', { count: 5_000, isCut: true }],
    ['Ana shared the deal Rollout with you', { event: 'shared', record }],
    ['Ana logged 3 activities on your records', { event: 'activity_logged', count: 3 }],
    [
      'Your import could not be finished. Nothing was imported',
      { event: 'import_finished', data: { status: 'failed' } },
    ],
    ['Your import was taken back', { event: 'import_finished', data: { status: 'undone' } }],
    ['Your export could not be made', { event: 'export_finished', data: { status: 'failed' } }],
    ['Your export is ready: 1 row', { event: 'export_finished', data: { rows: 1 } }],
    ['Ana made you an admin', { event: 'role_changed', data: { role: 'admin' } }],
  ])('%s', (sentence, part) => expect(sentenceOf({ ...told, ...part } as typeof told)).toBe(sentence));

  test('lead to the record, or to the list of many', () => {
    expect(placeOf({ ...told, record })).toBe('/deals/d');
    expect(placeOf(told)).toBe('/deals');
    expect(placeOf({ ...told, place: { ...told.place, listHref: undefined } })).toBe('/notifications');
  });
});

describe('choices', () => {
  test('everything is on until it is switched off, but deals won', () => {
    const off = NOTIFICATION_EVENTS.filter((event) => !isWanted(event, {}));
    expect(off).toEqual(['deal_won']);
    expect(isWanted('assigned', { notifications: { assigned: false } })).toBe(false);
    expect(isWanted('deal_won', { notifications: { deal_won: true } })).toBe(true);
  });

  test.each([null, 'x', { notifications: 'x' }, { notifications: { assigned: 'no' } }, { notifications: null }])(
    'nonsense is no choice: %j',
    (stored) => expect(isWanted('assigned', stored)).toBe(true),
  );

  test('what is always on cannot be muted', () => {
    const muted = { notifications: Object.fromEntries(NOTIFICATION_EVENTS.map((event) => [event, false])) };
    expect(NOTIFICATION_EVENTS.filter((event) => isWanted(event, muted))).toEqual(
      NOTIFICATION_EVENTS.filter((event) => EVENT_FACTS[event].isAlwaysOn),
    );
  });
});

describe('rules', () => {
  const event = (type: string, data = {}) => ({ type, entity: String(type.split('.')[0]), entityId: 'x', data });

  test('what nobody is told of costs nothing', () => {
    expect(concernsSomebody({ type: 'deal.updated' })).toBe(false);
    expect(tellingsOf(event('deal.updated'))).toEqual([]);
  });

  test('ids that are none are nobody', () => {
    expect(tellingsOf(event('deal.shared', { userId: 5 }))).toEqual([{ event: 'shared', audience: { userIds: [] } }]);
    expect(tellingsOf(event('activity.created', { mentions: 'all' }))[0]?.audience).toEqual({ userIds: [] });
  });

  test('who loses a record is found, and an import is the news of its maker alone', () => {
    const events = [event('deal.owner_changed', { from: 'a', to: 'b' }), event('contact.unshared', { userId: 'c' })];
    expect(losersOf(events)).toEqual(['a', 'c']);
    expect(newsOf([...events, event('import.done')])).toEqual([event('import.done')]);
  });
});
