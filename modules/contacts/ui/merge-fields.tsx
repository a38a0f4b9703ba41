'use client';

import { RadioGroup } from '@aura/ui/radio-group';
import type { ReactNode } from 'react';
import type { ContactComparison } from '../contact-merge.schema.ts';

export type MergeChoices = Record<string, 'this' | 'other' | 'both'>;

/** As the server would choose: this one's value, or the other's where this one has none. */
export function startChoices({ this: mine, differences, moves }: ContactComparison): MergeChoices {
  const choices: MergeChoices = Object.fromEntries(
    differences.map((row) => [row.field, row.this === null ? 'other' : 'this']),
  );
  if (!mine.abilities.changeOwner) delete choices['ownerId'];
  return moves.shares > 0 && mine.abilities.share ? { ...choices, shares: 'both' } : choices;
}

type MergeFieldsProps = {
  comparison: ContactComparison;
  choices: MergeChoices;
  onChoice: (field: string, choice: 'this' | 'other' | 'both') => void;
};

/** One choice for each field that differs; in a narrow place the two values stand below each other. */
export function MergeFields({ comparison, choices, onChoice }: MergeFieldsProps): ReactNode {
  const { differences } = comparison;
  const set = (field: string) => (value: string) =>
    onChoice(field, value === 'other' || value === 'both' ? value : 'this');
  return (
    <>
      {differences
        .filter(({ field }) => field in choices)
        .map(({ field, label, ...values }) => (
          <div key={field} className="border-t border-line pt-3">
            <RadioGroup
              label={label}
              layout="row"
              value={choices[field] ?? 'this'}
              onValueChange={set(field)}
              options={[
                { value: 'this', label: values.this ?? <Nothing />, help: 'This contact' },
                {
                  value: 'other',
                  label: values.other ?? <Nothing />,
                  help: 'The other contact',
                },
              ]}
            />
          </div>
        ))}
      {'shares' in choices ? (
        <div className="border-t border-line pt-3">
          <RadioGroup
            label="Shared with"
            layout="row"
            value={choices['shares'] ?? 'both'}
            onValueChange={set('shares')}
            options={[
              { value: 'both', label: 'The people of both' },
              { value: 'this', label: 'Those of this contact' },
              { value: 'other', label: 'Those of the other' },
            ]}
          />
        </div>
      ) : null}
    </>
  );
}

function Nothing(): ReactNode {
  return <span className="text-muted">Nothing</span>;
}
