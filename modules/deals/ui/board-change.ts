import type { Deal, DealBoard } from '../deal.schema.ts';
import { toThousandths } from '../deal.ts';
import { withDeal } from './money-sums.ts';

export type BoardColumn = DealBoard['columns'][number];
export type BoardSort = 'nextStep' | '-amount' | 'closeDate' | 'stageEnteredAt';

/** The board with a deal as it is now: changed where it stands, or moved to its stage's column. Counts and sums follow. */
export function boardWith(board: DealBoard, deal: Deal, sort: BoardSort): DealBoard {
  const from = board.columns.find((column) => column.deals.some((other) => other.id === deal.id));
  if (!from && deal.pipelineId !== board.pipelineId) return board;
  const before = from?.deals.find((other) => other.id === deal.id);
  const columns = board.columns.map((column) => {
    const left = before && column === from ? without(column, before) : column;
    return column.stage.id === deal.stageId && !deal.deletedAt ? including(left, deal, sort) : left;
  });
  return totalled(board, columns, {
    before,
    after: columns.some((column) => column.deals.includes(deal)) ? deal : undefined,
  });
}

function without(column: BoardColumn, deal: Deal): BoardColumn {
  return {
    ...column,
    deals: column.deals.filter((other) => other.id !== deal.id),
    count: column.count - 1,
    sums: withDeal(column.sums, deal, { sign: -1, probability: deal.probability }),
  };
}

function including(column: BoardColumn, deal: Deal, sort: BoardSort): BoardColumn {
  return {
    ...column,
    deals: [...column.deals, deal].sort(comparators[sort]),
    count: column.count + 1,
    sums: withDeal(column.sums, deal, { sign: 1, probability: deal.probability }),
  };
}

type Change = { before: Deal | undefined; after: Deal | undefined };

function totalled(board: DealBoard, columns: BoardColumn[], { before, after }: Change): DealBoard {
  const left = before ? withDeal(board.sums, before, { sign: -1, probability: before.probability }) : board.sums;
  const sums = after ? withDeal(left, after, { sign: 1, probability: after.probability }) : left;
  return { ...board, columns, sums, count: board.count - (before ? 1 : 0) + (after ? 1 : 0) };
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
