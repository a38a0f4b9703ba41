'use client';

import { announce } from '@aura/ui/announce';
import { Badge } from '@aura/ui/badge';
import { Button } from '@aura/ui/button';
import { Combobox, type ComboboxOption } from '@aura/ui/combobox';
import { totalText } from '@aura/ui/list-text';
import { CircleCheck, CirclePlus, Lightbulb, TriangleAlert, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { UnmatchedColumn } from '../../import/import.schema.ts';
import type { ImportDraft } from './import-draft.ts';
import { fateOf, fieldChoices, replacementOf, type ValueFate } from './value-decisions.ts';

type ValueRowProps = {
  draft: ImportDraft;
  column: UnmatchedColumn;
  value: UnmatchedColumn['values'][number];
  options: readonly ComboboxOption[];
  placeholder: string;
  onDecide: (to: string | null) => void;
};

/** One value: what it is, how many rows have it, and what it becomes. */
export function ValueRow({ draft, column, value, options, placeholder, onDecide }: ValueRowProps): ReactNode {
  const to = replacementOf(draft, column, value);
  const fate = fateOf(draft, column, value);
  const choices = [...fieldChoices(column, value), ...options];
  return (
    <li className="grid items-start gap-x-4 gap-y-2 border-b border-line py-3 last:border-b-0 last:pb-0 sm:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]">
      <div className="min-w-0">
        <p className="font-medium wrap-anywhere">{value.value}</p>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-small text-muted tabular-nums">
          {totalText({ total: value.rows }, ['row', 'rows'])} <FateBadge fate={fate} />
        </p>
      </div>
      <div className="flex min-w-0 flex-col items-start gap-1 *:w-full">
        <Combobox
          aria-label={`Replace ${value.value} in ${column.column} by`}
          placeholder={placeholder}
          emptyText="Your workspace has nothing of that name."
          value={to === null ? null : (choices.find((choice) => choice.value === to) ?? { value: to, label: to })}
          options={choices}
          onValueChange={(option) => onDecide(option?.value ?? null)}
        />
        {value.suggestion === null ? null : (
          <SuggestionButton
            value={value.value}
            suggestion={value.suggestion}
            isTaken={fate === 'suggested'}
            onDecide={onDecide}
          />
        )}
      </div>
    </li>
  );
}

type SuggestionProps = { value: string; suggestion: string; isTaken: boolean; onDecide: (to: string | null) => void };

/** Takes the suggestion back, or again: one button, so that the keyboard stays where it is. */
function SuggestionButton({ value, suggestion, isTaken, onDecide }: SuggestionProps): ReactNode {
  const decide = (): void => {
    onDecide(isTaken ? null : suggestion);
    announce(isTaken ? `${value} is used as it is` : `${value} is replaced by ${suggestion}`);
  };
  return (
    <Button
      size="sm"
      variant="ghost"
      className="justify-start"
      icon={isTaken ? <Undo2 aria-hidden /> : <Lightbulb aria-hidden />}
      aria-label={isTaken ? `Use as it is: ${value}` : `Use the suggestion: ${suggestion} for ${value}`}
      onClick={decide}
    >
      {isTaken ? 'Use as it is' : 'Use the suggestion'}
    </Button>
  );
}

function FateBadge({ fate }: { fate: ValueFate }): ReactNode {
  switch (fate) {
    case 'suggested':
      return (
        <Badge tone="info" icon={<Lightbulb aria-hidden />}>
          Suggested
        </Badge>
      );
    case 'replaced':
      return (
        <Badge tone="ok" icon={<CircleCheck aria-hidden />}>
          Replaced
        </Badge>
      );
    case 'created':
      return <Badge icon={<CirclePlus aria-hidden />}>Created</Badge>;
    case 'emptied':
      return <Badge icon={<CircleCheck aria-hidden />}>Left empty</Badge>;
    case 'refused':
      return (
        <Badge tone="warn" icon={<TriangleAlert aria-hidden />}>
          Left out
        </Badge>
      );
  }
}
