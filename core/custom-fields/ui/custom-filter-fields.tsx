'use client';

import type { CustomFieldsFilter } from '@aura/kernel';
import { Button } from '@aura/ui/button';
import { Checkbox } from '@aura/ui/checkbox';
import { DateInput } from '@aura/ui/date-input';
import { Field, FieldGroup } from '@aura/ui/field';
import { Select } from '@aura/ui/select';
import { TextInput } from '@aura/ui/text-input';
import { type ReactNode, useState } from 'react';
import type { CustomField } from '../custom-field.schema.ts';
import { boundTexts, withBound } from './custom-place.ts';
import { useFieldsInSight } from './find-fields.tsx';

export type CustomFilterFieldsProps = {
  fields: readonly CustomField[];
  filter: CustomFieldsFilter;
  onFilterChange: (filter: CustomFieldsFilter) => void;
};

/** A control for each custom field; it filters as soon as it is set. Many fields are found by their name. */
export function CustomFilterFields(props: CustomFilterFieldsProps): ReactNode {
  const { fields, filter } = props;
  const sight = useFieldsInSight(fields, ({ key }) => key in filter);
  return (
    <div className="flex flex-col gap-4">
      {sight.finder}
      {sight.fields.map((field) => (
        <FilterField key={field.id} {...props} field={field} />
      ))}
      {sight.fields.length === 0 ? <p className="text-muted">No field is called that.</p> : null}
      {sight.hidden > 0 ? <Button onClick={sight.showAll}>Show {sight.hidden} more fields</Button> : null}
    </div>
  );
}

type FilterFieldProps = CustomFilterFieldsProps & { field: CustomField };
type Bound = 'is' | 'min' | 'max' | 'from' | 'to';

function FilterField({ field, filter, onFilterChange }: FilterFieldProps): ReactNode {
  const { key } = field;
  const texts = (bound: Bound): string[] => boundTexts(filter, key, bound);
  const set = (bound: Bound, value: string | string[] | null): void =>
    onFilterChange(withBound(filter, key, { [bound]: value }));
  return (
    <div className="flex flex-col gap-1 border-b border-line pb-4 last:border-b-0">
      <FilterControl field={field} texts={texts} set={set} />
    </div>
  );
}

type ControlProps = {
  field: CustomField;
  texts: (bound: Bound) => string[];
  set: (bound: Bound, value: string | string[] | null) => void;
};

function FilterControl({ field, texts, set }: ControlProps): ReactNode {
  const { label, type } = field;
  switch (type) {
    case 'number':
      return (
        <FieldGroup label={label}>
          <div className="grid grid-cols-2 gap-2">
            <Typed
              label={`${label} from`}
              placeholder="From"
              isNumber
              value={texts('min')[0]}
              onCommit={(text) => set('min', text)}
            />
            <Typed
              label={`${label} to`}
              placeholder="To"
              isNumber
              value={texts('max')[0]}
              onCommit={(text) => set('max', text)}
            />
          </div>
        </FieldGroup>
      );
    case 'date':
      return (
        <FieldGroup label={label}>
          <div className="grid gap-2 xs:grid-cols-2">
            {(['from', 'to'] as const).map((bound) => (
              <DateInput
                key={bound}
                aria-label={`${label} ${bound}`}
                value={texts(bound)[0] ?? ''}
                onChange={(event) => set(bound, event.target.value || null)}
              />
            ))}
          </div>
        </FieldGroup>
      );
    case 'boolean':
      return (
        <Field label={label}>
          <Select
            value={texts('is')[0] ?? ''}
            placeholder="Either"
            options={yesNo}
            onChange={(event) => set('is', event.target.value || null)}
          />
        </Field>
      );
    case 'select':
    case 'multiselect':
      return <Options field={field} texts={texts} set={set} />;
    default:
      return (
        <Field label={label}>
          <Typed placeholder="Begins with" value={texts('is')[0]} onCommit={(text) => set('is', text)} />
        </Field>
      );
  }
}

const yesNo = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
];

function Options({ field, texts, set }: ControlProps): ReactNode {
  const chosen = texts('is');
  return (
    <FieldGroup label={field.label}>
      <div className="flex max-h-56 flex-col overflow-y-auto">
        {field.options.map((option) => (
          <Checkbox
            key={option}
            label={option}
            checked={chosen.includes(option)}
            onChange={(event) =>
              set(
                'is',
                field.options.filter((one) => (one === option ? event.target.checked : chosen.includes(one))),
              )
            }
          />
        ))}
      </div>
    </FieldGroup>
  );
}

type TypedProps = {
  label?: string;
  placeholder: string;
  isNumber?: boolean;
  value: string | undefined;
  onCommit: (text: string | null) => void;
};

/** Typed text; it filters on leaving the field or on Enter, and what is no number falls back. */
function Typed({ label, placeholder, isNumber = false, value = '', onCommit }: TypedProps): ReactNode {
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setText(value);
  }
  const commit = (): void => {
    const bare = isNumber ? text.replaceAll(/[,\s]/g, '') : text.trim();
    const next = isNumber && !Number.isFinite(Number(bare)) ? value : bare;
    setText(next);
    if (next !== value) onCommit(next || null);
  };
  return (
    <TextInput
      aria-label={label}
      placeholder={placeholder}
      inputMode={isNumber ? 'decimal' : undefined}
      maxLength={200}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}
