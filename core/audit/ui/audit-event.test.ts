import { expect, test } from 'vitest';
import { changesOf, describeAction, describeEntity, knownActions } from './audit-event.ts';

test('says an action and its object in words', () => {
  expect(describeAction({ action: 'deal.stage_changed' })).toBe('Deal stage changed');
  expect(describeEntity('crm.deal_items')).toBe('Deal items');
});

test('tells a change from a fact, and an empty value from a missing one', () => {
  expect(changesOf({ name: [null, 'Acme'], amount: ['1', ''], kind: 'browser', ids: [1, 2, 3] })).toEqual([
    { field: 'name', before: 'empty', after: 'Acme' },
    { field: 'amount', before: '1', after: 'empty' },
    { field: 'kind', before: null, after: 'browser' },
    { field: 'ids', before: null, after: '[1,2,3]' },
  ]);
});

test('offers the actions of one kind of object, or of all', () => {
  expect(knownActions('api_key')).toEqual(['api_key.created', 'api_key.revoked']);
  expect(knownActions(undefined)).toContain('deal.stage_changed');
  expect(knownActions('unheard_of')).toEqual([]);
});
