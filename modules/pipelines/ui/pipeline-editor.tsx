'use client';

import { SaveRow } from '@aura/identity/client';
import { announce } from '@aura/ui/announce';
import { Banner } from '@aura/ui/banner';
import { Button } from '@aura/ui/button';
import { Field } from '@aura/ui/field';
import { FormErrorSummary } from '@aura/ui/form-error-summary';
import { formatMoney } from '@aura/ui/format-money';
import { TextInput } from '@aura/ui/text-input';
import { Plus } from 'lucide-react';
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import type { Pipeline } from '../pipeline.schema.ts';
import { RetireDialog } from './retire-dialog.tsx';
import { RetiredStages } from './retired-stages.tsx';
import {
  editOf,
  type StageEdit,
  warningsOf,
  withBack,
  withMoved,
  withNewStage,
  withoutStage,
  withStage,
} from './stage-draft.ts';
import { type Impact, impactOf, type StageFigures } from './stage-figures.ts';
import { StageRow } from './stage-row.tsx';
import { useLeaveGuard } from './use-leave-guard.ts';
import { useStageSave } from './use-stage-save.ts';

export type PipelineEditorProps = {
  pipeline: Pipeline;
  figures: StageFigures | undefined;
  requirable: readonly { value: string; label: string }[];
  /** It was saved a moment ago. */
  isSaved: boolean;
  onPipeline: (pipeline: Pipeline) => void;
};

export function PipelineEditor({ pipeline, figures, requirable, isSaved, onPipeline }: PipelineEditorProps): ReactNode {
  const [edit, setEdit] = useState(() => editOf(pipeline));
  const [leaving, setLeaving] = useState<StageEdit | null>(null);
  const baseId = useId();
  const made = useRef(0);
  const save = useStageSave({ pipeline, edit, onPipeline });
  useLeaveGuard(save.isChanged);
  const isLocked = !pipeline.abilities.update;
  const warnings = warningsOf(edit);
  const impact = figures ? impactOf(figures, edit) : null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void save.send();
  };
  const retire = (row: StageEdit): void => (row.stage ? setLeaving(row) : setEdit(withoutStage(edit, row.key, null)));
  const move = (row: StageEdit, by: -1 | 1): void => {
    const next = withMoved(edit, row.key, by);
    setEdit(next);
    announce(
      `${row.name || 'The stage'} is now ${next.stages.findIndex(({ key }) => key === row.key) + 1} of ${next.stages.length}`,
    );
  };
  return (
    <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
      <FormErrorSummary errors={save.failure.errors} attempt={save.failure.attempt} />
      {save.theirs ? <Conflict theirs={save.theirs} onTheirs={() => save.theirs && onPipeline(save.theirs)} /> : null}
      <Field id="name" label="Name of the pipeline" error={save.failure.errorOf('name')} className="max-w-100">
        <TextInput
          value={edit.name}
          maxLength={100}
          autoComplete="off"
          readOnly={isLocked}
          onChange={(event) => setEdit({ ...edit, name: event.target.value })}
        />
      </Field>
      <h2 className="pt-2 text-h2">Stages</h2>
      {warnings
        .filter(({ key }) => key === '')
        .map(({ text }) => (
          <Banner key={text} tone="warn">
            {text}
          </Banner>
        ))}
      <ol className="flex flex-col gap-3">
        {edit.stages.map((row) => (
          <StageRow
            key={row.key}
            row={row}
            edit={edit}
            idOf={(field) => `${row.key}.${field}`}
            errorOf={(field) => save.failure.errorOf(`${row.key}.${field}`)}
            warnings={warnings.filter(({ key }) => key === row.key).map(({ text }) => text)}
            requirable={requirable}
            isLocked={isLocked}
            onChange={(changes) => setEdit(withStage(edit, row.key, changes))}
            onMove={(by) => move(row, by)}
            onRetire={() => retire(row)}
          />
        ))}
      </ol>
      <RetiredStages edit={edit} figures={figures} onBack={(stageId) => setEdit(withBack(edit, stageId))} />
      {isLocked ? null : (
        <>
          <Button
            className="self-start"
            icon={<Plus aria-hidden />}
            onClick={() => {
              made.current += 1;
              setEdit(withNewStage(edit, `${baseId}${made.current}`));
            }}
          >
            Add a stage
          </Button>
          {impact ? <ImpactNote impact={impact} /> : null}
          <div className="sticky bottom-[var(--bottom-bar,0rem)] z-10 -mx-1 flex flex-wrap items-center gap-3 border-t border-line bg-canvas px-1 py-3">
            <SaveRow isPending={save.isPending} isSaved={isSaved && !save.isChanged} label="Save stages" />
            {save.isChanged ? (
              <Button variant="ghost" onClick={() => setEdit(editOf(pipeline))}>
                Discard changes
              </Button>
            ) : null}
          </div>
        </>
      )}
      <RetireDialog
        row={leaving}
        edit={edit}
        figures={figures}
        onClose={() => setLeaving(null)}
        onRetire={(moveDealsTo) => {
          if (leaving) setEdit(withoutStage(edit, leaving.key, moveDealsTo));
          setLeaving(null);
        }}
      />
    </form>
  );
}

function Conflict({ theirs, onTheirs }: { theirs: Pipeline; onTheirs: () => void }): ReactNode {
  return (
    <Banner
      tone="warn"
      isAnnounced
      title="Someone else saved this pipeline while you were editing"
      actions={
        <Button size="sm" onClick={onTheirs}>
          Take theirs
        </Button>
      }
    >
      Their stages: {theirs.stages.map(({ name, probability }) => `${name} ${probability}%`).join(', ')}. Your version
      is kept below and not saved; take theirs, then make your changes again.
    </Banner>
  );
}

function ImpactNote({ impact }: { impact: Impact }): ReactNode {
  const text = (sums: Impact['before']): string => sums.map((sum) => formatMoney(sum)).join(' + ');
  return (
    <Banner tone="info" isAnnounced>
      Weighted pipeline changes from {text(impact.before)} to {text(impact.after)}.
    </Banner>
  );
}
