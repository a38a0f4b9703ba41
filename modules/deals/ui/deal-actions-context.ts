'use client';

import { createContext, use } from 'react';
import type { Deal } from '../deal.schema.ts';
import type { Move, TargetStage } from './deal-changes.ts';

/** The small windows that change a deal. */
export type ActionKind = 'move' | 'owner' | 'value' | 'won' | 'lost' | 'nextStep';

/** A change that did not get through; it is shown on the deal itself. */
export type DealProblem = {
  kind: 'conflict' | 'offline' | 'refused';
  message: string;
  retry: () => void;
  /** The deal as someone else has left it. */
  current?: Deal | null;
};

export type DealActions = {
  /** Opens a window beside what was pressed. */
  open: (kind: ActionKind, deal: Deal, anchor: HTMLElement) => void;
  move: (deal: Deal, move: Move) => Promise<void>;
  /** Where a deal of this pipeline goes when it is won or lost. */
  closingStage: (deal: Deal, kind: 'won' | 'lost') => TargetStage | undefined;
  archive: (deal: Deal) => Promise<void>;
  restore: (deal: Deal) => Promise<void>;
  problemOf: (dealId: string) => DealProblem | undefined;
  dismissProblem: (dealId: string) => void;
};

export const DealActionsContext = createContext<DealActions | null>(null);

export function useDealActions(): DealActions {
  const actions = use(DealActionsContext);
  if (!actions) throw new Error('useDealActions needs a DealActionsProvider above it');
  return actions;
}

/** Puts focus on a deal's link wherever it stands after the next paint. */
export function focusDeal(dealId: string): void {
  requestAnimationFrame(() => requestAnimationFrame(() => linkOfDeal(dealId)?.focus()));
}

export function linkOfDeal(dealId: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-deal="${CSS.escape(dealId)}"] [data-deal-link]`);
}
