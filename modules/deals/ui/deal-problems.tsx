'use client';

import type { ReactNode } from 'react';
import type { Deal } from '../deal.schema.ts';
import { useDealActions } from './deal-actions-context.ts';
import { DealProblemNote } from './deal-problem-note.tsx';

/** Above the table: the moves and next steps of its rows that did not get through. On a board each card says so itself. */
export function DealProblems({ deals }: { deals: readonly Deal[] }): ReactNode {
  const { problemOf } = useDealActions();
  const troubled = deals.flatMap((deal) => {
    const problem = problemOf(deal.id);
    return problem ? [{ deal, problem }] : [];
  });
  if (troubled.length === 0) return null;
  return (
    <ul aria-label="Not saved" className="mb-3 flex flex-col gap-2">
      {troubled.map(({ deal, problem }) => (
        <li key={deal.id} className="rounded-panel border border-danger bg-surface px-3 pt-2 pb-3">
          <p className="pb-2 font-medium">{deal.name}</p>
          <DealProblemNote deal={deal} problem={problem} />
        </li>
      ))}
    </ul>
  );
}
