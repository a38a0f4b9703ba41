'use client';

import type { CustomFieldEntity } from '@aura/custom-fields/client';
import { BulkBar } from '@aura/ui/bulk-bar';
import { Button } from '@aura/ui/button';
import { type Noun, type PageFacts, totalText } from '@aura/ui/list-text';
import { Progress } from '@aura/ui/progress';
import type { RowSelection } from '@aura/ui/use-selection';
import { type ReactNode, useState } from 'react';
import { BulkArchiveDialog } from './bulk-archive-dialog.tsx';
import { BulkAssignDialog } from './bulk-assign-dialog.tsx';
import type { BulkTarget } from './bulk-dialog.tsx';
import { BulkEditDialog } from './bulk-edit-dialog.tsx';
import type { BulkField } from './bulk-field.ts';
import { BulkOutcome } from './bulk-outcome.tsx';
import { type BulkCalls, requestOf } from './bulk-request.ts';
import { type BulkRun, useBulkRun } from './use-bulk-run.ts';

/** Something that only one list does: a button of the bar and its dialog. */
export type BulkExtra = { label: string; dialog: (target: BulkTarget) => ReactNode };

export type BulkActionsProps = {
  noun: Noun;
  entity: CustomFieldEntity;
  selection: RowSelection;
  /** How many match the list's filter. */
  facts: Omit<PageFacts, 'items'> | undefined;
  /** What the list shows, as its bulk procedure takes it. */
  filter: Readonly<Record<string, unknown>>;
  /** The list shows archived records, which can only be restored. */
  isArchived: boolean;
  fields: readonly BulkField[];
  calls: BulkCalls;
  may: BulkAbilities;
  onChanged: () => void;
  extra?: BulkExtra | null;
  /** A button that takes the selected rows out as a file. */
  exportButton?: ReactNode;
};

/** What the person's role allows with records of this kind. */
export type BulkAbilities = { edit: boolean; assign: boolean; archive: boolean };

export function canSelect({ edit, assign, archive }: BulkAbilities, isArchived: boolean): boolean {
  return isArchived ? archive : edit || assign || archive;
}

type Kind = 'edit' | 'assign' | 'archive' | 'restore' | 'extra';

/** What can be done with the selected rows of a list: the bar, its dialogs, progress, and what came of it. */
export function BulkActions(props: BulkActionsProps): ReactNode {
  const { noun, selection, facts, calls, filter, onChanged } = props;
  const [open, setOpen] = useState<Kind | null>(null);
  const run = useBulkRun({ noun, onChanged });
  const count = selection.countOf(facts?.total ?? 0);
  const isEstimate = selection.isAll && facts?.totalIsEstimate === true;
  const what = totalText({ total: count, totalIsEstimate: isEstimate }, noun);
  const target: BulkTarget = {
    ...{ noun, what, calls },
    requestOf: (changes) => requestOf(selection.chosen, filter, changes),
    onClose: () => setOpen(null),
    onStarted: (edit, sentence) => {
      setOpen(null);
      selection.clear();
      focusList();
      void run.follow(edit, sentence);
    },
  };
  return (
    <>
      {count > 0 ? (
        <BulkBar summary={`${what} selected`} extend={extendOf(props, count)} onClear={selection.clear}>
          <Buttons {...props} onOpen={setOpen} />
        </BulkBar>
      ) : null}
      {run.running ? <RunningNote run={run} noun={noun} /> : null}
      {open && count > 0 ? <OpenDialog {...props} kind={open} target={target} /> : null}
      <BulkOutcome run={run} noun={noun} />
    </>
  );
}

function extendOf(
  { selection, facts }: BulkActionsProps,
  count: number,
): { label: string; onExtend: () => void } | null {
  if (selection.isAll || !facts || facts.total <= count) return null;
  const total = facts.total.toLocaleString('en-US');
  return {
    label: facts.totalIsEstimate ? 'Select all that match' : `Select all ${total} matching`,
    onExtend: selection.selectAll,
  };
}

type ButtonsProps = BulkActionsProps & { onOpen: (kind: Kind) => void };

function Buttons({ may, isArchived, extra, exportButton, onOpen }: ButtonsProps): ReactNode {
  const button = (kind: Kind, label: string): ReactNode => (
    <Button size="sm" onClick={() => onOpen(kind)}>
      {label}
    </Button>
  );
  if (isArchived)
    return (
      <>
        {may.archive ? button('restore', 'Restore') : null}
        {exportButton}
      </>
    );
  return (
    <>
      {may.assign ? button('assign', 'Change owner') : null}
      {extra && may.edit ? button('extra', extra.label) : null}
      {may.edit ? button('edit', 'Edit field…') : null}
      {exportButton}
      {may.archive ? button('archive', 'Archive') : null}
    </>
  );
}

function OpenDialog({
  kind,
  target,
  fields,
  entity,
  extra,
}: BulkActionsProps & { kind: Kind; target: BulkTarget }): ReactNode {
  switch (kind) {
    case 'edit':
      return <BulkEditDialog target={target} fields={fields} entity={entity} />;
    case 'assign':
      return <BulkAssignDialog target={target} />;
    case 'archive':
    case 'restore':
      return <BulkArchiveDialog target={target} isRestore={kind === 'restore'} />;
    case 'extra':
      return extra?.dialog(target);
  }
}

/** A long edit goes on whatever the person does meanwhile. */
function RunningNote({ run: { running }, noun }: { run: BulkRun; noun: Noun }): ReactNode {
  if (!running) return null;
  return (
    <div className="sticky bottom-[calc(var(--bottom-bar,0rem)+0.75rem)] z-20 mx-auto mt-4 w-80 max-w-full rounded-panel border border-line bg-raised p-3 shadow-float">
      <Progress
        label={running.undoOf ? 'Undoing' : 'Changing'}
        value={running.status === 'queued' ? null : running.processed}
        max={running.total}
        text={
          running.status === 'queued'
            ? 'Queued'
            : `${running.processed.toLocaleString('en-US')} of ${totalText({ total: running.total }, noun)}`
        }
      />
    </div>
  );
}

const FOCUS_AFTER_MS = 250;

/** The bar that had focus is gone: the table's own checkbox is where the next selection begins. */
function focusList(): void {
  setTimeout(() => {
    if (document.activeElement && document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>('table thead input[type="checkbox"]')?.focus();
  }, FOCUS_AFTER_MS);
}
