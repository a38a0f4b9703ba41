'use client';

import { useNarrow } from '@aura/ui/use-narrow';
import { type FocusEvent, type ReactNode, type RefObject, useRef } from 'react';
import type { BoardColumn } from './card-order.ts';
import { DraggableCard } from './draggable-card.tsx';
import { type CardWindow, useColumnWindow, usePageWindow } from './use-card-window.ts';

type BoardCardsProps = {
  column: BoardColumn;
  highlightedId: string | null;
  /** What scrolls the cards; on a phone the page does. */
  scroller: RefObject<HTMLDivElement | null>;
};

/** The cards of a column. Of a long one only those in sight are in the document. */
export function BoardCards(props: BoardCardsProps): ReactNode {
  return useNarrow() ? <PageCards {...props} /> : <ColumnCards {...props} />;
}

function ColumnCards(props: BoardCardsProps): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  return (
    <CardList {...props} list={list} cards={useColumnWindow({ deals: props.column.deals, list }, props.scroller)} />
  );
}

function PageCards(props: BoardCardsProps): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  return <CardList {...props} list={list} cards={usePageWindow({ deals: props.column.deals, list })} />;
}

type CardListProps = BoardCardsProps & { list: RefObject<HTMLUListElement | null>; cards: CardWindow };

function CardList({ column, highlightedId, list, cards }: CardListProps): ReactNode {
  const { deals, stage } = column;
  const { rows, heightPx, measure, setFocusedId } = cards;
  const count = Math.max(column.count, deals.length);
  const shown = rows ?? deals.map((_, index) => ({ index, topPx: 0 }));
  return (
    <ul
      ref={list}
      aria-label={`Deals in ${stage.name}`}
      className={rows ? 'relative' : 'flex flex-col gap-2'}
      onFocus={(event) => setFocusedId(dealIn(event.target))}
      onBlur={(event) => (isLeaving(event) ? setFocusedId(null) : undefined)}
      {...(rows ? { style: { height: heightPx } } : {})}
    >
      {shown.map(({ index, topPx }) => {
        const deal = deals[index];
        if (!deal) return null;
        return (
          <li
            key={deal.id}
            data-index={index}
            aria-setsize={count}
            aria-posinset={index + 1}
            className={rows ? 'absolute inset-x-0 top-0' : ''}
            {...(rows ? { ref: measure, style: { transform: `translateY(${topPx}px)` } } : {})}
          >
            <DraggableCard deal={deal} isNew={deal.id === highlightedId} />
          </li>
        );
      })}
    </ul>
  );
}

const dealIn = (target: EventTarget): string | null =>
  (target instanceof Element && target.closest<HTMLElement>('[data-deal]')?.dataset['deal']) || null;

/** A window that opens beside a card, or another browser tab, takes focus only for a while: the card stays drawn. */
function isLeaving({ currentTarget, relatedTarget }: FocusEvent): boolean {
  return relatedTarget instanceof Element && !currentTarget.contains(relatedTarget);
}
