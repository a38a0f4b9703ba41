import { expect, it } from 'vitest';
import type { Stage } from '../pipeline.schema.ts';
import type { Retired, StageEdit } from './stage-draft.ts';
import { impactOf } from './stage-figures.ts';

const figures = new Map([
  ['a', { count: 2, sums: [{ currency: 'USD', amount: '1000.00', weighted: '100.00' }] }],
  ['b', { count: 1, sums: [{ currency: 'EUR', amount: '10.00', weighted: '5.00' }] }],
]);
const stages = [{ key: 'b', stage: { probability: 50 } as Stage }] as StageEdit[];
const retired = [{ stage: { id: 'a' } as Stage, moveDealsTo: 'b' }] as Retired[];

it('says how the weighted pipeline changes when deals move to a stage of another probability', () => {
  expect(impactOf(figures, { retired, stages })).toEqual({
    before: [
      { currency: 'USD', amount: '100.00' },
      { currency: 'EUR', amount: '5.00' },
    ],
    after: [
      { currency: 'USD', amount: '500.00' },
      { currency: 'EUR', amount: '5.00' },
    ],
  });
  expect(impactOf(figures, { retired: [], stages })).toBeNull();
});
