'use client';

import type { CustomField } from '@aura/custom-fields/client';
import { Checkbox } from '@aura/ui/checkbox';
import { DateInput } from '@aura/ui/date-input';
import { Select } from '@aura/ui/select';
import { TextInput } from '@aura/ui/text-input';
import type { ReactNode } from 'react';

type CustomFieldInputProps = {
  definition: Pick<CustomField, 'key' | 'label' | 'type' | 'options'>;
  value: unknown;
  onChange: (value: unknown) => void;
};

/** The control that fits a custom field's type. Stands inside a Field. */
export function CustomFieldInput({ definition, value, onChange }: CustomFieldInputProps): ReactNode {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  switch (definition.type) {
    case 'date':
      return <DateInput value={text} onChange={(event) => onChange(event.target.value || null)} />;
    case 'boolean':
      return (
        <Select
          value={value === true ? 'yes' : value === false ? 'no' : ''}
          placeholder="Not said"
          options={yesNo}
          onChange={(event) => onChange(event.target.value === '' ? null : event.target.value === 'yes')}
        />
      );
    case 'select':
      return (
        <Select
          value={text}
          placeholder="Choose one"
          options={definition.options.map((option) => ({ value: option, label: option }))}
          onChange={(event) => onChange(event.target.value || null)}
        />
      );
    case 'multiselect':
      return <Choices definition={definition} value={value} onChange={onChange} />;
    case 'number':
      return (
        <TextInput inputMode="decimal" value={text} onChange={(event) => onChange(numberOf(event.target.value))} />
      );
    case 'email':
      return <TextInput type="email" value={text} onChange={(event) => onChange(event.target.value)} />;
    case 'url':
      return (
        <TextInput type="url" value={text} placeholder="https://" onChange={(event) => onChange(event.target.value)} />
      );
    case 'text':
      return <TextInput value={text} onChange={(event) => onChange(event.target.value)} />;
  }
}

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

function Choices({ definition, value, onChange }: CustomFieldInputProps): ReactNode {
  const chosen: unknown[] = Array.isArray(value) ? value : [];
  return (
    <div className="flex flex-col">
      {definition.options.map((option) => (
        <Checkbox
          key={option}
          label={option}
          checked={chosen.includes(option)}
          onChange={(event) =>
            onChange(event.target.checked ? [...chosen, option] : chosen.filter((other) => other !== option))
          }
        />
      ))}
    </div>
  );
}

/** A number as soon as the text is one; until then the text, so typing "1." is not disturbed. */
function numberOf(text: string): number | string | null {
  if (text.trim() === '') return null;
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** A custom value in words. */
export function customText(value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (Array.isArray(value)) return value.join(', ');
  return String(value);
}
