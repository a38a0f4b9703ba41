'use client';

import { StageMark, type StageShape } from '@aura/pipelines/client';
import { Button } from '@aura/ui/button';
import { IconButton } from '@aura/ui/icon-button';
import { Tooltip } from '@aura/ui/tooltip';
import { useDroppable } from '@dnd-kit/core';
import { ChevronsLeftRight, Plus } from 'lucide-react';
import { type ReactNode, useId, useRef } from 'react';
import type { Deal } from '../deal.schema.ts';
import { BoardCards } from './board-cards.tsx';
import { ColumnMenu, type ColumnSort } from './board-column-menu.tsx';
import { usePreviewIn } from './board-preview.ts';
import type { BoardColumn } from './card-order.ts';
import { sumText, withDeal } from './money-sums.ts';
import type { ShowMore } from './use-board.ts';
import { useCollapsedStages } from './use-collapsed-stages.ts';
import { useMoreCards } from './use-more-cards.ts';

export type BoardColumnProps = ColumnSort & {
  column: BoardColumn;
  stages: readonly StageShape[];
  highlightedId: string | null;
  /** Absent: the person may not create deals. */
  onAdd?: ((stageId: string) => void) | undefined;
  onShowMore: ShowMore;
  /** What stands in the column while it has no cards. */
  empty?: ReactNode;
};

const columnClass = 'flex h-full shrink-0 flex-col rounded-panel bg-sunken';
const targetClass = 'outline-2 -outline-offset-2 outline-primary outline-dashed';

/** A stage with its cards: a drop target as a whole, sorted by rule and not by hand. */
export function BoardColumnView(props: BoardColumnProps): ReactNode {
  const { column, stages, onAdd, sort, onSort } = props;
  const { stage } = column;
  const headingId = useId();
  const collapsed = useCollapsedStages();
  const { setNodeRef, isOver, active } = useDroppable({ id: stage.id, data: { stage } });
  const dragged = active?.data.current?.['deal'] as Deal | undefined;
  const preview = usePreviewIn(stage.id);
  const isTarget = (isOver && dragged?.stageId !== stage.id) || preview !== null;
  const region = {
    ref: setNodeRef,
    'aria-labelledby': headingId,
    'data-column': stage.id,
  };
  if (collapsed.has(stage.id))
    return (
      <section {...region} className={`${columnClass} w-11 ${isTarget ? targetClass : ''}`}>
        <FoldedColumn {...props} headingId={headingId} onUnfold={() => collapsed.toggle(stage.id)} />
      </section>
    );
  return (
    <section {...region} className={`${columnClass} w-72 ${isTarget ? targetClass : ''}`}>
      <header className="flex flex-wrap items-center gap-x-2 ps-3 pe-1.5 pt-1.5 pb-2">
        <StageMark stages={stages} stage={stage} />
        <div className="min-w-0 flex-1">
          <h2 id={headingId} className="truncate text-h3">
            {stage.name}
            <HeadingFigures column={column} />
          </h2>
        </div>
        <span className="flex">
          {onAdd ? (
            <IconButton
              label={`Add a deal in ${stage.name}`}
              size="sm"
              icon={<Plus aria-hidden />}
              onClick={() => onAdd(stage.id)}
            />
          ) : null}
          <ColumnMenu
            stage={stage}
            sort={sort}
            onSort={onSort}
            onAdd={onAdd && (() => onAdd(stage.id))}
            onCollapse={() => collapsed.toggle(stage.id)}
          />
        </span>
        <div className="min-w-0 basis-full ps-6 pe-1.5">
          {isTarget && dragged ? <DropHint column={column} deal={dragged} /> : <ColumnFigures column={column} />}
        </div>
      </header>
      {preview ? (
        <p
          aria-hidden
          className="mx-2 mb-2 truncate rounded-panel border border-dashed border-primary px-4 py-2.5 text-h3"
        >
          {preview}
        </p>
      ) : null}
      <ColumnCards {...props} />
    </section>
  );
}

type FoldedColumnProps = BoardColumnProps & { headingId: string; onUnfold: () => void };

function FoldedColumn({ column, stages, headingId, onUnfold }: FoldedColumnProps): ReactNode {
  const { stage, count } = column;
  return (
    <>
      <IconButton
        label={`Unfold ${stage.name}`}
        size="sm"
        className="mx-1.5 mt-1.5"
        icon={<ChevronsLeftRight aria-hidden />}
        onClick={onUnfold}
      />
      <div className="flex min-h-0 flex-1 items-center gap-2 px-2 py-3 [writing-mode:vertical-rl]">
        <StageMark stages={stages} stage={stage} />
        <h2 id={headingId} className="min-h-0 truncate text-h3">
          {stage.name}
          <HeadingFigures column={column} />
        </h2>
        <span aria-hidden className="text-small text-muted tabular-nums">
          {count}
        </span>
      </div>
    </>
  );
}

function HeadingFigures({ column: { count, sums } }: { column: BoardColumn }): ReactNode {
  return (
    <span className="sr-only">
      , {count} {count === 1 ? 'deal' : 'deals'}, {sumText(sums, 'amount', 'auto')}, weighted{' '}
      {sumText(sums, 'weighted', 'auto')}
    </span>
  );
}

/** What letting go here would make of the column. */
function DropHint({ column: { sums, stage }, deal }: { column: BoardColumn; deal: Deal }): ReactNode {
  const after = withDeal(sums, deal, { sign: 1, probability: stage.probability });
  return (
    <p className="truncate text-small font-medium text-primary">
      Move here · weighted becomes {sumText(after, 'weighted')}
    </p>
  );
}

/** Count, sum and weighted sum; the exact figures on hover. Screen readers have them in the heading. */
export function ColumnFigures({ column }: { column: BoardColumn }): ReactNode {
  if (column.count === 0) return <p className="text-small text-muted">No deals</p>;
  const exact = `${sumText(column.sums, 'amount', 'auto')} · weighted by ${column.stage.probability}%: ${sumText(column.sums, 'weighted', 'auto')}`;
  return (
    <Tooltip content={exact} side="bottom">
      <p aria-hidden className="truncate text-small text-muted tabular-nums">
        {column.count.toLocaleString('en-US')} ·{' '}
        <span className="font-semibold text-ink">{sumText(column.sums, 'amount')}</span> ·{' '}
        {sumText(column.sums, 'weighted')} weighted
      </p>
    </Tooltip>
  );
}

type ColumnCardsProps = Pick<BoardColumnProps, 'column' | 'highlightedId' | 'onShowMore' | 'empty'>;

/** The cards of a column in a scroller of their own, and a button for more. */
export function ColumnCards({ column, highlightedId, onShowMore, empty }: ColumnCardsProps): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const { isLoading, load, end } = useMoreCards(column, onShowMore, scroller);
  const { nextCursor, stage, deals } = column;
  const left = column.count - deals.length;
  return (
    <div
      ref={scroller}
      className="min-h-24 flex-1 overflow-y-auto overscroll-contain px-2 pb-2"
      data-column-scroll=""
      data-column-cards={stage.id}
    >
      <BoardCards column={column} highlightedId={highlightedId} scroller={scroller} />
      {deals.length === 0 ? (empty ?? <p className="px-2 py-4 text-center text-small text-muted">—</p>) : null}
      <div ref={end}>
        {nextCursor && left > 0 ? (
          <Button variant="ghost" size="sm" className="mt-2 w-full" loading={isLoading} onClick={load}>
            Show {Math.min(25, left)} more
            <span className="sr-only"> in {stage.name}</span>
          </Button>
        ) : null}
      </div>
    </div>
  );
}
