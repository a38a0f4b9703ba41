'use client';

import { useState } from 'react';
import type { DealProblem } from './deal-actions-context.ts';

export type Problems = {
  all: ReadonlyMap<string, DealProblem>;
  of: (dealId: string) => DealProblem | undefined;
  set: (dealId: string, problem: DealProblem | null) => void;
};

/** Changes that did not get through, by deal. */
export function useProblems(): Problems {
  const [problems, setProblems] = useState<ReadonlyMap<string, DealProblem>>(new Map());
  return {
    all: problems,
    of: (dealId) => problems.get(dealId),
    set: (dealId, problem) =>
      setProblems((before) => {
        const after = new Map(before);
        if (problem) after.set(dealId, problem);
        else after.delete(dealId);
        return after;
      }),
  };
}
