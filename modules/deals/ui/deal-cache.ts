'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import type { Deal, DealBoard } from '../deal.schema.ts';
import { type BoardSort, boardWith } from './board-change.ts';
import { useDealsApi } from './use-deals-api.ts';

export type DealCache = {
  /** Shows a deal as it is (or will be) wherever it is shown now: on boards, in lists, on its page. */
  put: (deal: Deal) => void;
  /** A change is on its way: answers from before it must not overwrite it. */
  begin: () => void;
  /** It has arrived. After the last one all deals are read anew, since filters, sums and order may differ. */
  end: () => void;
};

/** Deals in this browser's memory. */
export function useDealCache(): DealCache {
  const queryClient = useQueryClient();
  const { deals } = useDealsApi();
  const running = useRef(0);
  return useMemo(
    () => ({
      put: (deal) => {
        for (const [key, board] of queryClient.getQueriesData<DealBoard>(deals.board.pathFilter()))
          if (board) queryClient.setQueryData(key, boardWith(board, deal, sortOf(key)));
        queryClient.setQueriesData<{ items: Deal[] }>(deals.list.pathFilter(), (page) =>
          page
            ? { ...page, items: page.items.map((other) => (other.id === deal.id ? { ...other, ...deal } : other)) }
            : page,
        );
        queryClient.setQueryData(deals.get.queryKey({ id: deal.id }), (detail) =>
          detail ? { ...detail, ...deal } : detail,
        );
      },
      begin: () => {
        running.current++;
        void queryClient.cancelQueries(deals.pathFilter());
      },
      end: () => {
        running.current--;
        if (running.current === 0) void queryClient.invalidateQueries(deals.pathFilter());
      },
    }),
    [queryClient, deals],
  );
}

/** A board's order is part of its key: [path, { input, type }]. */
function sortOf(key: readonly unknown[]): BoardSort {
  const [, asked] = key as [unknown, { input?: { sort?: BoardSort } } | undefined];
  return asked?.input?.sort ?? 'nextStep';
}
