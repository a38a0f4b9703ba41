import { expect, it } from 'vitest';
import type { Deal, DealBoard } from '../deal.schema.ts';
import { boardWith } from './board-change.ts';
import type { BoardSort } from './card-order.ts';
import { sumText } from './money-sums.ts';

const deal = (id: string, change: Partial<Deal> = {}): Deal =>
  ({
    id,
    name: id,
    pipelineId: 'p',
    stageId: 'a',
    amount: '100.00',
    currency: 'EUR',
    probability: 10,
    nextStepOn: null,
    closeDate: null,
    stageEnteredAt: '2026-01-01T00:00:00Z',
    deletedAt: null,
    ...change,
  }) as Deal;

const column = (id: string, probability: number, deals: Deal[]): DealBoard['columns'][number] => ({
  stage: { id, name: id, kind: 'open', probability, color: null, expectedDays: null, requiredFields: [] },
  count: deals.length,
  sums:
    deals.length > 0
      ? [
          {
            currency: 'EUR',
            count: deals.length,
            amount: `${deals.length * 100}.00`,
            weighted: `${deals.length * probability}.00`,
          },
        ]
      : [],
  deals,
  nextCursor: null,
});

const order = (sort: BoardSort) => ({ sort, isKept: () => false });

const board = (): DealBoard => ({
  pipelineId: 'p',
  count: 2,
  sums: [{ currency: 'EUR', count: 2, amount: '200.00', weighted: '20.00' }],
  columns: [column('a', 10, [deal('1'), deal('2')]), column('b', 50, [])],
});

it('moves a card with its count, sum and weighted sum', () => {
  const moved = boardWith(board(), deal('1', { stageId: 'b', probability: 50 }), order('nextStep'));
  expect(moved.columns.map(({ count, deals }) => [count, deals.map(({ id }) => id)])).toEqual([
    [1, ['2']],
    [1, ['1']],
  ]);
  expect(moved.columns[0]?.sums).toEqual([{ currency: 'EUR', count: 1, amount: '100.00', weighted: '10.00' }]);
  expect(moved.columns[1]?.sums).toEqual([{ currency: 'EUR', count: 1, amount: '100.00', weighted: '50.00' }]);
  expect(moved.sums).toEqual([{ currency: 'EUR', count: 2, amount: '200.00', weighted: '60.00' }]);
  expect(moved.count).toBe(2);
});

it('is as before when the move is taken back', () => {
  const moved = boardWith(board(), deal('1', { stageId: 'b', probability: 50 }), order('nextStep'));
  expect(boardWith(moved, deal('1'), order('nextStep'))).toEqual(board());
});

it('takes a deal away when it is archived or closed elsewhere, and takes a new one in', () => {
  expect(boardWith(board(), deal('1', { deletedAt: '2026-01-02T00:00:00Z' }), order('nextStep'))).toMatchObject({
    count: 1,
  });
  expect(boardWith(board(), deal('1', { stageId: 'of another pipeline' }), order('nextStep'))).toMatchObject({
    count: 1,
  });
  expect(boardWith(board(), deal('3', { stageId: 'b' }), order('nextStep'))).toMatchObject({
    count: 3,
    columns: [{ count: 2 }, { count: 1 }],
  });
  const other = board();
  expect(boardWith(other, deal('3', { pipelineId: 'q', stageId: 'z' }), order('nextStep'))).toBe(other);
});

it('sorts cards by the rule of the board, missing dates last', () => {
  const soon = deal('3', { nextStepOn: '2026-02-01', amount: '50.00' });
  expect(boardWith(board(), soon, order('nextStep')).columns[0]?.deals.map(({ id }) => id)).toEqual(['3', '1', '2']);
  expect(boardWith(board(), soon, order('-amount')).columns[0]?.deals.map(({ id }) => id)).toEqual(['2', '1', '3']);
});

it('never adds up different currencies', () => {
  const yen = deal('3', { currency: 'JPY', amount: '5000', stageId: 'a' });
  const { sums } = boardWith(board(), yen, order('nextStep'));
  expect(sums).toEqual([
    { currency: 'EUR', count: 2, amount: '200.00', weighted: '20.00' },
    { currency: 'JPY', count: 1, amount: '5000', weighted: '500' },
  ]);
  expect(sumText(sums, 'amount', 'auto')).toBe('€200 + ¥5,000');
  expect(sumText([], 'amount')).toBe('—');
});
