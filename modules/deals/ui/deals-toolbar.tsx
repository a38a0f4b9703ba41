'use client';

import { usePipelines } from '@aura/pipelines/client';
import { FilterBar } from '@aura/ui/filter-bar';
import { allChips } from '@aura/ui/filter-chips';
import { Select } from '@aura/ui/select';
import { KanbanSquare, Table2 } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { DealFilterChips } from './deal-filter-chips.tsx';
import { DealFilterPopover } from './deal-filter-popover.tsx';
import { useDealColumns } from './deal-table-columns.tsx';
import { type DealView, filterCount, noFilters, type SetDealView } from './deal-view.ts';

type DealsToolbarProps = { view: DealView; setView: SetDealView };

export const cardOrders = [
  { value: 'nextStep', label: 'Next step first' },
  { value: '-amount', label: 'Highest value' },
  { value: 'closeDate', label: 'Close date' },
  { value: 'stageEnteredAt', label: 'Longest in stage' },
] as const;

/** Which deals, in what order, and how they are drawn. */
export function DealsToolbar({ view, setView }: DealsToolbarProps): ReactNode {
  const search = useSearchText(view, setView);
  const columns = useDealColumns(view, setView);
  const isTable = view.view === 'table';
  const isFiltered = filterCount(view) > 0;
  return (
    <FilterBar
      search={{ ...search, label: 'Search deals' }}
      chips={allChips(
        isFiltered ? <DealFilterChips view={view} setView={setView} /> : null,
        isTable ? columns.chips : null,
      )}
      {...(isFiltered ? { onClearAll: () => void setView(noFilters) } : {})}
      trail={
        <>
          <DealFilterPopover view={view} setView={setView} />
          <PipelineChoice view={view} setView={setView} />
          {isTable ? (
            columns.chooser
          ) : (
            <Select
              aria-label="Order of cards"
              className="w-auto"
              value={view.sort}
              options={cardOrders}
              onChange={(event) => {
                const sort = cardOrders.find((one) => one.value === event.target.value);
                void setView({ sort: sort?.value ?? null });
              }}
            />
          )}
          <ViewToggle view={view} setView={setView} />
        </>
      }
    />
  );
}

/** The text as typed; it reaches the address, and the server, when typing pauses. */
function useSearchText(view: DealView, setView: SetDealView): { value: string; onValueChange: (text: string) => void } {
  const [text, setText] = useState(view.q);
  const [seen, setSeen] = useState(view.q);
  // The address changed by itself: Back, or Clear all.
  if (seen !== view.q) {
    setSeen(view.q);
    if (view.q !== text.trim()) setText(view.q);
  }
  useEffect(() => {
    if (text.trim() === view.q) return;
    const timer = setTimeout(() => void setView({ q: text.trim() || null }, { history: 'replace' }), 300);
    return () => clearTimeout(timer);
  }, [text, view.q, setView]);
  return { value: text, onValueChange: setText };
}

function PipelineChoice({ view, setView }: DealsToolbarProps): ReactNode {
  const { pipelines, pick } = usePipelines();
  if (pipelines.length < 2) return null;
  return (
    <Select
      aria-label="Pipeline"
      className="w-auto max-w-44 sm:max-w-56"
      value={pick(view.pipelineId)?.id ?? ''}
      options={pipelines.map((pipeline) => ({ value: pipeline.id, label: pipeline.name }))}
      onChange={(event) => {
        const isDefault = pick(null)?.id === event.target.value;
        void setView({ pipelineId: isDefault ? null : event.target.value, stageId: null });
      }}
    />
  );
}

const views = [
  { value: 'board', label: 'Board', Icon: KanbanSquare },
  { value: 'table', label: 'Table', Icon: Table2 },
] as const;

function ViewToggle({ view, setView }: DealsToolbarProps): ReactNode {
  return (
    <fieldset className="m-0 flex rounded-control border border-control p-0">
      <legend className="sr-only">View</legend>
      {views.map(({ value, label, Icon }) => (
        <button
          key={value}
          type="button"
          aria-pressed={view.view === value}
          onClick={() => void setView({ view: value })}
          className="inline-flex min-h-8.5 items-center gap-1.5 px-2.5 font-medium text-muted first-of-type:rounded-s-[5px] last-of-type:rounded-e-[5px] hover:text-ink aria-pressed:bg-primary-soft aria-pressed:text-primary pointer-coarse:min-h-11"
        >
          <Icon aria-hidden className="size-4" />
          {label}
        </button>
      ))}
    </fieldset>
  );
}
