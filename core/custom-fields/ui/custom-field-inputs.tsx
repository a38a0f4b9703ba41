'use client';

import { Button } from '@aura/ui/button';
import { Field, FieldGroup } from '@aura/ui/field';
import type { ReactNode } from 'react';
import type { CustomField } from '../custom-field.schema.ts';
import type { CustomFieldEntity, CustomValues } from '../custom-field.ts';
import { CustomFieldControl } from './custom-field-control.tsx';
import { storedOf, textOf } from './custom-field-text.ts';
import { useFieldsInSight } from './find-fields.tsx';
import { useCustomFields } from './use-custom-fields.ts';

export type CustomFieldInputsProps = {
  entity: CustomFieldEntity;
  values: CustomValues;
  onValuesChange: (values: CustomValues) => void;
  /** What is wrong with `customFields.<key>`. */
  errorOf: (path: string) => ReactNode;
  /** Only what must be filled in, or only the rest. */
  only?: 'required' | 'optional';
  /** Only these. */
  keys?: readonly string[];
};

/** The custom fields of a form. */
export function CustomFieldInputs({
  entity,
  values,
  onValuesChange,
  errorOf,
  only,
  keys,
}: CustomFieldInputsProps): ReactNode {
  const { fields } = useCustomFields(entity);
  const wanted = fields
    .filter(({ key }) => keys === undefined || keys.includes(key))
    .filter(({ required }) => only === undefined || required === (only === 'required'));
  // What is asked for, filled in or refused stays in sight; of many others the first few.
  const sight = useFieldsInSight(
    wanted,
    ({ key, required }) =>
      required || keys !== undefined || textOf(values[key]) !== '' || Boolean(errorOf(`customFields.${key}`)),
  );
  return (
    <>
      {keys === undefined ? sight.finder : null}
      {sight.fields.map((field) => (
        <CustomFieldInput
          key={field.id}
          field={field}
          values={values}
          onValuesChange={onValuesChange}
          errorOf={errorOf}
        />
      ))}
      {sight.hidden > 0 ? (
        <Button variant="ghost" className="self-start" onClick={sight.showAll}>
          Show {sight.hidden} more fields
        </Button>
      ) : null}
    </>
  );
}

type CustomFieldInputProps = Pick<CustomFieldInputsProps, 'values' | 'onValuesChange' | 'errorOf'> & {
  field: CustomField;
};

function CustomFieldInput({ field, values, onValuesChange, errorOf }: CustomFieldInputProps): ReactNode {
  const Wrapper = field.type === 'multiselect' ? FieldGroup : Field;
  const path = `customFields.${field.key}`;
  return (
    <Wrapper
      id={path}
      label={field.label}
      error={errorOf(path)}
      {...(field.required ? { mark: 'required' as const } : {})}
    >
      <CustomFieldControl
        field={field}
        value={textOf(values[field.key])}
        onValueChange={(text) =>
          onValuesChange({
            ...values,
            [field.key]: field.type === 'multiselect' ? storedOf(field, text) : typed(field.type, text),
          })
        }
      />
    </Wrapper>
  );
}

/** While typing a number stays text ("1." must not become 1); it is read on sending. */
function typed(type: string, text: string): unknown {
  if (text === '') return null;
  return type === 'boolean' ? text === 'true' : text;
}
