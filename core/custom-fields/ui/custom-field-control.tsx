'use client';

import { Checkbox } from '@aura/ui/checkbox';
import { DateInput } from '@aura/ui/date-input';
import { Select } from '@aura/ui/select';
import { TextInput } from '@aura/ui/text-input';
import type { ReactNode } from 'react';
import type { CustomField } from '../custom-field.schema.ts';

export type CustomFieldControlProps = {
  field: Pick<CustomField, 'label' | 'type' | 'options'>;
  value: string;
  onValueChange: (value: string) => void;
  id?: string;
  autoFocus?: boolean;
  readOnly?: boolean;
  'aria-label'?: string;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: true | undefined;
};

const inputTypes = { text: 'text', number: 'text', url: 'url', email: 'email' } as const;

/** The control for one custom field; its value is the edited text. */
export function CustomFieldControl({
  field,
  value,
  onValueChange,
  readOnly,
  ...rest
}: CustomFieldControlProps): ReactNode {
  switch (field.type) {
    case 'date':
      return (
        <DateInput
          {...rest}
          readOnly={readOnly}
          value={value}
          onChange={(event) => onValueChange(event.target.value)}
        />
      );
    case 'boolean':
      return (
        <Select
          {...rest}
          value={value}
          onChange={(event) => onValueChange(event.target.value)}
          placeholder="Not answered"
          options={yesNo}
        />
      );
    case 'select':
      return (
        <Select
          {...rest}
          value={value}
          onChange={(event) => onValueChange(event.target.value)}
          placeholder="None"
          options={field.options.map((option) => ({ value: option, label: option }))}
        />
      );
    case 'multiselect':
      return <Options field={field} value={value} onValueChange={onValueChange} {...rest} />;
    default:
      return (
        <TextInput
          {...rest}
          readOnly={readOnly}
          type={inputTypes[field.type]}
          inputMode={field.type === 'number' ? 'decimal' : undefined}
          value={value}
          onChange={(event) => onValueChange(event.target.value)}
        />
      );
  }
}

const yesNo = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
];

function Options({ field, value, onValueChange, autoFocus, ...rest }: CustomFieldControlProps): ReactNode {
  const chosen = value === '' ? [] : value.split('\n');
  const toggle = (option: string, isOn: boolean): void =>
    onValueChange(field.options.filter((each) => (each === option ? isOn : chosen.includes(each))).join('\n'));
  return (
    <fieldset id={rest.id} aria-describedby={rest['aria-describedby']} className="m-0 border-0 p-0">
      <legend className="sr-only">{field.label}</legend>
      {field.options.map((option, index) => (
        <Checkbox
          key={option}
          label={option}
          autoFocus={autoFocus === true && index === 0}
          checked={chosen.includes(option)}
          onChange={(event) => toggle(option, event.target.checked)}
        />
      ))}
    </fieldset>
  );
}
