'use client';

import { announce } from '@aura/ui/announce';
import { toast } from '@aura/ui/toast';
import { isNarrowNow } from '@aura/ui/use-narrow';
import { useQueryClient } from '@tanstack/react-query';
import { parseAsString, useQueryState } from 'nuqs';
import { useState } from 'react';
import type { DealDetail } from '../deal.schema.ts';
import { focusDeal } from './deal-actions-context.ts';
import { useDealCache } from './deal-cache.ts';
import { boardInputOf, type DealView, filterCount } from './deal-view.ts';
import { useMe } from './people.ts';
import { useCollapsedStages } from './use-collapsed-stages.ts';
import { useDealsApi } from './use-deals-api.ts';

const HIGHLIGHT_MS = 4_000;
// The sheet gives focus back to its button while it closes.
const FOCUS_AFTER_MS = 400;

export type ShowCreated = (deal: DealDetail, then: 'close' | 'another') => void;

/** Leads to a deal that was just created; where the board's filters hide it, says so and offers to open it. */
export function useCreatedDeal(
  view: DealView,
  onOpen: (dealId: string) => void,
): { highlightedId: string | null; showCreated: ShowCreated } {
  const [highlightedId, setHighlightedId] = useState<string | null>(null);
  const cache = useDealCache();
  const isInView = useInView(view);
  const uncover = useUncover();
  const showCreated = async (deal: DealDetail, then: 'close' | 'another'): Promise<void> => {
    const isFiltered = view.view === 'board' && filterCount(view) > 0;
    if (isFiltered && !(await isInView(deal))) return tellHidden(deal, () => onOpen(deal.id));
    if (isFiltered) cache.put(deal);
    announce(`Deal ${deal.name} created in ${deal.stageName}`);
    setHighlightedId(deal.id);
    setTimeout(() => setHighlightedId((shown) => (shown === deal.id ? null : shown)), HIGHLIGHT_MS);
    if (view.view === 'board') uncover(deal.stageId);
    if (then === 'close') setTimeout(() => focusDeal(deal.id), FOCUS_AFTER_MS);
  };
  return { highlightedId, showCreated: (deal, then) => void showCreated(deal, then) };
}

/** Whether a deal passes the board's filters, by the server's word. */
function useInView(view: DealView): (deal: DealDetail) => Promise<boolean> {
  const { deals } = useDealsApi();
  const queryClient = useQueryClient();
  const { pipelineId: _, ...filter } = boardInputOf(view, useMe());
  return async ({ id, stageId }) => {
    const question = deals.boardColumn.queryOptions({ ...filter, stageId, ids: [id], limit: 1 });
    try {
      return (await queryClient.fetchQuery({ ...question, staleTime: 0, gcTime: 0, retry: false })).items.length > 0;
    } catch {
      // The deal is there in any case: the board asks again by itself.
      return true;
    }
  };
}

/** Brings the column of a stage in sight: unfolded, and on a phone the one that is shown. */
function useUncover(): (stageId: string) => void {
  const collapsed = useCollapsedStages();
  const [, setStageId] = useQueryState('stage', parseAsString.withOptions({ history: 'replace' }));
  return (stageId) => {
    if (collapsed.has(stageId)) collapsed.toggle(stageId);
    if (isNarrowNow()) void setStageId(stageId);
  };
}

function tellHidden(deal: DealDetail, onAction: () => void): void {
  toast({
    title: `Created ${deal.name}`,
    description: `It is in ${deal.stageName}, but the filters of this board hide it.`,
    action: { label: 'Open', onAction },
    durationMs: 'until-dismissed',
  });
}
