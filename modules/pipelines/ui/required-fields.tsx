'use client';

import { Button } from '@aura/ui/button';
import { Checkbox } from '@aura/ui/checkbox';
import { useFindBox } from '@aura/ui/find-box';
import { Popover } from '@aura/ui/popover';
import { ListChecks } from 'lucide-react';
import type { ReactNode } from 'react';

type RequiredFieldsProps = {
  stageName: string;
  value: readonly string[];
  options: readonly { value: string; label: string }[];
  isLocked: boolean;
  onChange: (value: string[]) => void;
};

const noun = ['field', 'fields'] as const;
const REQUIRED_MAX = 20;

/** What a deal needs before it may enter: in words, and a panel to choose from. */
export function RequiredFields({ stageName, value, options, isLocked, onChange }: RequiredFieldsProps): ReactNode {
  const labelOf = (field: string): string => options.find((option) => option.value === field)?.label ?? field;
  const words = value.length === 0 ? 'Asks for nothing' : `Asks for ${value.map(labelOf).join(', ')}`;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-3">
      <p className="min-w-0 wrap-anywhere text-muted">{words}</p>
      {isLocked ? null : (
        <Popover
          title={`To enter ${stageName}`}
          trigger={
            <Button size="sm" icon={<ListChecks aria-hidden />}>
              Required fields<span className="sr-only"> of {stageName}</span>
            </Button>
          }
        >
          <Choice value={value} options={options} onChange={onChange} />
        </Popover>
      )}
    </div>
  );
}

function Choice({ value, options, onChange }: Pick<RequiredFieldsProps, 'value' | 'options' | 'onChange'>): ReactNode {
  // A field that was archived since stays on the list until it is taken off.
  const gone = value.filter((field) => !options.some((option) => option.value === field));
  const all = [...options, ...gone.map((field) => ({ value: field, label: `${field} (archived)` }))];
  const { found, box } = useFindBox(all, { noun, textOf: ({ label }) => label });
  return (
    <fieldset className="m-0 flex flex-col gap-1 border-0 p-0">
      <legend className="sr-only">Required fields</legend>
      {box}
      {value.length >= REQUIRED_MAX ? (
        <p className="text-small text-muted">A stage asks for 20 fields at most.</p>
      ) : null}
      {found.map((option) => {
        const isChosen = value.includes(option.value);
        return (
          <Checkbox
            key={option.value}
            label={option.label}
            checked={isChosen}
            disabled={!isChosen && value.length >= REQUIRED_MAX}
            onChange={() =>
              onChange(isChosen ? value.filter((field) => field !== option.value) : [...value, option.value])
            }
          />
        );
      })}
    </fieldset>
  );
}
