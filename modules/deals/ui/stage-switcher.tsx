'use client';

import { StageMark, type StageShape } from '@aura/pipelines/client';
import { IconButton } from '@aura/ui/icon-button';
import { Select } from '@aura/ui/select';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { parseAsString, useQueryState } from 'nuqs';
import type { ReactNode } from 'react';
import { ColumnCards } from './board-column.tsx';
import type { BoardColumn } from './card-order.ts';
import { sumText } from './money-sums.ts';
import type { ShowMore } from './use-board.ts';

type StageSwitcherProps = {
  columns: readonly BoardColumn[];
  stages: readonly StageShape[];
  highlightedId: string | null;
  onShowMore: ShowMore;
  firstDeal?: ReactNode;
};

/** One stage at a time at full width, with a way to its neighbours. */
export function StageSwitcher(props: StageSwitcherProps): ReactNode {
  const { columns, stages, highlightedId, onShowMore, firstDeal } = props;
  const [stageId, setStageId] = useQueryState('stage', parseAsString.withOptions({ history: 'replace' }));
  const found = columns.findIndex((column) => column.stage.id === stageId);
  const index = Math.max(0, found);
  const column = columns[index];
  if (!column) return null;
  const go = (step: number): void => void setStageId(columns[index + step]?.stage.id ?? null);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-center gap-1">
        <IconButton
          label="Previous stage"
          icon={<ChevronLeft aria-hidden />}
          disabled={index === 0}
          onClick={() => go(-1)}
        />
        <div className="min-w-0 flex-1">
          <Select
            aria-label="Stage"
            value={column.stage.id}
            onChange={(event) => void setStageId(event.target.value)}
            options={columns.map((one) => ({ value: one.stage.id, label: `${one.stage.name} (${one.count})` }))}
          />
        </div>
        <IconButton
          label="Next stage"
          icon={<ChevronRight aria-hidden />}
          disabled={index === columns.length - 1}
          onClick={() => go(1)}
        />
      </div>
      <h2 className="flex items-center gap-2 text-h3">
        <StageMark stages={stages} stage={column.stage} />
        <span className="min-w-0 truncate">{column.stage.name}</span>
        <span className="ms-auto text-small font-normal whitespace-nowrap text-muted tabular-nums">
          {column.count === 0
            ? 'No deals'
            : `${column.count.toLocaleString('en-US')} · ${sumText(column.sums, 'amount')}`}
        </span>
      </h2>
      <div className="-mx-2">
        <ColumnCards
          key={column.stage.id}
          column={column}
          highlightedId={highlightedId}
          onShowMore={onShowMore}
          empty={index === 0 ? firstDeal : undefined}
        />
      </div>
    </div>
  );
}
