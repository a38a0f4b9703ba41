import { expect, test } from 'vitest';
import type { Notification } from '../notification.schema.ts';
import { groupByRecord } from './notification-groups.ts';

const told = (id: string, part: Partial<Notification>): Notification => ({
  ...{ id, event: 'shared', text: '', href: '/', entity: 'deal', record: null, about: null, count: 1 },
  ...{ actor: { id: 'a', name: 'Ana' }, occurredAt: '2026-01-01T00:00:00Z', readAt: null },
  ...part,
});
const deal = { id: 'd', name: 'Rollout' };

test('what is about one record stands together, an activity with its deal; what is about several stands alone', () => {
  const groups = groupByRecord([
    told('1', { entity: 'activity', record: { id: 'x', name: 'Call' }, about: deal }),
    told('2', { count: 5 }),
    told('3', { record: deal }),
    told('4', { record: { id: 'other', name: 'Other' } }),
  ]);
  expect(groups.map(({ name, items }) => [name, items.map(({ id }) => id)])).toEqual([
    ['Rollout', ['1', '3']],
    [null, ['2']],
    [null, ['4']],
  ]);
});
