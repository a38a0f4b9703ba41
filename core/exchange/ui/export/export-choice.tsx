'use client';

import { useMe } from '@aura/identity/client';
import { Banner } from '@aura/ui/banner';
import { type PageFacts, totalText } from '@aura/ui/list-text';
import { RadioGroup } from '@aura/ui/radio-group';
import type { ReactNode } from 'react';
import type { ExportFormat, ExportScope } from '../../export/export-scope.ts';
import { scopeNouns } from './export-words.ts';

export type ExportChoice = {
  /** How many the list counts, where it has counted. */
  facts?: Pick<PageFacts, 'total' | 'totalIsEstimate'> | undefined;
  isFiltered?: boolean;
  /** Some rows that were picked. */
  isSelection?: boolean;
};

type ExportChoiceFormProps = ExportChoice & {
  id: string;
  scope: ExportScope;
  format: ExportFormat;
  onFormatChange: (format: ExportFormat) => void;
  failure: string | null;
  onSubmit: () => void;
};

/** Step 1: what goes into the file, and how it is written. */
export function ExportChoiceForm(props: ExportChoiceFormProps): ReactNode {
  const { id, scope, format, onFormatChange, failure, onSubmit } = props;
  const isWhole = scope === 'workspace';
  return (
    <form
      id={id}
      method="post"
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {failure ? <Banner tone="danger" title={failure} isAnnounced /> : null}
      <p>
        <Contents {...props} />
      </p>
      <RadioGroup
        label="Format"
        value={format}
        onValueChange={(value) => onFormatChange(value === 'json' ? 'json' : 'csv')}
        options={[
          {
            value: 'csv',
            label: 'CSV',
            help: isWhole ? 'A zip with a file for each kind of record' : 'For spreadsheets, and for importing again',
          },
          { value: 'json', label: 'JSON', help: 'For programs: every field, as the API has it' },
        ]}
      />
      <p className="text-small text-muted">
        A file leaves the workspace, so we ask for a code that we e-mail to you. The export is written to the audit log.
      </p>
    </form>
  );
}

function Contents({ scope, facts, isFiltered = false, isSelection = false }: ExportChoiceFormProps): ReactNode {
  const isRep = useMe()?.role === 'sales_rep';
  if (scope === 'workspace')
    return 'Everything in this workspace: people, organizations, contacts, pipelines, products, activities and deals.';
  const noun = scopeNouns[scope];
  const what = facts ? totalText(facts, noun) : `All ${noun[1]}`;
  const which = isSelection ? ', those that you selected' : isFiltered ? ', as the list is filtered now' : '';
  const seen = isRep ? ' Only what you can see yourself is in the file.' : '';
  return (
    <>
      <strong className="font-medium">
        {what}
        {which}.
      </strong>
      {seen}
    </>
  );
}
