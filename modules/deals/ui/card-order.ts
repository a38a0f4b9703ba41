import type { Deal, DealBoard } from '../deal.schema.ts';
import { toThousandths } from '../deal.ts';

export type BoardColumn = DealBoard['columns'][number];
export type BoardSort = 'nextStep' | '-amount' | 'closeDate' | 'stageEnteredAt';
export type CardOrder = { sort: BoardSort; isKept: (dealId: string) => boolean };

/**
 * The column in order. A kept card whose place is below what was loaded stands on top until the pages reach it: at the
 * end it would bring the next page, and be pushed out of sight by it.
 */
export function arranged(column: BoardColumn, order: CardOrder): BoardColumn {
  const apart = new Set(apartIn(column, order));
  const own = column.deals.filter((deal) => !apart.has(deal)).sort(comparators[order.sort]);
  return { ...column, deals: [...[...apart].sort(comparators[order.sort]), ...own] };
}

/** The column as far as its pages go, without the cards that stand there only because they are kept. */
export function withoutApart(column: BoardColumn, order: CardOrder): BoardColumn {
  const apart = new Set(apartIn(column, order));
  return apart.size > 0 ? { ...column, deals: column.deals.filter((deal) => !apart.has(deal)) } : column;
}

/** The board with kept cards that its pages did not bring. Counts and sums have them already. */
export function withKept(board: DealBoard, cards: readonly Deal[], order: CardOrder): DealBoard {
  const known = new Set(board.columns.flatMap(({ deals }) => deals.map(({ id }) => id)));
  const missing = cards.filter(({ id }) => !known.has(id));
  return {
    ...board,
    columns: board.columns.map((column) => {
      const own = missing.filter(({ stageId }) => stageId === column.stage.id);
      return own.length > 0 ? arranged({ ...column, deals: [...column.deals, ...own] }, order) : column;
    }),
  };
}

function apartIn({ deals, nextCursor }: BoardColumn, { sort, isKept }: CardOrder): Deal[] {
  if (!nextCursor) return [];
  const last = deals
    .filter(({ id }) => !isKept(id))
    .toSorted(comparators[sort])
    .at(-1);
  return last ? deals.filter((deal) => isKept(deal.id) && comparators[sort](deal, last) > 0) : [];
}

type Compare = (a: Deal, b: Deal) => number;

const byText = (of: (deal: Deal) => string | null): Compare => {
  // As the server sorts: what has no date comes last, and ids break ties.
  const key = (deal: Deal): string => of(deal) ?? '9999-12-31';
  return (a, b) => compare(key(a), key(b)) || compare(a.id, b.id);
};

const comparators: Record<BoardSort, Compare> = {
  nextStep: byText((deal) => deal.nextStepOn),
  closeDate: byText((deal) => deal.closeDate),
  stageEnteredAt: byText((deal) => deal.stageEnteredAt),
  '-amount': (a, b) => compare(amountOf(b), amountOf(a)) || compare(b.id, a.id),
};

const amountOf = (deal: Deal): bigint => (deal.amount === null ? -1n : toThousandths(deal.amount));

function compare<Value extends string | bigint>(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
