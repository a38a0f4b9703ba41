import type { Deal, DealBoard } from '../deal.schema.ts';
import { arranged, type BoardColumn, type CardOrder } from './card-order.ts';
import { withDeal } from './money-sums.ts';

/** The board with a deal as it is now: changed where it stands, or moved to its stage's column. Counts and sums follow. */
export function boardWith(board: DealBoard, deal: Deal, order: CardOrder): DealBoard {
  const from = board.columns.find((column) => column.deals.some((other) => other.id === deal.id));
  if (!from && deal.pipelineId !== board.pipelineId) return board;
  const before = from?.deals.find((other) => other.id === deal.id);
  const columns = board.columns.map((column) => {
    const left = before && column === from ? without(column, before) : column;
    return column.stage.id === deal.stageId && !deal.deletedAt ? including(left, deal, order) : left;
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

function including(column: BoardColumn, deal: Deal, order: CardOrder): BoardColumn {
  return {
    ...arranged({ ...column, deals: [...column.deals, deal] }, order),
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
