'use client';

import { announce } from '@aura/ui/announce';
import { toast } from '@aura/ui/toast';
import { isCancelledError, keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Deal, DealBoard } from '../deal.schema.ts';
import { BOARD_PAGE } from '../deal.ts';
import { type CardPage, withMore, withTails } from './board-pages.ts';
import { type BoardColumn, type CardOrder, withKept, withoutApart } from './card-order.ts';
import { boardInputOf, type DealView } from './deal-view.ts';
import { isKept, keptIn } from './kept-deals.ts';
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
  const order: CardOrder = { sort: input.sort, isKept };
  const known = (): DealBoard | undefined => queryClient.getQueryData(queryKey);
  const reached = (): DealBoard | undefined => asFarAsReached(known(), order);
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
      const columns = board.columns.map((column) => asFarAsShown(column, { known: reached, readPage }));
      const anew = withTails({ ...board, columns: await Promise.all(columns) }, reached());
      return withKept(anew, await keptCards(anew, readPage), order);
    },
  });

  const showMore: ShowMore = async (stageId, cursor) => {
    try {
      const page = await readPage({ stageId, cursor, limit: BOARD_PAGE });
      queryClient.setQueryData<DealBoard>(queryKey, (board) =>
        board ? withMore(board, { ...page, stageId, order }) : board,
      );
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

type ReadPage = (page: { stageId: string; cursor?: string; ids?: string[]; limit: number }) => Promise<CardPage>;

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

function asFarAsReached(board: DealBoard | undefined, order: CardOrder): DealBoard | undefined {
  return board && { ...board, columns: board.columns.map((column) => withoutApart(column, order)) };
}

/** The kept cards that the pages do not reach, as they are now: one that left the stage or the filter does not come. */
async function keptCards(board: DealBoard, readPage: ReadPage): Promise<Deal[]> {
  const pages = board.columns.map(async ({ stage, deals, nextCursor }) => {
    const ids = keptIn(stage.id).filter((id) => deals.every((deal) => deal.id !== id));
    if (!nextCursor || ids.length === 0) return [];
    return (await readPage({ stageId: stage.id, ids, limit: ids.length })).items;
  });
  return (await Promise.all(pages)).flat();
}

const columnOf = (board: DealBoard | undefined, stageId: string): BoardColumn | undefined =>
  board?.columns.find(({ stage }) => stage.id === stageId);
