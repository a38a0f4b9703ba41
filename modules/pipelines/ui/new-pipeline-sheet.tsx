'use client';

import { formErrors, missingFields, useFormFailure } from '@aura/identity/client';
import { announce } from '@aura/ui/announce';
import { Button } from '@aura/ui/button';
import { DialogClose } from '@aura/ui/dialog';
import { Field } from '@aura/ui/field';
import { FormErrorSummary } from '@aura/ui/form-error-summary';
import { Sheet } from '@aura/ui/sheet';
import { TextInput } from '@aura/ui/text-input';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { usePipelinesApi } from './use-pipelines-api.ts';

type NewPipelineSheetProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** A name is all that a pipeline needs: it begins with the usual stages. */
export function NewPipelineSheet({ open, onOpenChange }: NewPipelineSheetProps): ReactNode {
  const formId = useId();
  const [isPending, setPending] = useState(false);
  return (
    <Sheet
      title="New pipeline"
      description="It begins with the usual stages, which you can change."
      open={open}
      onOpenChange={onOpenChange}
      footer={
        <>
          <DialogClose />
          <Button type="submit" form={formId} variant="primary" loading={isPending} loadingLabel="Adding…">
            Add pipeline
          </Button>
        </>
      }
    >
      {open ? <NameForm formId={formId} onPending={setPending} onDone={() => onOpenChange(false)} /> : null}
    </Sheet>
  );
}

type NameFormProps = { formId: string; onPending: (isPending: boolean) => void; onDone: () => void };

function NameForm({ formId, onPending, onDone }: NameFormProps): ReactNode {
  const [name, setName] = useState('');
  const failure = useFormFailure();
  const { pipelines } = usePipelinesApi();
  const queries = useQueryClient();
  const create = useMutation(pipelines.create.mutationOptions()).mutateAsync;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const missing = missingFields({ name: { value: name, message: 'Enter what the pipeline is called' } });
    if (missing.length > 0) return failure.fail(missing);
    onPending(true);
    try {
      await create({ name: name.trim() });
      announce(`Pipeline ${name.trim()} added`);
      onDone();
    } catch (error) {
      failure.fail(formErrors(error, ['name']));
    } finally {
      onPending(false);
      void queries.invalidateQueries({ queryKey: pipelines.pathKey() });
    }
  };
  return (
    <form id={formId} method="post" noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <FormErrorSummary errors={failure.errors} attempt={failure.attempt} />
      <Field id="name" label="Name" error={failure.errorOf('name')}>
        <TextInput value={name} maxLength={100} autoComplete="off" onChange={(event) => setName(event.target.value)} />
      </Field>
    </form>
  );
}
