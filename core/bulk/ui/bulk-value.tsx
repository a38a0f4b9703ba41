'use client';

import { DateInput } from '@aura/ui/date-input';
import { Field } from '@aura/ui/field';
import { Select } from '@aura/ui/select';
import { TextInput } from '@aura/ui/text-input';
import { Textarea } from '@aura/ui/textarea';
import type { ReactNode } from 'react';
import type { BulkField } from './bulk-field.ts';

type BulkValueProps = { field: BulkField; value: string; onChange: (value: string) => void };

/** The control for one field's new value. */
export function BulkValue(props: BulkValueProps): ReactNode {
  const { label, help } = props.field;
  return (
    <Field label={`New ${label.toLowerCase()}`} {...(help ? { help } : {})}>
      <Control {...props} />
    </Field>
  );
}

function Control({ field, value, onChange }: BulkValueProps): ReactNode {
  switch (field.kind) {
    case 'longText':
      return <Textarea value={value} onChange={(event) => onChange(event.target.value)} />;
    case 'date':
      return <DateInput value={value} onChange={(event) => onChange(event.target.value)} />;
    case 'yesNo':
      return (
        <Select
          value={value}
          placeholder="Choose"
          options={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ]}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'link':
      return field.control?.({ value: value || null, onChange: (id) => onChange(id ?? '') });
    default:
      return (
        <TextInput
          value={value}
          inputMode={field.kind === 'text' ? 'text' : 'decimal'}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}
