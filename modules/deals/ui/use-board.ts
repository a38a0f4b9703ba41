'use client';

import { announce } from '@aura/ui/announce';
import { toast } from '@aura/ui/toast';
import { isCancelledError, keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DealBoard } from '../deal.schema.ts';
import { BOARD_PAGE } from '../deal.ts';
import type { BoardColumn } from './board-change.ts';
import { type CardPage, withMore, withTails } from './board-pages.ts';
import { boardInputOf, type DealView } from './deal-view.ts';
import { useMe } from './people.ts';
import { useDealsApi } from './use-deals-api.ts';

const LIMIT_MAX = 100;
/** Of more cards than this the rest stays as it was read: a board that is pushed to anew must not ask for thousands. */
const REREAD_MAX = 1_000;

/** Fetches the next cards of a column. False: it failed, and the person was told. */
export type ShowMore = (stageId: string, cursor: string) => Promise<boolean>;

/** The board of the view, and more cards of a column. Reading it anew keeps as many cards as were in sight. */
export function useBoard(view: DealView, isWanted: boolean) {
  const { deals } = useDealsApi();
  const queryClient = useQueryClient();
  const me = useMe();
  const input = boardInputOf(view, me);
  const { queryKey } = deals.board.queryOptions(input);
  const known = (): DealBoard | undefined => queryClient.getQueryData(queryKey);
  const readPage = useCardPages(input);
  const query = useQuery<DealBoard>({
    queryKey,
    placeholderData: keepPreviousData,
    enabled: isWanted && view.isSettled && (view.ownerId !== 'me' || me !== undefined),
    queryFn: async () => {
      const board = await queryClient.fetchQuery({
        ...deals.board.queryOptions({ ...input, limit: BOARD_PAGE }),
        staleTime: 0,
        // The board is tried again as a whole; trying its parts again as well would keep a failure waiting half a minute.
        retry: false,
      });
      const columns = board.columns.map((column) => asFarAsShown(column, { known, readPage }));
      return withTails({ ...board, columns: await Promise.all(columns) }, known());
    },
  });

  const showMore: ShowMore = async (stageId, cursor) => {
    try {
      const page = await readPage({ stageId, cursor, limit: BOARD_PAGE });
      queryClient.setQueryData<DealBoard>(queryKey, (board) => (board ? withMore(board, stageId, page) : board));
      const column = columnOf(known(), stageId);
      if (column) announce(`${page.items.length} more loaded, ${column.deals.length} of ${column.count}`);
      return true;
    } catch (error) {
      // A change of a deal overtook it: the column asks again by itself.
      if (isCancelledError(error)) return true;
      toast({ title: "Couldn't load more deals", description: 'Check your connection and try again.', tone: 'danger' });
      return false;
    }
  };
  return { query, showMore };
}

type ReadPage = (page: { stageId: string; cursor: string; limit: number }) => Promise<CardPage>;

function useCardPages(boardInput: ReturnType<typeof boardInputOf>): ReadPage {
  const { pipelineId: _, ...input } = boardInput;
  const { deals } = useDealsApi();
  const queryClient = useQueryClient();
  return (page) =>
    queryClient.fetchQuery({
      ...deals.boardColumn.queryOptions({ ...input, ...page }),
      staleTime: 0,
      gcTime: 0,
      retry: false,
    });
}

type Reading = { known: () => DealBoard | undefined; readPage: ReadPage };

/** The column with as many cards as are shown of it now; asked each time, since more may be loaded meanwhile. */
async function asFarAsShown(column: BoardColumn, { known, readPage }: Reading): Promise<BoardColumn> {
  const stageId = column.stage.id;
  const shown = (): number => columnOf(known(), stageId)?.deals.length ?? 0;
  let { deals, nextCursor } = column;
  while (nextCursor && deals.length < Math.min(shown(), REREAD_MAX)) {
    const limit = Math.min(shown() - deals.length, LIMIT_MAX);
    const page = await readPage({ stageId, cursor: nextCursor, limit });
    deals = [...deals, ...page.items];
    nextCursor = page.nextCursor;
  }
  return { ...column, deals, nextCursor };
}

const columnOf = (board: DealBoard | undefined, stageId: string): BoardColumn | undefined =>
  board?.columns.find(({ stage }) => stage.id === stageId);
