'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import type { Deal, DealBoard } from '../deal.schema.ts';
import { boardWith } from './board-change.ts';
import type { BoardSort } from './card-order.ts';
import { followKept, isKept } from './kept-deals.ts';
import { useDealsApi } from './use-deals-api.ts';

export type DealCache = {
  /** Shows a deal as it is (or will be) wherever it is shown now: on boards, in lists, on its page. */
  put: (deal: Deal) => void;
  /** Shows a new deal on boards without filters; whether it passes a filter is the server's word. */
  add: (deal: Deal) => void;
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
  return useMemo(() => {
    const putOnBoards = (deal: Deal, isMeant: (asked: BoardQuestion) => boolean): void => {
      for (const [key, board] of queryClient.getQueriesData<DealBoard>(deals.board.pathFilter())) {
        const asked = questionOf(key);
        if (board && isMeant(asked))
          queryClient.setQueryData(key, boardWith(board, deal, { sort: asked.sort ?? 'nextStep', isKept }));
      }
    };
    return {
      add: (deal) => putOnBoards(deal, isUnfiltered),
      put: (deal) => {
        followKept(deal);
        putOnBoards(deal, () => true);
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
    };
  }, [queryClient, deals]);
}

type BoardQuestion = { sort?: BoardSort; status?: string };

/** What a board was asked is part of its key: [path, { input, type }]. */
function questionOf(key: readonly unknown[]): BoardQuestion {
  const [, asked] = key as [unknown, { input?: BoardQuestion } | undefined];
  return asked?.input ?? {};
}

const unfiltered = new Set(['sort', 'status', 'pipelineId', 'limit']);

const isUnfiltered = (asked: BoardQuestion): boolean =>
  (asked.status ?? 'open') === 'open' && Object.keys(asked).every((name) => unfiltered.has(name));
