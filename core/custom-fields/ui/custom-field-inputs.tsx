'use client';

import { Field, FieldGroup } from '@aura/ui/field';
import type { ReactNode } from 'react';
import type { CustomFieldEntity, CustomValues } from '../custom-field.ts';
import { CustomFieldControl } from './custom-field-control.tsx';
import { storedOf, textOf } from './custom-field-text.ts';
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
  return fields
    .filter(({ key }) => keys === undefined || keys.includes(key))
    .filter(({ required }) => only === undefined || required === (only === 'required'))
    .map((field) => {
      const Wrapper = field.type === 'multiselect' ? FieldGroup : Field;
      const path = `customFields.${field.key}`;
      return (
        <Wrapper
          key={field.id}
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
    });
}

/** While typing a number stays text ("1." must not become 1); it is read on sending. */
function typed(type: string, text: string): unknown {
  if (text === '') return null;
  return type === 'boolean' ? text === 'true' : text;
}
