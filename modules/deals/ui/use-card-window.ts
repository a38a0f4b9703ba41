'use client';

import { useDndContext } from '@dnd-kit/core';
import {
  defaultRangeExtractor,
  type Range,
  type ReactVirtualizer,
  useVirtualizer,
  useWindowVirtualizer,
} from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Deal } from '../deal.schema.ts';
import { offerReveal } from './board-reveal.ts';
import { useDealActions } from './deal-actions-context.ts';

/** Up to here all cards are drawn: find in page sees them, and nothing can go wrong. */
const DRAWN_MAX = 60;
const OVERSCAN = 6;
const GAP_PX = 8;
const CARD_PX = 134;
/** What stands over the edges of a phone's page. */
const PAGE_TOP_PX = 72;
const PAGE_BOTTOM_PX = 88;

export type CardRow = { index: number; topPx: number };

export type CardWindow = {
  /** Absent while all cards are drawn. */
  rows: readonly CardRow[] | null;
  heightPx: number;
  measure: (item: HTMLLIElement | null) => void;
  /** The card that has focus is drawn wherever the column stands. */
  setFocusedId: (dealId: string | null) => void;
};

type Windowing = { deals: readonly Deal[]; list: RefObject<HTMLUListElement | null> };

/** The cards in sight of a column that scrolls by itself. */
export function useColumnWindow({ deals, list }: Windowing, scroller: RefObject<HTMLDivElement | null>): CardWindow {
  const { options, setFocusedId } = useWindowOptions({ deals, list });
  // oxlint-disable-next-line react/incompatible-library -- Its answers change without a new object; nothing here memoizes them.
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLLIElement>({
    ...options,
    getScrollElement: () => scroller.current,
    initialOffset: () => scroller.current?.scrollTop ?? 0,
  });
  useKeptPlace(virtualizer, deals, () => scroller.current);
  return useDrawn(virtualizer, { deals, setFocusedId });
}

/** The cards in sight of a list that the whole page scrolls. */
export function usePageWindow({ deals, list }: Windowing): CardWindow {
  const { options, setFocusedId } = useWindowOptions({ deals, list });
  const [startPx, setStartPx] = useState(0);
  const count = deals.length;
  useLayoutEffect(() => {
    const top = count > 0 ? (list.current?.getBoundingClientRect().top ?? 0) : 0;
    setStartPx(Math.round(top + window.scrollY));
  }, [list, count]);
  // oxlint-disable-next-line react/incompatible-library -- Its answers change without a new object; nothing here memoizes them.
  const virtualizer = useWindowVirtualizer<HTMLLIElement>({
    ...options,
    scrollMargin: startPx,
    scrollPaddingStart: PAGE_TOP_PX,
    scrollPaddingEnd: PAGE_BOTTOM_PX,
    initialOffset: () => window.scrollY,
  });
  useKeptPlace(virtualizer, deals, () => document.scrollingElement);
  return useDrawn(virtualizer, { deals, setFocusedId, startPx });
}

function useWindowOptions({ deals, list }: Windowing) {
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const heights = useDrawnHeights({ deals, list });
  const { active } = useDndContext();
  const { heldId } = useDealActions();
  const kept = new Set([focusedId, heldId, active ? String(active.id) : null]);
  const keptIndexes = deals.flatMap(({ id }, index) => (kept.has(id) ? [index] : []));
  return {
    setFocusedId,
    options: {
      count: deals.length,
      enabled: deals.length > DRAWN_MAX,
      overscan: OVERSCAN,
      gap: GAP_PX,
      getItemKey: (index: number) => deals[index]?.id ?? index,
      estimateSize: (index: number) => heights.current.get(deals[index]?.id ?? '') ?? CARD_PX,
      rangeExtractor: (range: Range) => withKept(defaultRangeExtractor(range), keptIndexes),
    },
  };
}

function withKept(indexes: number[], kept: readonly number[]): number[] {
  const missing = kept.filter((index) => !indexes.includes(index));
  return missing.length > 0 ? [...indexes, ...missing].sort((a, b) => a - b) : indexes;
}

/** How tall the cards were while all were drawn: when drawing all ends, nothing moves. */
function useDrawnHeights({ deals, list }: Windowing): RefObject<Map<string, number>> {
  const heights = useRef(new Map<string, number>());
  useLayoutEffect(() => {
    if (deals.length > DRAWN_MAX || deals.length <= DRAWN_MAX / 2) return;
    for (const item of list.current?.children ?? []) {
      const id = item.querySelector<HTMLElement>('[data-deal]')?.dataset['deal'];
      if (id && item instanceof HTMLElement) heights.current.set(id, item.offsetHeight);
    }
  }, [deals, list]);
  return heights;
}

type Drawing = { deals: readonly Deal[]; setFocusedId: CardWindow['setFocusedId']; startPx?: number };

function useDrawn<Scroller extends Element | Window>(
  virtualizer: ReactVirtualizer<Scroller, HTMLLIElement>,
  { deals, setFocusedId, startPx = 0 }: Drawing,
): CardWindow {
  const latest = useRef(deals);
  useEffect(() => {
    latest.current = deals;
  });
  const reveal = useCallback(
    (dealId: string): boolean => {
      const index = latest.current.findIndex(({ id }) => id === dealId);
      if (index < 0 || latest.current.length <= DRAWN_MAX) return false;
      virtualizer.scrollToIndex(index, { align: 'auto' });
      return true;
    },
    [virtualizer],
  );
  useEffect(() => offerReveal(reveal), [reveal]);
  const isWindowed = deals.length > DRAWN_MAX;
  return {
    rows: isWindowed
      ? virtualizer.getVirtualItems().map(({ index, start }) => ({ index, topPx: start - startPx }))
      : null,
    heightPx: virtualizer.getTotalSize(),
    measure: virtualizer.measureElement,
    setFocusedId,
  };
}

/** Cards that come and go above those in sight do not push them: the column keeps its place by the cards, not by pixels. */
function useKeptPlace<Scroller extends Element | Window>(
  virtualizer: ReactVirtualizer<Scroller, HTMLLIElement>,
  deals: readonly Deal[],
  scroller: () => Element | null,
): void {
  const seen = useRef<{ deals: readonly Deal[]; places: Place[] } | null>(null);
  useLayoutEffect(() => {
    const element = scroller();
    if (!element || deals.length <= DRAWN_MAX) {
      seen.current = null;
      return;
    }
    const before = seen.current;
    if (before && before.deals !== deals && element.scrollTop > 0) {
      const topPx = topOf(before.places, deals, virtualizer.measurementsCache);
      if (topPx !== null && Math.abs(topPx - element.scrollTop) >= 1) element.scrollTop = topPx;
    }
    const { scrollTop } = element;
    const inSight = virtualizer.getVirtualItems().filter((item) => item.end > scrollTop);
    seen.current = { deals, places: inSight.map(({ key, start }) => ({ id: key, offsetPx: scrollTop - start })) };
  });
}

type Place = { id: unknown; offsetPx: number };

/** Where the column has to stand for the first card that is still there to be where it was. */
function topOf(places: readonly Place[], deals: readonly Deal[], items: readonly { start: number }[]): number | null {
  const indexes = new Map<unknown, number>(deals.map(({ id }, index) => [id, index]));
  const kept = places.find(({ id }) => indexes.has(id));
  const item = kept && items[indexes.get(kept.id) ?? 0];
  return item ? item.start + kept.offsetPx : null;
}
