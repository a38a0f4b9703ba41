'use client';

import { useEffect, useState } from 'react';
import type { Deal, DealBoard } from '../deal.schema.ts';

/** What others change meanwhile waits while a card is dragged or a window is open beside it: nothing moves under the hand. */
export function useHeldBoard(board: DealBoard, isHeld: boolean): DealBoard {
  const [held, setHeld] = useState<DealBoard | null>(null);
  if (isHeld && !held) setHeld(board);
  if (!isHeld && held) setHeld(null);
  return isHeld ? (held ?? board) : board;
}

const LEAVES_AFTER_MS = 3_000;

type Leaving = { deal: Deal; stageId: string; index: number };

/** A deal that was just won or lost stays where it was for a moment, and says so, before it leaves the board. */
export function useLeavingDeals(board: DealBoard): DealBoard {
  const [seen, setSeen] = useState(board);
  const [leaving, setLeaving] = useState<readonly Leaving[]>([]);
  if (seen !== board) {
    setSeen(board);
    setLeaving((before) => leavingOf(before, seen, board));
  }
  useEffect(() => {
    if (leaving.length === 0) return;
    const timer = setTimeout(() => setLeaving([]), LEAVES_AFTER_MS);
    return () => clearTimeout(timer);
  }, [leaving]);
  return leaving.length > 0 ? withLeaving(board, leaving) : board;
}

export function leavingOf(known: readonly Leaving[], before: DealBoard, now: DealBoard): readonly Leaving[] {
  const open = new Set(now.columns.filter(isOpen).flatMap(({ deals }) => deals.map(({ id }) => id)));
  const closed = now.columns.filter((column) => !isOpen(column)).flatMap(({ deals }) => deals);
  const stay = known
    .filter(({ deal }) => !open.has(deal.id))
    .map((one) => ({ ...one, deal: closed.find(({ id }) => id === one.deal.id) ?? one.deal }));
  const started = closed.flatMap((deal): Leaving[] => {
    if (stay.some((one) => one.deal.id === deal.id)) return [];
    const from = before.columns.filter(isOpen).find(({ deals }) => deals.some(({ id }) => id === deal.id));
    return from ? [{ deal, stageId: from.stage.id, index: from.deals.findIndex(({ id }) => id === deal.id) }] : [];
  });
  return started.length + stay.length + known.length === 0 ? known : [...stay, ...started];
}

function withLeaving(board: DealBoard, leaving: readonly Leaving[]): DealBoard {
  return {
    ...board,
    columns: board.columns.map((column) => {
      const here = leaving.filter(({ stageId }) => stageId === column.stage.id);
      if (here.length === 0) return column;
      const deals = [...column.deals];
      for (const { deal, index } of here) deals.splice(index, 0, deal);
      return { ...column, deals };
    }),
  };
}

const isOpen = ({ stage }: DealBoard['columns'][number]): boolean => stage.kind === 'open';
