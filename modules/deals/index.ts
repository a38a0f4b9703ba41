export { dealAccess } from './deal.access.ts';
export { findDealIds, listDeals } from './deal.queries.ts';
export {
  type Deal,
  type DealCreate,
  type DealDetail,
  type DealFilter,
  type DealUpdate,
  dealFilterInput,
  dealOutput,
  moneySums,
} from './deal.schema.ts';
export { dealSearchProvider } from './deal.search.ts';
export { archiveDeal, createDeal, restoreDeal } from './deal.service.ts';
export {
  ATTENTION_REASONS,
  type AttentionReason,
  DEAL_STATUSES,
  type DealStatus,
  type StayOutcome,
  todayIn,
} from './deal.ts';
export { countOf, type DealFigure, readBoard, sumDeals, sumsOf } from './deal-board.queries.ts';
export { getDeal } from './deal-detail.queries.ts';
export { ATTENTION, filterDeals, isRottingBefore } from './deal-filter.queries.ts';
export { type ImportedDeal, insertImportedDeals } from './deal-import.service.ts';
export { dealNotificationProvider } from './deal-notification.queries.ts';
export { giveDeals, reassignDeals } from './deal-owner.service.ts';
export { readStayCells, type StayCell } from './deal-stays.queries.ts';
export { topOpenDeals } from './deal-top.queries.ts';
export { moveDealToStage, updateDeal } from './deal-update.service.ts';
export { boardFirstLook } from './first-look.ts';
export { computeLine, sumLines } from './line-item.ts';
