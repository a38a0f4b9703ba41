'use client';

import type { StageShape } from '@aura/pipelines/client';
import { rememberTrail } from '@aura/ui/list-trail';
import { useNarrow } from '@aura/ui/use-narrow';
import { type MouseEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { Deal, DealBoard } from '../deal.schema.ts';
import { BoardColumnView } from './board-column.tsx';
import type { ColumnSort } from './board-column-menu.tsx';
import { BoardDrag } from './board-drag.tsx';
import { useDealActions } from './deal-actions-context.ts';
import { StageSwitcher } from './stage-switcher.tsx';
import type { ShowMore } from './use-board.ts';
import { useBoardKeys } from './use-board-keys.ts';
import { useHeldBoard, useLeavingDeals } from './use-held-board.ts';

export type DealBoardViewProps = ColumnSort & {
  board: DealBoard;
  /** Changes with filters and order: other deals are read from their beginning. */
  viewKey: string;
  /** The status in sight: open stages are columns, won and lost ones only when asked for. */
  status: 'open' | 'won' | 'lost';
  highlightedId: string | null;
  onAdd?: ((stageId: string) => void) | undefined;
  onShowMore: ShowMore;
  /** Stands in the first column of a board without any deals. */
  firstDeal?: ReactNode;
};

/** The pipeline as columns of cards; on a phone one column at a time. */
export function DealBoardView({ board: latest, viewKey, status, firstDeal, ...rest }: DealBoardViewProps): ReactNode {
  const region = useRef<HTMLElement>(null);
  const [dragged, setDragged] = useState<Deal | null>(null);
  const actions = useDealActions();
  const board = useLeavingDeals(useHeldBoard(latest, dragged !== null || actions.heldId !== null));
  const isNarrow = useNarrow();
  const stages: StageShape[] = board.columns.map((column) => column.stage);
  const columns = board.columns.filter((column) => column.stage.kind === status);
  const closed = board.columns.filter((column) => column.stage.kind !== 'open').map((column) => column.stage);
  useBoardKeys(region, board, actions);
  useStartAtTop(region, viewKey);
  return (
    <BoardDrag closed={closed} dragged={dragged} onDrag={setDragged}>
      <p id="board-help" className="sr-only">
        Use a card's Move button to change its stage.
      </p>
      <section
        ref={region}
        onClickCapture={(event) => noteTrail(event, columns)}
        aria-label={isNarrow ? 'Pipeline, one stage at a time' : 'Pipeline stages, scrolls sideways'}
        aria-describedby="board-help"
        data-board-scroll=""
        className={
          isNarrow
            ? ''
            : 'on-scroll-region relative -mx-6 h-[max(26rem,calc(100dvh-18.75rem))] overflow-x-auto overscroll-x-contain px-6 pb-2'
        }
        {...(isNarrow ? {} : { tabIndex: 0 })}
      >
        {isNarrow ? (
          <StageSwitcher columns={columns} stages={stages} firstDeal={firstDeal} {...rest} />
        ) : (
          <div className="flex h-full w-max items-stretch gap-3">
            {columns.map((column, index) => (
              <BoardColumnView
                key={column.stage.id}
                column={column}
                stages={stages}
                empty={index === 0 ? firstDeal : undefined}
                {...rest}
              />
            ))}
          </div>
        )}
      </section>
    </BoardDrag>
  );
}

function useStartAtTop(region: RefObject<HTMLElement | null>, viewKey: string): void {
  const seen = useRef(viewKey);
  useEffect(() => {
    if (seen.current === viewKey) return;
    seen.current = viewKey;
    for (const scroller of region.current?.querySelectorAll('[data-column-scroll]') ?? []) scroller.scrollTop = 0;
  }, [region, viewKey]);
}

/** From a card's page one can go on to the next card, in the board's order. */
function noteTrail({ target }: MouseEvent, columns: DealBoard['columns']): void {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-deal-link]') : null;
  if (!link) return;
  const ids = columns.flatMap(({ deals }) => deals.map(({ id }) => id));
  rememberTrail(link.pathname, { href: `${location.pathname}${location.search}`, ids, first: 1, total: ids.length });
}
