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
  const steps: Readonly<Record<string, () => Deal | undefined>> = {
    ArrowDown: () => here[row + 1],
    ArrowUp: () => here[row - 1],
    Home: () => here[0],
    End: () => here.at(-1),
    ArrowRight: () => beside(board, { column, row, step: 1 }),
    ArrowLeft: () => beside(board, { column, row, step: -1 }),
  };
  const step = steps[event.key];
  if (!step) return false;
  const next = step();
  if (next) focusDeal(next.id);
  return true;
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

const windows: Readonly<Record<string, { kind: ActionKind; at: string }>> = {
  m: { kind: 'move', at: '[data-deal-grip]' },
  v: { kind: 'value', at: '[data-deal-value]' },
  o: { kind: 'owner', at: '[data-deal-owner]' },
  t: { kind: 'nextStep', at: '[data-deal-step]' },
  w: { kind: 'won', at: '[data-deal-grip]' },
  x: { kind: 'lost', at: '[data-deal-grip]' },
  l: { kind: 'call', at: '[data-deal-call]' },
};

type Press = { place: Place; event: KeyboardEvent; actions: DealActions };

function act(board: DealBoard, { place, event, actions }: Press): boolean {
  const opened = windows[event.key];
  if (opened) {
    openWindow(opened, place, actions);
    return true;
  }
  if (event.key !== '[' && event.key !== ']') return false;
  shift(board, { deal: place.deal, by: event.key === ']' ? 1 : -1, actions });
  return true;
}

function openWindow({ kind, at }: { kind: ActionKind; at: string }, { deal, card }: Place, actions: DealActions): void {
  const button = card.querySelector<HTMLElement>(at);
  // A button knows itself whether it may be pressed; "won" and "lost" have none on the card.
  if (kind !== 'won' && kind !== 'lost') button?.click();
  else if (button && deal.abilities.update) actions.open(kind, deal, button);
}

/** One open stage forward or back. */
function shift(board: DealBoard, { deal, by, actions }: { deal: Deal; by: 1 | -1; actions: DealActions }): void {
  const open = board.columns.filter((column) => column.stage.kind === 'open');
  const at = open.findIndex((column) => column.stage.id === deal.stageId);
  const next = at < 0 ? undefined : open[at + by];
  if (!next || !deal.abilities.update) return;
  void actions.move(deal, { stage: next.stage });
  focusDeal(deal.id);
}
