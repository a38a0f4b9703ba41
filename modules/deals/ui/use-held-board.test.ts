import { expect, it } from 'vitest';
import type { Deal, DealBoard } from '../deal.schema.ts';
import { leavingOf } from './use-held-board.ts';

const deal = (id: string, version = 1): Deal => ({ id, version }) as Deal;
const board = (open: Deal[], won: Deal[]): DealBoard =>
  ({
    columns: [
      { stage: { id: 'a', kind: 'open' }, deals: open },
      { stage: { id: 'w', kind: 'won' }, deals: won },
    ],
  }) as unknown as DealBoard;

const before = board([deal('1'), deal('2')], []);

it('keeps a deal that was just won where it stood, as it is now', () => {
  const leaving = leavingOf([], before, board([deal('1')], [deal('2', 2)]));
  expect(leaving).toEqual([{ deal: deal('2', 2), stageId: 'a', index: 1 }]);
  // The server's answer has no won deals on the board of open ones.
  expect(leavingOf(leaving, board([deal('1')], [deal('2', 2)]), board([deal('1')], []))).toEqual(leaving);
});

it('lets go of it when it is open again', () => {
  const won = board([deal('1')], [deal('2', 2)]);
  expect(leavingOf(leavingOf([], before, won), won, before)).toEqual([]);
});

it('has nothing to do with deals that others closed before', () => {
  const now = board([deal('1'), deal('2')], [deal('9')]);
  expect(leavingOf([], board([deal('1'), deal('2')], []), now)).toEqual([]);
});
