'use client';
import { useApi } from '@aura/api/client';
import type { dealRouter } from './deal.router.ts';
import type { lineItemRouter } from './line-item.router.ts';

export {
  type Deal,
  type DealBoard,
  type DealDetail,
  type DealFilter,
  dealCreateInput,
  dealFilterInput,
  dealStageInput,
  dealUpdateInput,
} from './deal.schema.ts';
export {
  ATTENTION_REASONS,
  type AttentionReason,
  BOARD_SORTS,
  DEAL_STATUSES,
  type DealStatus,
  missingFields,
} from './deal.ts';
export { type LineItem, lineItemCreateInput, lineItemUpdateInput } from './line-item.schema.ts';
export { computeLine, type LineFigures, type LineTotals, sumLines } from './line-item.ts';

export function useDealsApi() {
  return useApi<{ deals: typeof dealRouter; lineItems: typeof lineItemRouter }>();
}

export { BoardSkeleton } from './ui/board-panel.tsx';
export { dealPath, dealsPath } from './ui/deal-paths.ts';
export { DealScreen } from './ui/deal-screen.tsx';
export { DealsScreen } from './ui/deals-screen.tsx';
export { RelatedDeals, type RelatedDealsProps } from './ui/related-deals.tsx';
