'use client';

import { useMe } from '@aura/identity/client';
import { Badge } from '@aura/ui/badge';
import { Banner } from '@aura/ui/banner';
import { Button } from '@aura/ui/button';
import { type Column, DataTable } from '@aura/ui/data-table';
import { FormErrorSummary } from '@aura/ui/form-error-summary';
import { RadioGroup } from '@aura/ui/radio-group';
import { Select } from '@aura/ui/select';
import { type ReactNode, useState } from 'react';
import type { ImportPreview } from '../../import/import.schema.ts';
import { keyOf } from '../../import/mapping.ts';
import {
  ambiguousFormats,
  doubleTargets,
  entityNames,
  type ImportDraft,
  mappedCount,
  missingTargets,
} from './import-draft.ts';
import type { StepProps } from './import-steps.ts';
import { Formats, MemberOptions, MissingOptions } from './map-options.tsx';
import type { UnmatchedQuery } from './use-unmatched.ts';
import { ValueMatches } from './value-matches.tsx';

const customPrefix = 'customFields.';

/** Which column fills which field, and what to do with what is there already. */
export function MapStep({ draft, change, goTo, values }: StepProps & { values: UnmatchedQuery }): ReactNode {
  const [attempt, setAttempt] = useState(0);
  const { preview } = draft;
  if (!preview) return null;
  const problems = problemsOf(draft);
  const next = (): void => {
    if (problems.length > 0) setAttempt((now) => now + 1);
    else goTo('check');
  };
  return (
    <div className="flex flex-col gap-6">
      <FormErrorSummary errors={attempt > 0 ? problems : []} attempt={attempt} />
      <p className="text-muted">
        {draft.file?.name}: read as {preview.encoding.toUpperCase()}, columns divided by{' '}
        {delimiterName(preview.delimiter)}.{' '}
        <strong className="font-medium text-ink">
          {mappedCount(draft)} of {preview.header.length} columns mapped.
        </strong>
      </p>
      <DataTable
        caption="Columns of the file and the fields they fill"
        columns={columnsOf(draft, change)}
        rows={preview.header}
        rowKey={(header) => header}
        rowLabel={(header) => header}
        scroll="page"
      />
      <Templates preview={preview} draft={draft} />
      <Formats draft={draft} change={change} />
      <RadioGroup
        label={`When a ${entityNames[draft.entity][0]} is here already`}
        value={draft.duplicates}
        onValueChange={(value) => change({ duplicates: value as ImportDraft['duplicates'] })}
        options={duplicateChoices}
      />
      {draft.entity === 'members' ? <MemberOptions draft={draft} change={change} /> : null}
      <MissingOptions draft={draft} change={change} />
      <ValueMatches draft={draft} change={change} query={values} />
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          disabledReason={values.isPending ? "The file's values are still being compared" : null}
          onClick={next}
        >
          Check the rows
        </Button>
        <Button onClick={() => goTo('upload')}>Back</Button>
      </div>
    </div>
  );
}

const duplicateChoices = [
  { value: 'skip', label: 'Leave it as it is', help: 'Rows that are here already are counted and skipped.' },
  {
    value: 'update',
    label: 'Update it from the file',
    help: 'Only the columns that are mapped, and only where the file has a value.',
  },
  { value: 'create', label: 'Create another one', help: 'Every row becomes a new record.' },
];

function problemsOf(draft: ImportDraft): { message: string }[] {
  return [
    ...missingTargets(draft).map((label) => ({ message: `Map a column to ${label}` })),
    ...doubleTargets(draft).map((label) => ({ message: `Two columns are mapped to ${label}: leave one out` })),
    ...(mappedCount(draft) === 0 ? [{ message: 'Map at least one column' }] : []),
    ...(ambiguousFormats(draft).length > 0 && !draft.dateFormat ? [{ message: 'Say how the dates are written' }] : []),
  ];
}

type Change = StepProps['change'];

