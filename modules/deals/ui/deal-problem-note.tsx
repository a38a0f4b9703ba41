'use client';

import { Button } from '@aura/ui/button';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Deal } from '../deal.schema.ts';
import { type DealProblem, useDealActions } from './deal-actions-context.ts';

/** Why a change of this deal did not get through, and the ways on. */
export function DealProblemNote({ deal, problem }: { deal: Deal; problem: DealProblem }): ReactNode {
  const { dismissProblem } = useDealActions();
  const isConflict = problem.kind === 'conflict';
  return (
    <div className="relative flex flex-col gap-2 border-t border-line pt-2 text-small">
      <p className="flex items-start gap-1.5 font-medium text-danger">
        <CircleAlert aria-hidden className="mt-px size-4" />
        <span className="min-w-0 wrap-anywhere">{problem.message}</span>
      </p>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={problem.retry}>
          {isConflict ? 'Move anyway' : 'Retry'}
        </Button>
        <Button size="sm" variant="ghost" onClick={() => dismissProblem(deal.id)}>
          {isConflict ? 'Use theirs' : 'Dismiss'}
        </Button>
      </div>
    </div>
  );
}
