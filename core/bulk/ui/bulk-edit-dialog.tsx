'use client';

import type { CustomFieldEntity } from '@aura/custom-fields/client';
import { type CustomField, CustomFieldInputs, readTyped, useCustomFields } from '@aura/custom-fields/client';
import { Checkbox } from '@aura/ui/checkbox';
import { Field } from '@aura/ui/field';
import { Select } from '@aura/ui/select';
import { type ReactNode, useState } from 'react';
import { BulkDialog, type BulkTarget } from './bulk-dialog.tsx';
import { type BulkField, readValue } from './bulk-field.ts';
import type { BulkChanges } from './bulk-request.ts';
import { BulkValue } from './bulk-value.tsx';
import type { Sentence } from './bulk-words.ts';

const CUSTOM = 'customFields.';

type BulkEditDialogProps = { target: BulkTarget; fields: readonly BulkField[]; entity: CustomFieldEntity };

type Draft = { name: string; typed: string; custom: Record<string, unknown>; isEmptied: boolean };
const blank: Draft = { name: '', typed: '', custom: {}, isEmptied: false };

/** One field, custom ones too, and its new value for all selected records. */
export function BulkEditDialog({ target, fields, entity }: BulkEditDialogProps): ReactNode {
  const [draft, setDraft] = useState<Draft>(blank);
  const { fields: customFields } = useCustomFields(entity);
  const field = fields.find(({ name }) => name === draft.name);
  const custom = customFields.find(({ key }) => `${CUSTOM}${key}` === draft.name);
  const label = field?.label ?? custom?.label ?? 'Field';
  const canEmpty = (field && !field.isKept && field.kind !== 'yesNo') || (custom && !custom.required);
  return (
    <BulkDialog
      target={target}
      title={`Edit a field of ${target.what}`}
      verb="Change"
      changes={changesOf(draft, { field, custom })}
      sentence={sentenceFor(label, draft.isEmptied)}
    >
      <Field label="Field">
        <Select
          value={draft.name}
          placeholder="Choose a field"
          onChange={(event) => setDraft({ ...blank, name: event.target.value })}
        >
          {fields.map(({ name, label: text }) => (
            <option key={name} value={name}>
              {text}
            </option>
          ))}
          {customFields.length > 0 ? (
            <optgroup label="Custom fields">
              {customFields.map(({ key, label: text }) => (
                <option key={key} value={`${CUSTOM}${key}`}>
                  {text}
                </option>
              ))}
            </optgroup>
          ) : null}
        </Select>
      </Field>
      {field && !draft.isEmptied ? (
        <BulkValue field={field} value={draft.typed} onChange={(typed) => setDraft({ ...draft, typed })} />
      ) : null}
      {custom && !draft.isEmptied ? (
        <CustomFieldInputs
          entity={entity}
          keys={[custom.key]}
          values={draft.custom}
          onValuesChange={(values) => setDraft({ ...draft, custom: values })}
          errorOf={() => null}
        />
      ) : null}
      {canEmpty ? (
        <Checkbox
          label="Empty this field"
          checked={draft.isEmptied}
          onChange={(event) => setDraft({ ...draft, isEmptied: event.target.checked })}
        />
      ) : null}
    </BulkDialog>
  );
}

type Meant = { field: BulkField | undefined; custom: CustomField | undefined };

function changesOf({ typed, custom: values, isEmptied }: Draft, { field, custom }: Meant): BulkChanges | null {
  if (field) {
    const value = isEmptied ? null : readValue(field, typed);
    return value === undefined ? null : { [field.name]: value };
  }
  if (!custom) return null;
  if (isEmptied) return { customFields: { [custom.key]: null } };
  const read = readTyped([custom], values);
  return custom.key in read ? { customFields: read } : null;
}

const sentenceFor =
  (label: string, isEmptied: boolean): Sentence =>
  (what, tense) => {
    const verbs = isEmptied ? ['is emptied', 'emptied'] : ['changes', 'changed'];
    return `${label} of ${what} ${verbs[tense ? 1 : 0]}`;
  };
