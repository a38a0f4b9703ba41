import type { Deal, DealBoard } from '../deal.schema.ts';

export type CardPage = { items: Deal[]; nextCursor: string | null };

/** The board with the next cards of a column. */
export function withMore(board: DealBoard, stageId: string, page: CardPage): DealBoard {
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

/** The board read anew, with the cards below that were loaded before and not read again; none stands twice. */
export function withTails(board: DealBoard, before: DealBoard | undefined): DealBoard {
  const read = new Set(board.columns.flatMap(({ deals }) => deals.map(({ id }) => id)));
  return {
    ...board,
    columns: board.columns.map((column) => {
      const old = before?.columns.find(({ stage }) => stage.id === column.stage.id);
      if (!old || !column.nextCursor || old.deals.length <= column.deals.length) return column;
      const own = new Set(column.deals.map(({ id }) => id));
      const below = old.deals.findLastIndex(({ id }) => own.has(id)) + 1;
      const tail = old.deals.slice(below).filter(({ id }) => !read.has(id));
      return { ...column, deals: [...column.deals, ...tail], nextCursor: old.nextCursor };
    }),
  };
}
