'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import type { BoardColumn } from './card-order.ts';
import { focusDeal } from './deal-actions-context.ts';
import type { ShowMore } from './use-board.ts';

/** How far below the edge the end of the cards may be when the next ones are fetched. */
const NEAR_PX = 600;

type MoreCards = { isLoading: boolean; load: () => void; end: RefObject<HTMLDivElement | null> };

/** The next cards of a column: on a press, and by themselves once its end comes near. */
export function useMoreCards(
  { stage, deals, nextCursor }: BoardColumn,
  onShowMore: ShowMore,
  scroller: RefObject<HTMLElement | null>,
): MoreCards {
  const [isLoading, setLoading] = useState(false);
  // After a failure it is the person's turn to ask.
  const [failedCursor, setFailedCursor] = useState<string | null>(null);
  const end = useRef<HTMLDivElement>(null);

  const fetchNext = async (): Promise<boolean> => {
    if (isLoading || !nextCursor) return false;
    setLoading(true);
    const isLoaded = await onShowMore(stage.id, nextCursor);
    setFailedCursor(isLoaded ? null : nextCursor);
    setLoading(false);
    return isLoaded;
  };
  const latest = useRef(fetchNext);
  useEffect(() => {
    latest.current = fetchNext;
  });
  const awaited = nextCursor !== failedCursor && !isLoading ? nextCursor : null;
  useEffect(() => {
    if (!awaited || !end.current) return;
    const root = scroller.current && isScroller(scroller.current) ? scroller.current : null;
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) void latest.current();
      },
      { root, rootMargin: `0px 0px ${NEAR_PX}px 0px` },
    );
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [awaited, scroller]);

  return {
    isLoading,
    end,
    load: () => {
      const next = deals.length;
      void fetchNext().then((isLoaded) => (isLoaded ? goOnAt(stage.id, next) : undefined));
    },
  };
}

const isScroller = (element: HTMLElement): boolean => element.scrollHeight > element.clientHeight + 1;

const DRAWN_AFTER_MS = 60;

/** Who asked for more goes on with the first of them. */
function goOnAt(stageId: string, index: number): void {
  setTimeout(() => {
    const column = document.querySelector(`[data-column-cards="${CSS.escape(stageId)}"]`);
    const card = column?.querySelector<HTMLElement>(`[data-index="${index}"] [data-deal]`);
    if (card?.dataset['deal']) focusDeal(card.dataset['deal']);
  }, DRAWN_AFTER_MS);
}
