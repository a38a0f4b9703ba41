'use client';

import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { announce } from './announce.ts';
import { Button } from './button.tsx';
import { Checkbox } from './checkbox.tsx';
import { withColumn, withMoved } from './column-choice.ts';
import { useFindBox } from './find-box.tsx';
import { Popover } from './popover.tsx';
import { RadioGroup } from './radio-group.tsx';

type Named = { id: string; header: string };
type Density = 'comfortable' | 'compact';

export type ColumnChooserProps = {
  /** All columns that can be chosen, without the one that names the rows. */
  all: readonly Named[];
  /** Those in sight, in their order, without the one that names the rows. */
  shown: readonly Named[];
  /** The one that names the rows: always first. */
  fixed: Named;
  isChosen: boolean;
  /** Null: those that the table has by itself. */
  onChoose: (ids: string[] | null) => void;
  density: Density | null;
  onDensityChange: (density: Density | null) => void;
};

const noun = ['column', 'columns'] as const;

/** Which columns a table has, in what order, and how close its rows stand. */
export function ColumnChooser(props: ColumnChooserProps): ReactNode {
  return (
    <Popover
      title="Columns"
      align="end"
      trigger={
        <Button icon={<Columns3 aria-hidden />} aria-label="Columns">
          <span className="max-sm:sr-only">Columns</span>
        </Button>
      }
    >
      <Choice {...props} />
    </Popover>
  );
}

function Choice(props: ColumnChooserProps): ReactNode {
  const { fixed, isChosen, onChoose } = props;
  const list = useOrder(props);
  const { found, isFinding, box } = useFindBox(list.columns, { noun, textOf: ({ header }) => header });
  return (
    <div className="flex flex-col gap-3">
      {box}
      <ul
        aria-label="Columns in their order"
        className="-mx-1 flex max-h-[min(20rem,45dvh)] flex-col overflow-y-auto px-1"
      >
        {isFinding ? null : (
          <li className="flex min-h-8 items-center justify-between gap-2">
            <Checkbox label={fixed.header} checked disabled readOnly />
            <span className="text-small text-muted">Always first</span>
          </li>
        )}
        {found.map((column) => (
          <ColumnLine key={column.id} column={column} list={list} />
        ))}
        {found.length === 0 ? <li className="py-2 text-muted">No column is called that.</li> : null}
      </ul>
      <Button
        size="sm"
        variant="ghost"
        className="self-start"
        disabledReason={isChosen ? null : 'These are the usual columns'}
        onClick={() => {
          onChoose(null);
          list.forget();
          announce('The usual columns are shown');
        }}
      >
        Reset columns
      </Button>
      <DensityChoice {...props} />
    </div>
  );
}

type Order = ReturnType<typeof useOrder>;

/** While the list is open nothing jumps: what is unticked keeps its place. */
function useOrder({ all, shown, onChoose }: ColumnChooserProps) {
  const [own, setOwn] = useState<readonly string[] | null>(null);
  const shownIds = new Set(shown.map(({ id }) => id));
  const natural = [...shownIds, ...all.map(({ id }) => id).filter((id) => !shownIds.has(id))];
  const ids = own ?? natural;
  const byId = new Map(all.map((column) => [column.id, column]));
  const visible = ids.filter((id) => shownIds.has(id));
  return {
    columns: ids.flatMap((id) => byId.get(id) ?? []),
    isShown: (id: string) => shownIds.has(id),
    isFirst: (id: string) => visible[0] === id,
    isLast: (id: string) => visible.at(-1) === id,
    toggle: (id: string) => {
      setOwn(ids);
      onChoose(withColumn(ids, shownIds, id));
    },
    move: ({ id, header }: Named, by: -1 | 1) => {
      const next = withMoved(ids, shownIds, { id, by });
      setOwn(next);
      const chosen = next.filter((each) => shownIds.has(each));
      onChoose(chosen);
      announce(`${header} is column ${chosen.indexOf(id) + 2} of ${chosen.length + 1}`);
    },
    forget: () => setOwn(null),
  };
}

function ColumnLine({ column, list }: { column: Named; list: Order }): ReactNode {
  const { id, header } = column;
  const isShown = list.isShown(id);
  return (
    <li className="flex min-h-8 items-center justify-between gap-2">
      <Checkbox label={header} checked={isShown} onChange={() => list.toggle(id)} />
      {isShown ? (
        <span className="flex shrink-0">
          <MoveButton label={`Move ${header} up`} isBlocked={list.isFirst(id)} onMove={() => list.move(column, -1)}>
            <ArrowUp aria-hidden className="size-4" />
          </MoveButton>
          <MoveButton label={`Move ${header} down`} isBlocked={list.isLast(id)} onMove={() => list.move(column, 1)}>
            <ArrowDown aria-hidden className="size-4" />
          </MoveButton>
        </span>
      ) : null}
    </li>
  );
}

type MoveButtonProps = { label: string; isBlocked: boolean; onMove: () => void; children: ReactNode };

/** Plain: two hundred lines of them must stay light. */
function MoveButton({ label, isBlocked, onMove, children }: MoveButtonProps): ReactNode {
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={isBlocked || undefined}
      onClick={isBlocked ? undefined : onMove}
      className="grid size-8 place-items-center rounded-control text-muted hover:bg-sunken hover:text-ink aria-disabled:text-subtle aria-disabled:hover:bg-transparent pointer-coarse:size-11"
    >
      {children}
    </button>
  );
}

function DensityChoice({ density, onDensityChange }: ColumnChooserProps): ReactNode {
  const usual = document.documentElement.dataset['density'] === 'compact' ? 'compact' : 'comfortable';
  return (
    <div className="border-t border-line pt-3">
      <RadioGroup
        label="Row height"
        layout="row"
        value={density ?? usual}
        onValueChange={(value) => {
          const next = value === 'compact' ? 'compact' : 'comfortable';
          onDensityChange(next === usual ? null : next);
        }}
        options={[
          { value: 'comfortable', label: 'Comfortable' },
          { value: 'compact', label: 'Compact' },
        ]}
      />
    </div>
  );
}
