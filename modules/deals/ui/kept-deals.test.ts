import { expect, it } from 'vitest';
import { followKept, isKept, keepInSight, keptIn } from './kept-deals.ts';

const deal = (id: string, stageId = 'a', deletedAt: string | null = null) => ({ id, stageId, deletedAt });

it('follows a kept deal from stage to stage, until it is archived', () => {
  keepInSight(deal('1'));
  followKept(deal('1', 'b'));
  expect([keptIn('a'), keptIn('b'), isKept('1')]).toEqual([[], ['1'], true]);
  followKept(deal('2', 'b'));
  expect(keptIn('b')).toEqual(['1']);
  followKept(deal('1', 'b', '2026-01-01T00:00:00Z'));
  expect(isKept('1')).toBe(false);
});

it('keeps the latest twenty', () => {
  for (const index of Array(25).keys()) keepInSight(deal(`n${index}`, 'many'));
  keepInSight(deal('n7', 'many'));
  expect(keptIn('many')).toHaveLength(20);
  expect([isKept('n4'), isKept('n5'), keptIn('many').at(-1)]).toEqual([false, true, 'n7']);
});
