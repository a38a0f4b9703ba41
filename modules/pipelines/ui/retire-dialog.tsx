'use client';

import { Button } from '@aura/ui/button';
import { Dialog, DialogClose } from '@aura/ui/dialog';
import { Field } from '@aura/ui/field';
import { Select } from '@aura/ui/select';
import { type ReactNode, useState } from 'react';
import type { PipelineEdit, StageEdit } from './stage-draft.ts';
import type { StageFigures } from './stage-figures.ts';
import { dealsText } from './stage-text.ts';

type RetireDialogProps = {
  row: StageEdit | null;
  edit: PipelineEdit;
  figures: StageFigures | undefined;
  onClose: () => void;
  onRetire: (moveDealsTo: string | null) => void;
};

/** Asks where the open deals of a stage go; nothing happens before the pipeline is saved. */
export function RetireDialog(props: RetireDialogProps): ReactNode {
  const { row, onClose } = props;
  return (
    <Dialog
      size="sm"
      title={`Retire ${row?.name.trim() ?? ''}?`}
      description="Deals of the past keep it in their history. It happens when you save the stages."
      open={row !== null}
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
    >
      {row ? <RetireForm key={row.key} {...props} row={row} /> : null}
    </Dialog>
  );
}

function RetireForm({ row, edit, figures, onRetire }: RetireDialogProps & { row: StageEdit }): ReactNode {
  const [target, setTarget] = useState('');
  const [error, setError] = useState<string | null>(null);
  const count = figures?.get(row.key)?.count ?? (figures ? 0 : undefined);
  // A stage that is not saved yet has no place for deals.
  const targets = edit.stages.filter(({ key, kind, stage }) => key !== row.key && kind === 'open' && stage !== null);
  const hasDeals = row.kind === 'open' && count !== 0;
  const retire = (): void => {
    if (hasDeals && target === '') setError(`Choose where ${dealsText(count)} go`);
    else onRetire(target === '' ? null : target);
  };
  return (
    <div className="flex flex-col gap-4">
      {hasDeals ? (
        <Field label={`Move ${dealsText(count)} to`} error={error} required>
          <Select
            value={target}
            placeholder="Choose a stage"
            options={targets.map(({ key, name }) => ({ value: key, label: name }))}
            onChange={(event) => setTarget(event.target.value)}
          />
        </Field>
      ) : (
        <p className="text-muted">No open deal is in this stage.</p>
      )}
      <div className="flex justify-end gap-2">
        <DialogClose />
        <Button variant="danger" onClick={retire}>
          Retire stage
        </Button>
      </div>
    </div>
  );
}
