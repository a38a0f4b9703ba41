'use client';

import { formErrors, missingFields, useFormFailure } from '@aura/identity/client';
import { Button } from '@aura/ui/button';
import { Dialog, DialogClose } from '@aura/ui/dialog';
import { Field } from '@aura/ui/field';
import { FormErrorSummary } from '@aura/ui/form-error-summary';
import { RadioGroup } from '@aura/ui/radio-group';
import { TextInput } from '@aura/ui/text-input';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { SavedView } from '../saved-view.schema.ts';
import { NAME_MAX, type Visibility } from '../saved-view.ts';

type Named = { name: string; visibility: Visibility };

type ViewDialogProps = {
  open: boolean;
  /** To be renamed; null for a new one. */
  view: SavedView | null;
  onClose: () => void;
  onSubmit: (named: Named) => Promise<void>;
};

/** Asks how a view is called and, when it is new, who sees it. */
export function ViewDialog({ open, view, onClose, onSubmit }: ViewDialogProps): ReactNode {
  const formId = useId();
  const [isPending, setPending] = useState(false);
  const isEveryones = view?.visibility === 'shared';
  return (
    <Dialog
      title={view ? `Rename ${view.name}` : 'Save as a new view'}
      description={
        view
          ? isEveryones
            ? 'Everyone in the workspace uses this view.'
            : null
          : 'Keeps the filters, search, order and columns that you see now.'
      }
      size="sm"
      open={open}
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      footer={
        <>
          <DialogClose />
          <Button type="submit" form={formId} variant="primary" loading={isPending} loadingLabel="Saving…">
            {view ? 'Rename' : 'Save view'}
          </Button>
        </>
      }
    >
      {open ? (
        <ViewForm formId={formId} view={view} onPending={setPending} onSubmit={onSubmit} onDone={onClose} />
      ) : null}
    </Dialog>
  );
}

type ViewFormProps = {
  formId: string;
  view: SavedView | null;
  onPending: (isPending: boolean) => void;
  onSubmit: (named: Named) => Promise<void>;
  onDone: () => void;
};

function ViewForm({ formId, view, onPending, onSubmit, onDone }: ViewFormProps): ReactNode {
  const [name, setName] = useState(view?.name ?? '');
  const [visibility, setVisibility] = useState<Visibility>('private');
  const failure = useFormFailure();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const missing = missingFields({ name: { value: name, message: 'Enter what the view is called' } });
    if (missing.length > 0) return failure.fail(missing);
    onPending(true);
    try {
      await onSubmit({ name: name.trim(), visibility });
      onDone();
    } catch (error) {
      failure.fail(formErrors(error, ['name']));
    } finally {
      onPending(false);
    }
  };
  return (
    <form id={formId} method="post" noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <FormErrorSummary errors={failure.errors} attempt={failure.attempt} />
      <Field id="name" label="Name" error={failure.errorOf('name')}>
        <TextInput
          value={name}
          maxLength={NAME_MAX}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      {view ? null : (
        <RadioGroup
          label="Who sees it"
          value={visibility}
          onValueChange={(value) => setVisibility(value === 'shared' ? 'shared' : 'private')}
          options={[
            { value: 'private', label: 'Only you' },
            {
              value: 'shared',
              label: 'Everyone in the workspace',
              help: 'Each sees the rows that are theirs to see.',
            },
          ]}
        />
      )}
    </form>
  );
}
