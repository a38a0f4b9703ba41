'use client';

import { createContext, use } from 'react';
import type { Deal } from '../deal.schema.ts';
import { revealDeal } from './board-reveal.ts';
import type { FieldChanges, Move, TargetStage } from './deal-changes.ts';

/** The small windows that change a deal. */
export type ActionKind = 'move' | 'owner' | 'value' | 'won' | 'lost' | 'nextStep' | 'call';

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
  change: (deal: Deal, changes: FieldChanges) => Promise<void>;
  assign: (deal: Deal, person: { userId: string; name: string }) => Promise<void>;
  archive: (deal: Deal) => Promise<void>;
  restore: (deal: Deal) => Promise<void>;
  /** Shows the deal beside the list; undefined where there is none. */
  peek?: ((dealId: string) => void) | undefined;
  problemOf: (dealId: string) => DealProblem | undefined;
  dismissProblem: (dealId: string) => void;
  /** The deal that a window is open for: nothing may move below it meanwhile. */
  heldId: string | null;
  canLog: boolean;
};

export const DealActionsContext = createContext<DealActions | null>(null);

export function useDealActions(): DealActions {
  const actions = use(DealActionsContext);
  if (!actions) throw new Error('useDealActions needs a DealActionsProvider above it');
  return actions;
}

const FOCUS_AFTER_MS = [60, 250, 600];
const REVEALED_WITHIN_MS = 1_000;

let wantedId: string | null = null;

/** Puts focus on a deal's link, and again should the card be drawn anew in another column meanwhile. */
export function focusDeal(dealId: string): void {
  wantedId = dealId;
  focusNow(dealId);
  for (const delay of FOCUS_AFTER_MS)
    setTimeout(() => {
      if (wantedId === dealId && (!document.activeElement || document.activeElement === document.body))
        focusNow(dealId);
    }, delay);
}

/** A card that is out of sight, and so not drawn, is scrolled to first. */
function focusNow(dealId: string): void {
  const link = linkOfDeal(dealId);
  link?.focus();
  if (link || !revealDeal(dealId)) return;
  const until = performance.now() + REVEALED_WITHIN_MS;
  const look = (): void => {
    const drawn = linkOfDeal(dealId);
    if (drawn) drawn.focus();
    else if (wantedId === dealId && performance.now() < until) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Before a card leaves the board: the card whose turn it is then. */
export function neighbourOf(dealId: string): string | undefined {
  const place = linkOfDeal(dealId)?.closest('li');
  const beside = place?.nextElementSibling ?? place?.previousElementSibling;
  return beside?.querySelector<HTMLElement>('[data-deal]')?.dataset['deal'];
}

export function linkOfDeal(dealId: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-deal="${CSS.escape(dealId)}"] [data-deal-link]`);
}
