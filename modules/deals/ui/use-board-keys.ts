'use client';

import { isShortcut, isTyping } from '@aura/ui/shortcuts';
import { type RefObject, useEffect, useRef } from 'react';
import type { Deal, DealBoard } from '../deal.schema.ts';
import { type ActionKind, type DealActions, focusDeal } from './deal-actions-context.ts';

type Place = { deal: Deal; column: number; row: number; card: HTMLElement };

/** The keys of a focused card: arrows go to other cards, letters change it. */
export function useBoardKeys(
  region: RefObject<HTMLElement | null>,
  board: DealBoard | undefined,
  actions: DealActions,
): void {
  const latest = useRef({ board, actions });
  useEffect(() => {
    latest.current = { board, actions };
  });
  useEffect(() => {
    const element = region.current;
    if (!element) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      const { board: shown, actions: able } = latest.current;
      const place = shown ? placeOf(shown, event.target) : null;
      if (!shown || !place || isTyping(event.target)) return;
      const isTaken = walk(shown, place, event) || (isShortcut(event) && act(shown, { place, event, actions: able }));
      if (isTaken) event.preventDefault();
    };
    element.addEventListener('keydown', onKeyDown);
    return () => element.removeEventListener('keydown', onKeyDown);
  }, [region]);
}

function placeOf(board: DealBoard, target: EventTarget | null): Place | null {
  const card = target instanceof Element ? target.closest<HTMLElement>('[data-deal]') : null;
  if (!card) return null;
  for (const [column, { deals }] of board.columns.entries()) {
    const row = deals.findIndex((deal) => deal.id === card.dataset['deal']);
    const deal = deals[row];
    if (deal) return { deal, column, row, card };
  }
  return null;
}

function walk(board: DealBoard, { column, row }: Place, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
  const here = board.columns[column]?.deals ?? [];
  switch (event.key) {
    case 'ArrowDown':
      return go(here[row + 1]);
    case 'ArrowUp':
      return go(here[row - 1]);
    case 'Home':
      return go(here[0]);
    case 'End':
      return go(here.at(-1));
    case 'ArrowRight':
      return go(beside(board, { column, row, step: 1 }));
    case 'ArrowLeft':
      return go(beside(board, { column, row, step: -1 }));
    default:
      return false;
  }
}

/** The card at the same height in the next column that has one. */
function beside(
  board: DealBoard,
  { column, row, step }: { column: number; row: number; step: 1 | -1 },
): Deal | undefined {
  for (let index = column + step; board.columns[index]; index += step) {
    const deals = board.columns[index]?.deals ?? [];
    if (deals.length > 0) return deals[Math.min(row, deals.length - 1)];
  }
  return undefined;
}

function go(deal: Deal | undefined): true {
  if (deal) focusDeal(deal.id);
  return true;
}

const windows: Readonly<Record<string, { kind: ActionKind; at: string }>> = {
  m: { kind: 'move', at: '[data-deal-grip]' },
  v: { kind: 'value', at: '[data-deal-value]' },
  o: { kind: 'owner', at: '[data-deal-owner]' },
  t: { kind: 'nextStep', at: '[data-deal-step]' },
  w: { kind: 'won', at: '[data-deal-grip]' },
  x: { kind: 'lost', at: '[data-deal-grip]' },
};

type Press = { place: Place; event: KeyboardEvent; actions: DealActions };

function act(board: DealBoard, { place, event, actions }: Press): boolean {
  const { deal, card } = place;
  const opened = windows[event.key];
  if (opened) {
    const button = card.querySelector<HTMLElement>(opened.at);
    // The button itself knows whether it may; "won" and "lost" have none on the card.
    if (opened.kind === 'won' || opened.kind === 'lost') {
      if (button && deal.abilities.update) actions.open(opened.kind, deal, button);
    } else button?.click();
    return true;
  }
  if (event.key !== '[' && event.key !== ']') return false;
  const open = board.columns.filter((column) => column.stage.kind === 'open');
  const at = open.findIndex((column) => column.stage.id === deal.stageId);
  const next = open[at + (event.key === ']' ? 1 : -1)];
  if (next && at >= 0 && deal.abilities.update) {
    void actions.move(deal, { stage: next.stage });
    focusDeal(deal.id);
  }
  return true;
}
