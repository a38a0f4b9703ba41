'use client';

import { Banner } from '@aura/ui/banner';
import { Button } from '@aura/ui/button';
import { totalText } from '@aura/ui/list-text';
import { Panel } from '@aura/ui/panel';
import { type ReactNode, useState } from 'react';
import type { UnmatchedColumn } from '../../import/import.schema.ts';
import { type Creatable, creatableOf, entityNames, type ImportDraft } from './import-draft.ts';
import type { StepProps } from './import-steps.ts';
import type { UnmatchedQuery } from './use-unmatched.ts';
import { isCreated, withAllAdded, withDecision } from './value-decisions.ts';
import { ValueRow } from './value-row.tsx';

const SHOWN_FIRST = 6;

type ValueMatchesProps = Pick<StepProps, 'draft' | 'change'> & { query: UnmatchedQuery };

/** Values of the file that nothing in the workspace answers to, each with what becomes of it. */
export function ValueMatches({ draft, change, query }: ValueMatchesProps): ReactNode {
  if (query.isError)
    return (
      <Banner tone="warn" isAnnounced actions={<Button onClick={() => void query.refetch()}>Retry</Button>}>
        The file's values could not be compared with your workspace. {query.error?.message}
      </Banner>
    );
  if (!draft.unmatched) return <Panel title="Comparing the file's values with your workspace" status="loading" />;
  return draft.unmatched.map((column) => (
    <ColumnPanel key={`${column.column}\n${column.target}`} draft={draft} change={change} column={column} />
  ));
}

type ColumnPanelProps = Pick<StepProps, 'draft' | 'change'> & { column: UnmatchedColumn };

function ColumnPanel({ draft, change, column }: ColumnPanelProps): ReactNode {
  const [isWhole, setWhole] = useState(false);
  const options = column.candidates.map((label) => ({ value: label, label }));
  const shown = isWhole ? column.values : column.values.slice(0, SHOWN_FIRST);
  const hidden = column.values.length - shown.length;
  const noun = column.creatable && isCreated(draft, column) ? nouns[column.creatable] : null;
  const placeholder = noun ? `Use as it is: a new ${noun}` : 'Choose what replaces it';
  return (
    <Panel level={3} title={<span className="wrap-anywhere">New to your workspace: {column.column}</span>}>
      <p className="pb-1 text-muted">{explain(draft, column)}</p>
      <ul className="m-0 list-none p-0">
        {shown.map((value) => (
          <ValueRow
            key={value.value}
            draft={draft}
            column={column}
            value={value}
            options={options}
            placeholder={placeholder}
            onDecide={(to) => change({ decisions: withDecision(draft, { column, value, to }) })}
          />
        ))}
      </ul>
      {column.mayAddOptions && column.values.length > 1 ? (
        <Button size="sm" className="mt-3 me-2" onClick={() => change({ decisions: withAllAdded(draft, column) })}>
          Create an option for each
        </Button>
      ) : null}
      {hidden > 0 ? (
        <Button size="sm" className="mt-3" onClick={() => setWhole(true)}>
          Show {hidden.toLocaleString('en-US')} more
        </Button>
      ) : null}
      {column.hasMoreCandidates ? (
        <p className="pt-3 text-small text-muted">
          The lists hold the first {column.candidates.length.toLocaleString('en-US')} names of your workspace.
        </p>
      ) : null}
    </Panel>
  );
}

function explain(draft: ImportDraft, column: UnmatchedColumn): string {
  const { target, valuesTotal, values } = column;
  const label = draft.preview?.targets.find((each) => each.target === target)?.label ?? column.column;
  const count = `${totalText({ total: valuesTotal }, ['value is', 'values are'])} not found under ${label}.`;
  const some = values.length < valuesTotal ? ` The ${values.length} most frequent are listed.` : '';
  return `${count}${some} ${fateText(draft, column)}`;
}

/** What happens to values that nothing replaces. */
function fateText(draft: ImportDraft, column: UnmatchedColumn): string {
  const { creatable, valuesTotal } = column;
  const [it, Its, Each] = valuesTotal === 1 ? ['it', 'Its', 'It'] : ['them', 'Their', 'Each'];
  const noun = creatable === null ? null : nouns[creatable];
  if (column.isField) {
    const create = column.mayAddOptions
      ? `, leave ${it} empty or create ${it} as ${valuesTotal === 1 ? 'an option' : 'options'}`
      : ` or leave ${it} empty`;
    return `${Its} rows are left out, unless you replace ${it}${create}.`;
  }
  if (noun && isCreated(draft, column)) return `${Each} becomes a new ${noun}, unless you replace ${it}.`;
  const isOffered = creatable !== null && creatableOf[draft.entity].includes(creatable);
  const otherwise = noun && isOffered ? `, or let ${noun}s be created along the way` : '';
  return `${Its} rows are left out, unless you replace ${it}${otherwise}.`;
}

const nouns: Readonly<Record<Creatable, string>> = {
  organization: entityNames.organizations[0],
  contact: entityNames.contacts[0],
  product: entityNames.products[0],
  member: entityNames.members[0],
  customField: 'custom field',
};
