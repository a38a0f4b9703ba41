import type { Deal, DealBoard } from '../deal.schema.ts';
import { arranged, type CardOrder, withoutApart } from './card-order.ts';

export type CardPage = { items: Deal[]; nextCursor: string | null };

type NextCards = CardPage & { stageId: string; order: CardOrder };

/** The board with the next cards of a column. */
export function withMore(board: DealBoard, { stageId, order, ...page }: NextCards): DealBoard {
  return {
    ...board,
    columns: board.columns.map((column) => {
      if (column.stage.id !== stageId) return column;
      const own = withoutApart(column, order).deals;
      const apart = column.deals.filter((deal) => !own.includes(deal));
      const known = new Set(own.map(({ id }) => id));
      const deals = [...own, ...page.items.filter(({ id }) => !known.has(id))];
      const left = apart.filter(({ id }) => deals.every((deal) => deal.id !== id));
      const reached = { ...column, deals: [...deals, ...left], nextCursor: page.nextCursor };
      return left.length > 0 ? arranged(reached, order) : reached;
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
