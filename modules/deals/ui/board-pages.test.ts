import { expect, it } from 'vitest';
import type { Deal, DealBoard } from '../deal.schema.ts';
import { withMore, withTails } from './board-pages.ts';

const deals = (...ids: string[]): Deal[] => ids.map((id) => ({ id }) as Deal);
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
  const more = withMore(board({ a: [['1', '2'], 'x'], b: [['8'], null] }), 'a', {
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
