'use client';

import { formErrors, missingFields, useFormFailure } from '@aura/identity/client';
import { announce } from '@aura/ui/announce';
import { Button } from '@aura/ui/button';
import { Checkbox } from '@aura/ui/checkbox';
import { DialogClose } from '@aura/ui/dialog';
import { Field } from '@aura/ui/field';
import { FormErrorSummary } from '@aura/ui/form-error-summary';
import { Select } from '@aura/ui/select';
import { Sheet } from '@aura/ui/sheet';
import { TextInput } from '@aura/ui/text-input';
import { Textarea } from '@aura/ui/textarea';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { CustomField } from '../custom-field.schema.ts';
import { CUSTOM_FIELD_TYPES, type CustomFieldEntity, type CustomFieldType, hasOptions } from '../custom-field.ts';
import { optionsOf, suggestKey } from '../field-key.ts';
import { entityWords, typeWords } from './field-words.ts';
import { useCustomFieldsApi } from './use-custom-fields-api.ts';
import { useFieldChanges } from './use-field-changes.ts';

type FieldSheetProps = { entity: CustomFieldEntity; edited: CustomField | 'new' | null; onClose: () => void };

/** Adds a field, or changes one. Key and type are for good: values are stored under them. */
export function FieldSheet({ entity, edited, onClose }: FieldSheetProps): ReactNode {
  const formId = useId();
  const [isPending, setPending] = useState(false);
  return (
    <Sheet
      title={edited === 'new' || edited === null ? `New field on ${entityWords[entity].toLowerCase()}` : edited.label}
      open={edited !== null}
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      footer={
        <>
          <DialogClose />
          <Button type="submit" form={formId} variant="primary" loading={isPending} loadingLabel="Saving…">
            {edited === 'new' ? 'Add field' : 'Save'}
          </Button>
        </>
      }
    >
      {edited === null ? null : (
        <FieldForm
          formId={formId}
          entity={entity}
          field={edited === 'new' ? null : edited}
          onPending={setPending}
          onSaved={(field) => {
            onClose();
            announce(`Field ${field.label} ${edited === 'new' ? 'added' : 'saved'}`);
          }}
        />
      )}
    </Sheet>
  );
}

type FieldFormProps = {
  formId: string;
  entity: CustomFieldEntity;
  field: CustomField | null;
  onPending: (isPending: boolean) => void;
  onSaved: (field: CustomField) => void;
};

type Draft = { label: string; key: string | null; type: CustomFieldType; options: string; required: boolean };

const names = ['label', 'key', 'type', 'options', 'required'];

function FieldForm({ formId, entity, field, onPending, onSaved }: FieldFormProps): ReactNode {
  const [draft, setDraft] = useState<Draft>({
    label: field?.label ?? '',
    // Null: as the label suggests.
    key: field?.key ?? null,
    type: field?.type ?? 'text',
    options: field?.options.join('\n') ?? '',
    required: field?.required ?? false,
  });
  const failure = useFormFailure();
  const { create, update } = useFieldChanges();
  const suggested = suggestKey(draft.label, useTakenKeys(entity));
  const key = draft.key ?? suggested;
  const set = (changes: Partial<Draft>): void => setDraft((before) => ({ ...before, ...changes }));

  const send = (): Promise<CustomField> => {
    const shared = {
      label: draft.label.trim(),
      required: draft.required,
      ...(hasOptions(draft.type) ? { options: optionsOf(draft.options) } : {}),
    };
    if (field) return update({ id: field.id, expectedVersion: field.version, ...shared });
    return create({ entity, key, type: draft.type, ...shared });
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const missing = missingFields({
      label: { value: draft.label, message: 'Enter what the field is called' },
      key: { value: key, message: 'Enter a key of letters and digits' },
      ...(hasOptions(draft.type) ? { options: { value: draft.options, message: 'Enter at least one option' } } : {}),
    });
    if (missing.length > 0) return failure.fail(missing);
    onPending(true);
    try {
      onSaved(await send());
    } catch (error) {
      failure.fail(formErrors(error, names));
    } finally {
      onPending(false);
    }
  };

  return (
    <form id={formId} method="post" noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <FormErrorSummary errors={failure.errors} attempt={failure.attempt} />
      <Field id="label" label="Label" error={failure.errorOf('label')}>
        <TextInput
          value={draft.label}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => set({ label: event.target.value })}
        />
      </Field>
      <Field
        id="key"
        label="Key"
        help={
          field
            ? 'Its name in the API and in files. It stays, because values are stored under it.'
            : 'Its name in the API and in files. It cannot be changed later.'
        }
        error={failure.errorOf('key')}
      >
        <TextInput
          value={key}
          maxLength={63}
          autoComplete="off"
          spellCheck={false}
          readOnly={field !== null}
          onChange={(event) => set({ key: event.target.value === '' ? null : event.target.value })}
        />
      </Field>
      <TypeField
        field={field}
        type={draft.type}
        error={failure.errorOf('type')}
        onTypeChange={(type) => set({ type })}
      />
      {hasOptions(draft.type) ? (
        <Field
          id="options"
          label="Options"
          help={
            field
              ? 'One a line, in their order. One that records hold cannot be taken away.'
              : 'One a line, in their order.'
          }
          error={failure.errorOf('options')}
        >
          <Textarea rows={5} value={draft.options} onChange={(event) => set({ options: event.target.value })} />
        </Field>
      ) : null}
      <Checkbox
        id="required"
        label="Required"
        help="Asked for when a record is added. Records from before stay as they are."
        checked={draft.required}
        onChange={(event) => set({ required: event.target.checked })}
      />
    </form>
  );
}

type TypeFieldProps = {
  field: CustomField | null;
  type: CustomFieldType;
  error: ReactNode;
  onTypeChange: (type: CustomFieldType) => void;
};

function TypeField({ field, type, error, onTypeChange }: TypeFieldProps): ReactNode {
  if (field)
    return (
      <Field label="Type" help="It stays: stored values would not fit another.">
        <TextInput readOnly value={typeWords[type]} />
      </Field>
    );
  return (
    <Field id="type" label="Type" help="It cannot be changed later." error={error}>
      <Select
        value={type}
        options={CUSTOM_FIELD_TYPES.map((value) => ({ value, label: typeWords[value] }))}
        onChange={(event) => {
          const chosen = CUSTOM_FIELD_TYPES.find((one) => one === event.target.value);
          if (chosen) onTypeChange(chosen);
        }}
      />
    </Field>
  );
}

/** Archived fields keep their keys. */
function useTakenKeys(entity: CustomFieldEntity): string[] {
  const api = useCustomFieldsApi();
  const live = useQuery(api.ofEntity.queryOptions({ entity }));
  const archived = useQuery(api.ofEntity.queryOptions({ entity, archived: true }));
  return [...(live.data?.items ?? []), ...(archived.data?.items ?? [])].map(({ key }) => key);
}