function columnsOf(draft: ImportDraft, change: Change): readonly Column<string>[] {
  const { preview, mapping } = draft;
  const index = (header: string): number => preview?.header.indexOf(header) ?? -1;
  return [
    {
      id: 'column',
      header: 'Column',
      cell: (header) => <span className="wrap-anywhere">{header || '(no name)'}</span>,
      className: 'max-w-48',
    },
    {
      id: 'sample',
      header: 'First values',
      cell: (header) => (
        <span className="block text-small wrap-anywhere text-muted">{samplesOf(preview, index(header))}</span>
      ),
      className: 'max-w-72',
    },
    {
      id: 'target',
      header: 'Field',
      cell: (header) => (
        <TargetSelect
          draft={draft}
          header={header}
          onChange={(target) => change({ mapping: { ...mapping, [header]: target } })}
        />
      ),
      className: 'min-w-56',
    },
    { id: 'confidence', header: 'Match', cell: (header) => <Confidence draft={draft} header={header} /> },
  ];
}

function samplesOf(preview: ImportPreview | null, index: number): string {
  const values = (preview?.rows ?? []).map((row) => row[index] ?? '').filter((value) => value.trim() !== '');
  return values.slice(0, 3).join(' · ') || 'empty';
}

type TargetSelectProps = { draft: ImportDraft; header: string; onChange: (target: string | null) => void };

function TargetSelect({ draft, header, onChange }: TargetSelectProps): ReactNode {
  const { preview, mapping } = draft;
  const canDefine = useMe()?.permissions.includes('custom-field:create') === true;
  const chosen = mapping[header] ?? null;
  const targets = preview?.targets ?? [];
  const custom = customTargets({ preview, chosen, header, canDefine });
  return (
    <Select
      aria-label={`Field for ${header}`}
      value={chosen ?? ''}
      onChange={(event) => onChange(event.target.value || null)}
    >
      <option value="">Don't import</option>
      <optgroup label="Fields">
        {targets.map(({ target, label, isRequired }) => (
          <option key={target} value={target}>
            {label}
            {isRequired ? ' (required)' : ''}
          </option>
        ))}
      </optgroup>
      {custom.length > 0 ? (
        <optgroup label="Custom fields">
          {custom.map((target) => (
            <option key={target} value={target}>
              {target.slice(customPrefix.length)}
            </option>
          ))}
        </optgroup>
      ) : null}
    </Select>
  );
}

type CustomOf = { preview: ImportPreview | null; chosen: string | null; header: string; canDefine: boolean };

/** The custom field that is chosen or guessed for the column, and for those who may define fields one of its name. */
function customTargets({ preview, chosen, header, canDefine }: CustomOf): string[] {
  const own = canDefine ? `${customPrefix}${keyOf(header, preview?.header.indexOf(header) ?? 0)}` : null;
  const wanted = [chosen, preview?.mapping[header] ?? null, own].filter((target) => target?.startsWith(customPrefix));
  const listed = new Set(preview?.targets.map(({ target }) => target));
  return [...new Set(wanted)].filter((target): target is string => typeof target === 'string' && !listed.has(target));
}

function Confidence({ draft, header }: { draft: ImportDraft; header: string }): ReactNode {
  const { preview, mapping } = draft;
  const chosen = mapping[header] ?? null;
  if (chosen === null) return <Badge>Not imported</Badge>;
  if (chosen !== preview?.mapping[header]) return <Badge tone="info">Your choice</Badge>;
  switch (preview.confidence[header]) {
    case 'exact':
      return <Badge tone="ok">Exact</Badge>;
    case 'custom':
      return <Badge tone="info">Custom field</Badge>;
    default:
      return <Badge tone="warn">Guess</Badge>;
  }
}

function Templates({ preview, draft }: { preview: ImportPreview; draft: ImportDraft }): ReactNode {
  const filled = new Set(Object.values(draft.mapping));
  const open = Object.entries(preview.template).filter(([target]) => !filled.has(target));
  if (open.length === 0) return null;
  return (
    <Banner tone="info">
      {open.map(([target, template]) => (
        <p key={target}>
          No column holds {preview.targets.find((each) => each.target === target)?.label ?? target}, so each row gets “
          {template}”.
        </p>
      ))}
    </Banner>
  );
}

function delimiterName(delimiter: string): string {
  if (delimiter === '\t') return 'tabs';
  if (delimiter === ';') return 'semicolons';
  return delimiter === ',' ? 'commas' : `“${delimiter}”`;
}
