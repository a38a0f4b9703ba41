import type { TimelineEntry } from '@aura/audit/client';
import { expect, test } from 'vitest';
import { changeText } from './change-text.ts';

const nameOf = (userId: string): string => ({ u1: 'Ana', u2: 'Bo' })[userId] ?? 'someone';
const entry = (type: string, data: Record<string, unknown> = {}): TimelineEntry => ({
  id: '1',
  type,
  entity: 'contact',
  entityId: '2',
  occurredAt: '2026-03-04T00:00:00Z',
  actorId: 'u1',
  actorName: 'Ana',
  data,
});

test('an update names its fields, custom ones too, with the old and the new value', () => {
  const { verb, lines } = changeText(
    entry('contact.updated', { changes: { title: ['CEO', 'CTO'], customFields: [{ size: 1 }, { size: 2 }] } }),
    nameOf,
  );
  expect(verb).toBe('changed 2 fields');
  expect(lines).toEqual([
    { field: 'Title', from: 'CEO', to: 'CTO' },
    { field: 'Size', from: '1', to: '2' },
  ]);
});

test('people are named, ids of other records are not shown', () => {
  expect(changeText(entry('contact.owner_changed', { from: 'u1', to: 'u2' }), nameOf).verb).toBe(
    'gave this contact from Ana to Bo',
  );
  expect(changeText(entry('contact.updated', { changes: { organizationId: [null, 'abc'] } }), nameOf).lines).toEqual([
    { field: 'Organization', from: '', to: 'another' },
  ]);
});

test('an event that nobody described reads as its name', () => {
  expect(
    changeText(entry('deal.price_list_changed', { from: { name: 'Prospect' }, to: { name: 'Won' } }), nameOf),
  ).toEqual({
    verb: 'price list changed',
    lines: [{ field: '', from: 'Prospect', to: 'Won' }],
  });
});

test('a deal says what it became worth, and which line came or went', () => {
  const worth = { from: null, to: '1200.50', fromCurrency: 'USD', toCurrency: 'USD' };
  expect(changeText(entry('deal.amount_changed', worth), nameOf)).toEqual({
    verb: 'changed the value',
    lines: [{ field: '', from: '', to: '$1,200.50' }],
  });
  expect(changeText(entry('deal.item_removed', { description: 'Desk' }), nameOf).verb).toBe('removed the line “Desk”');
});

test('a record that a file brought in was imported', () => {
  expect(changeText(entry('contact.created', { name: 'Jo' }), nameOf).verb).toBe('added this contact');
  expect(changeText(entry('contact.created', { importId: '3' }), nameOf).verb).toBe('imported this contact');
});

test('a deal that was lost says why, and one that was taken up again says so', () => {
  const of = (type: string, data: Record<string, unknown>) =>
    changeText({ ...entry(type, data), entity: 'deal' }, nameOf);
  expect(of('deal.lost', { reason: 'No budget', amount: '100.00', currency: 'USD' })).toEqual({
    verb: 'marked this as lost',
    lines: [{ field: 'Reason', from: '', to: 'No budget', isSaid: true }],
  });
  expect(of('deal.reopened', { reason: null }).verb).toBe('reopened this deal');
});
