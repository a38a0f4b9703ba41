'use client';

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
export { BoardSkeleton } from './ui/board-panel.tsx';
export { dealPath, dealsPath } from './ui/deal-paths.ts';
export { DealScreen } from './ui/deal-screen.tsx';
export { DealsScreen } from './ui/deals-screen.tsx';
export { EscalationCount, EscalationsPanel } from './ui/escalations-panel.tsx';
export { EscalationsScreen } from './ui/escalations-screen.tsx';
export { OrganizationFamily } from './ui/organization-family.tsx';
export { PipelineSettings } from './ui/pipeline-settings.tsx';
export { RelatedDeals, type RelatedDealsProps } from './ui/related-deals.tsx';
export { useDealsApi } from './ui/use-deals-api.ts';
