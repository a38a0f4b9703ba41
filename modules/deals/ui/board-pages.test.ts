import { describe, expect, it } from 'vitest';
import type { Deal, DealBoard } from '../deal.schema.ts';
import { withMore, withTails } from './board-pages.ts';
import { arranged, type CardOrder, withKept, withoutApart } from './card-order.ts';

const deals = (...ids: string[]): Deal[] => ids.map((id) => ({ id, nextStepOn: null }) as Deal);
const board = (columns: Record<string, [ids: string[], nextCursor: string | null]>): DealBoard =>
  ({
    columns: Object.entries(columns).map(([id, [ids, nextCursor]]) => ({
      stage: { id },
      count: 9,
      deals: deals(...ids),
      nextCursor,
    })),
  }) as unknown as DealBoard;
const shown = (of: DealBoard): unknown[] =>
  of.columns.map((one) => [one.deals.map(({ id }) => id).join(''), one.nextCursor]);

it('puts the next cards below those of their column, none twice', () => {
  const more = withMore(board({ a: [['1', '2'], 'x'], b: [['8'], null] }), {
    stageId: 'a',
    order: { sort: 'nextStep', isKept: () => false },
    items: deals('2', '3'),
    nextCursor: null,
  });
  expect(shown(more)).toEqual([
    ['123', null],
    ['8', null],
  ]);
});

it('keeps the cards that were loaded below those read anew, where they were', () => {
  const before = board({ a: [['1', '2', '3', '4'], 'far'], b: [[], null] });
  expect(shown(withTails(board({ a: [['1', '2'], 'near'], b: [[], null] }), before))).toEqual([
    ['1234', 'far'],
    ['', null],
  ]);
});

it('leaves out of the rest what is read elsewhere now', () => {
  const before = board({ a: [['1', '2', '3', '4'], 'far'], b: [[], null] });
  expect(shown(withTails(board({ a: [['1', '2'], 'near'], b: [['4'], null] }), before))).toEqual([
    ['123', 'far'],
    ['4', null],
  ]);
});

it('has no rest where a column was read to its end', () => {
  const before = board({ a: [['1', '2', '3'], null] });
  expect(shown(withTails(board({ a: [['1'], null] }), before))).toEqual([['1', null]]);
});

describe('a kept card whose place is below the pages read', () => {
  const order: CardOrder = { sort: 'nextStep', isKept: (id) => id === '9' };
  const kept = deals('9').map((deal) => ({ ...deal, stageId: 'a' }));

  it('stands on top of its column, once, and changes no count', () => {
    const shownFirst = withKept(board({ a: [['1', '2'], 'x'], b: [['8'], null] }), kept, order);
    expect(shown(shownFirst)).toEqual([
      ['912', 'x'],
      ['8', null],
    ]);
    expect(shownFirst.columns.map(({ count }) => count)).toEqual([9, 9]);
    expect(shown(withKept(shownFirst, kept, order))).toEqual(shown(shownFirst));
  });

  it('stays there while more pages come, until they bring it to its place', () => {
    const before = board({ a: [['9', '1', '2'], 'x'] });
    const more = withMore(before, { stageId: 'a', order, items: deals('3', '4'), nextCursor: 'y' });
    expect(shown(more)).toEqual([['91234', 'y']]);
    const last = withMore(more, { stageId: 'a', order, items: deals('5', '9'), nextCursor: null });
    expect(shown(last)).toEqual([['123459', null]]);
  });

  it('is not counted among the cards that a column is read anew for', () => {
    const [column] = board({ a: [['9', '1', '2'], 'x'] }).columns;
    expect(column && withoutApart(column, order).deals.map(({ id }) => id)).toEqual(['1', '2']);
  });

  it('takes its place where the pages reach it', () => {
    const early: CardOrder = { sort: 'nextStep', isKept: (id) => id === '2' };
    const [column] = board({ a: [['2', '1', '3'], 'x'] }).columns;
    expect(column && arranged(column, early).deals.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(column && withoutApart(column, early)).toBe(column);
  });
});
