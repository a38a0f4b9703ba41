'use client';

import { Field } from '@aura/ui/field';
import { IconButton } from '@aura/ui/icon-button';
import { Select } from '@aura/ui/select';
import { StageGlyph } from '@aura/ui/stage-glyph';
import { TextInput } from '@aura/ui/text-input';
import { ArrowDown, ArrowUp, CircleMinus, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { STAGE_COLORS, STAGE_KINDS } from '../pipeline.ts';
import { RequiredFields } from './required-fields.tsx';
import { canMove, type EditProblem, type PipelineEdit, type StageEdit } from './stage-draft.ts';

type EditField = EditProblem['field'];

export type StageRowProps = {
  row: StageEdit;
  edit: PipelineEdit;
  idOf: (field: EditField) => string;
  errorOf: (field: EditField) => ReactNode;
  warnings: readonly string[];
  requirable: readonly { value: string; label: string }[];
  isLocked: boolean;
  onChange: (changes: Partial<StageEdit>) => void;
  onMove: (by: -1 | 1) => void;
  onRetire: () => void;
};

const kindWords = { open: 'Open', won: 'Won', lost: 'Lost' };

/** One stage: what it is called, what it means, what it asks for. */
export function StageRow(props: StageRowProps): ReactNode {
  const { row, edit, warnings, requirable, isLocked, onChange } = props;
  const open = edit.stages.filter(({ kind }) => kind === 'open');
  const name = row.name.trim() || 'the new stage';
  return (
    <li
      className="rounded-panel border border-s-4 border-line bg-surface p-3 sm:p-4"
      style={row.color ? { borderInlineStartColor: row.color } : undefined}
    >
      <div className="flex flex-wrap items-start gap-x-2">
        <StageGlyph
          outcome={row.kind}
          position={Math.max(0, open.indexOf(row))}
          count={open.length}
          className="mt-9.5"
        />
        <Field
          id={props.idOf('name')}
          label={`${kindWords[row.kind]} stage`}
          error={props.errorOf('name')}
          className="flex-[1_1_11rem]"
        >
          <TextInput
            value={row.name}
            maxLength={100}
            autoComplete="off"
            readOnly={isLocked}
            autoFocus={row.stage === null && row.name === ''}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        </Field>
        {isLocked ? null : <RowButtons {...props} name={name} />}
      </div>
      {warnings.map((text) => (
        <p key={text} className="flex items-center gap-1.5 pt-2 text-small text-warn">
          <TriangleAlert aria-hidden className="size-4" /> {text}
        </p>
      ))}
      <div className="grid grid-cols-2 gap-3 pt-3 sm:grid-cols-4">
        <Meanings {...props} />
      </div>
      <RequiredFields
        stageName={name}
        value={row.requiredFields}
        options={requirable}
        isLocked={isLocked}
        onChange={(requiredFields) => onChange({ requiredFields })}
      />
    </li>
  );
}

function RowButtons({ row, edit, name, onMove, onRetire }: StageRowProps & { name: string }): ReactNode {
  const isLastOfKind = edit.stages.filter(({ kind }) => kind === row.kind).length === 1;
  return (
    <div className="ms-auto flex pt-6.5 max-xs:pt-1">
      <IconButton
        label={`Move ${name} up`}
        icon={<ArrowUp aria-hidden />}
        disabledReason={canMove(edit, row.key, -1) ? null : 'It is the first of its kind'}
        onClick={() => onMove(-1)}
      />
      <IconButton
        label={`Move ${name} down`}
        icon={<ArrowDown aria-hidden />}
        disabledReason={canMove(edit, row.key, 1) ? null : 'It is the last of its kind; won and lost stay at the end'}
        onClick={() => onMove(1)}
      />
      <IconButton
        label={`Retire ${name}`}
        icon={<CircleMinus aria-hidden />}
        disabledReason={isLastOfKind ? `A pipeline keeps one ${row.kind} stage` : null}
        onClick={onRetire}
      />
    </div>
  );
}

function Meanings({ row, idOf, errorOf, isLocked, onChange }: StageRowProps): ReactNode {
  const known = STAGE_COLORS.some(({ value }) => value === row.color);
  return (
    <>
      {row.stage === null ? (
        <Field label="Kind">
          <Select
            value={row.kind}
            options={STAGE_KINDS.map((value) => ({ value, label: kindWords[value] }))}
            onChange={(event) => onChange({ kind: STAGE_KINDS.find((kind) => kind === event.target.value) ?? 'open' })}
          />
        </Field>
      ) : null}
      <Field id={idOf('probability')} label="Probability, %" error={errorOf('probability')}>
        <TextInput
          inputMode="numeric"
          value={row.kind === 'open' ? row.probability : row.kind === 'won' ? '100' : '0'}
          readOnly={isLocked || row.kind !== 'open'}
          onChange={(event) => onChange({ probability: event.target.value })}
        />
      </Field>
      {row.kind === 'open' ? (
        <Field id={idOf('expectedDays')} label="Rots after, days" error={errorOf('expectedDays')}>
          <TextInput
            inputMode="numeric"
            placeholder="Never"
            value={row.expectedDays}
            readOnly={isLocked}
            onChange={(event) => onChange({ expectedDays: event.target.value })}
          />
        </Field>
      ) : null}
      <Field label="Colour">
        <Select
          value={row.color ?? ''}
          placeholder="None"
          disabled={isLocked}
          options={[
            ...STAGE_COLORS.map(({ name, value }) => ({ value, label: name })),
            ...(row.color && !known ? [{ value: row.color, label: row.color }] : []),
          ]}
          onChange={(event) => onChange({ color: event.target.value || null })}
        />
      </Field>
    </>
  );
}
