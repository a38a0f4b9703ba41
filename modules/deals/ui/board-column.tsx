'use client';

import { StageMark, type StageShape } from '@aura/pipelines/client';
import { Button } from '@aura/ui/button';
import { IconButton } from '@aura/ui/icon-button';
import { Tooltip } from '@aura/ui/tooltip';
import { useDroppable } from '@dnd-kit/core';
import { Plus } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import type { BoardColumn } from './board-change.ts';
import { DraggableCard } from './draggable-card.tsx';
import { sumText } from './money-sums.ts';

export type BoardColumnProps = {
  column: BoardColumn;
  stages: readonly StageShape[];
  highlightedId: string | null;
  /** Absent: the person may not create deals. */
  onAdd?: ((stageId: string) => void) | undefined;
  onShowMore: (stageId: string, cursor: string) => Promise<void>;
  /** What stands in the column while it has no cards. */
  empty?: ReactNode;
};

/** A stage with its cards: a drop target as a whole, sorted by rule and not by hand. */
export function BoardColumnView(props: BoardColumnProps): ReactNode {
  const { column, stages, onAdd } = props;
  const { stage } = column;
  const headingId = useId();
  const { setNodeRef, isOver, active } = useDroppable({ id: stage.id, data: { stage } });
  const from = active?.data.current?.['stageId'] as string | undefined;
  const isTarget = isOver && from !== stage.id;
  return (
    <section
      ref={setNodeRef}
      aria-labelledby={headingId}
      data-column={stage.id}
      className={`flex h-full w-72 shrink-0 flex-col rounded-panel bg-sunken ${isTarget ? 'outline-2 -outline-offset-2 outline-primary outline-dashed' : ''}`}
    >
      <header className="flex items-start gap-2 px-3 pt-2.5 pb-2">
        <StageMark stages={stages} stage={stage} className="mt-1" />
        <div className="min-w-0 flex-1">
          <h2 id={headingId} className="truncate text-h3">
            {stage.name}
            <span className="sr-only">
              , {column.count} {column.count === 1 ? 'deal' : 'deals'}, {sumText(column.sums, 'amount', 'auto')},
              weighted {sumText(column.sums, 'weighted', 'auto')}
            </span>
          </h2>
          {isTarget ? (
            <p className="text-small font-medium text-primary">Move here</p>
          ) : (
            <ColumnFigures column={column} />
          )}
        </div>
        {onAdd ? (
          <IconButton
            label={`Add a deal in ${stage.name}`}
            size="sm"
            icon={<Plus aria-hidden />}
            onClick={() => onAdd(stage.id)}
          />
        ) : null}
      </header>
      <ColumnCards {...props} />
    </section>
  );
}

/** Count, sum and weighted sum; the exact figures on hover. Screen readers have them in the heading. */
export function ColumnFigures({ column }: { column: BoardColumn }): ReactNode {
  if (column.count === 0) return <p className="text-small text-muted">No deals</p>;
  const exact = `${sumText(column.sums, 'amount', 'auto')} · weighted by ${column.stage.probability} %: ${sumText(column.sums, 'weighted', 'auto')}`;
  return (
    <Tooltip content={exact} side="bottom">
      <p aria-hidden className="truncate text-small text-muted tabular-nums">
        {column.count} · <span className="font-semibold text-ink">{sumText(column.sums, 'amount')}</span> ·{' '}
        {sumText(column.sums, 'weighted')} weighted
      </p>
    </Tooltip>
  );
}

/** The cards of a column in a scroller of their own, and a button for more. */
export function ColumnCards({ column, highlightedId, onShowMore, empty }: BoardColumnProps): ReactNode {
  const [isLoading, setLoading] = useState(false);
  const { nextCursor, stage, deals } = column;
  const left = column.count - deals.length;
  return (
    <div className="min-h-24 flex-1 overflow-y-auto overscroll-contain px-2 pb-2" data-column-scroll="">
      <ul aria-label={`Deals in ${stage.name}`} className="flex flex-col gap-2">
        {deals.map((deal, index) => (
          <li key={deal.id} aria-setsize={column.count} aria-posinset={index + 1}>
            <DraggableCard deal={deal} isNew={deal.id === highlightedId} />
          </li>
        ))}
      </ul>
      {deals.length === 0 ? (empty ?? <p className="px-2 py-4 text-center text-small text-muted">—</p>) : null}
      {nextCursor && left > 0 ? (
        <Button
          variant="ghost"
          size="sm"
          className="mt-2 w-full"
          loading={isLoading}
          onClick={() => {
            setLoading(true);
            void onShowMore(stage.id, nextCursor).finally(() => setLoading(false));
          }}
        >
          Show {Math.min(25, left)} more
          <span className="sr-only"> in {stage.name}</span>
        </Button>
      ) : null}
    </div>
  );
}
