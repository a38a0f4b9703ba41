'use client';

import { announce } from '@aura/ui/announce';
import { toast } from '@aura/ui/toast';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DealBoard } from '../deal.schema.ts';
import { boardInputOf, type DealView } from './deal-view.ts';
import { useMe } from './people.ts';
import { useDealsApi } from './use-deals-api.ts';

const PAGE = 25;
const LIMIT_MAX = 100;

/** The board of the view, and more cards of a column. Reading it anew keeps as many cards as were in sight. */
export function useBoard(view: DealView, isWanted: boolean) {
  const { deals } = useDealsApi();
  const queryClient = useQueryClient();
  const me = useMe();
  const input = boardInputOf(view, me);
  const options = deals.board.queryOptions(input);
  const { sort, status, pipelineId: _, ...filter } = input;
  const query = useQuery<DealBoard>({
    queryKey: options.queryKey,
    placeholderData: keepPreviousData,
    enabled: isWanted && view.isSettled && (view.ownerId !== 'me' || me !== undefined),
    queryFn: async () => {
      const before = queryClient.getQueryData(options.queryKey);
      const board = await queryClient.fetchQuery({
        ...deals.board.queryOptions({ ...input, limit: PAGE }),
        staleTime: 0,
        // The board is tried again as a whole; trying its parts again as well would keep a failure waiting half a minute.
        retry: false,
      });
      const columns = board.columns.map(async (column) => {
        const shown = before?.columns.find((other) => other.stage.id === column.stage.id)?.deals.length ?? 0;
        if (shown <= PAGE || !column.nextCursor) return column;
        const limit = Math.min(shown, LIMIT_MAX);
        const page = await queryClient.fetchQuery(
          deals.boardColumn.queryOptions(
            { ...filter, status, sort, limit, stageId: column.stage.id },
            { retry: false },
          ),
        );
        return { ...column, deals: page.items, nextCursor: page.nextCursor };
      });
      return { ...board, columns: await Promise.all(columns) };
    },
  });

  const showMore = async (stageId: string, cursor: string): Promise<void> => {
    try {
      const page = await queryClient.fetchQuery({
        ...deals.boardColumn.queryOptions({ ...filter, status, sort, stageId, cursor, limit: PAGE }),
        staleTime: 0,
      });
      queryClient.setQueryData<DealBoard>(options.queryKey, (board) =>
        board ? withMore(board, stageId, page) : board,
      );
      announce(`${page.items.length} more deals shown`);
    } catch {
      toast({ title: "Couldn't load more deals", description: 'Check your connection and try again.', tone: 'danger' });
    }
  };
  return { query, showMore };
}

type More = { items: DealBoard['columns'][number]['deals']; nextCursor: string | null };

function withMore(board: DealBoard, stageId: string, page: More): DealBoard {
  return {
    ...board,
    columns: board.columns.map((column) => {
      if (column.stage.id !== stageId) return column;
      const known = new Set(column.deals.map((deal) => deal.id));
      return {
        ...column,
        nextCursor: page.nextCursor,
        deals: [...column.deals, ...page.items.filter((deal) => !known.has(deal.id))],
      };
    }),
  };
}
