'use client';

import { usePrefill } from '@aura/api/prefill';
import { CustomFieldInputs, readTyped, useCustomFields } from '@aura/custom-fields/client';
import { formErrors, useFormFailure, useMe } from '@aura/identity/client';
import { MemberPicker } from '@aura/members/client';
import { announce } from '@aura/ui/announce';
import { Button } from '@aura/ui/button';
import { DialogClose } from '@aura/ui/dialog';
import { Field } from '@aura/ui/field';
import { FormErrorSummary } from '@aura/ui/form-error-summary';
import { Sheet } from '@aura/ui/sheet';
import { TextInput } from '@aura/ui/text-input';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { Organization } from '../organization.schema.ts';
import { LikeOrganizations } from './like-organizations.tsx';
import { OrganizationPicker, type PickedOrganization } from './organization-picker.tsx';
import { useOrganizationsApi } from './use-organizations-api.ts';

type Draft = {
  name: string;
  industry: string;
  size: string;
  location: string;
  website: string;
  parent: PickedOrganization | null;
  ownerId: string | null;
  customFields: Record<string, unknown>;
};

const emptyDraft: Draft = {
  name: '',
  industry: '',
  size: '',
  location: '',
  website: '',
  parent: null,
  ownerId: null,
  customFields: {},
};

export type OrganizationSheetProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onCreated: (organization: Organization) => void;
};

/** Adds an organization. A name is all it needs. */
export function OrganizationSheet({ open, onOpenChange, onCreated }: OrganizationSheetProps): ReactNode {
  const formId = useId();
  const [isPending, setPending] = useState(false);
  const name = usePrefill(open);
  return (
    <Sheet
      title="New organization"
      open={open}
      onOpenChange={onOpenChange}
      footer={
        <>
          <DialogClose />
          <Button type="submit" form={formId} variant="primary" loading={isPending} loadingLabel="Creating…">
            Create
          </Button>
        </>
      }
    >
      {open ? <OrganizationForm formId={formId} name={name} onPending={setPending} onCreated={onCreated} /> : null}
    </Sheet>
  );
}

type FormProps = {
  formId: string;
  name: string;
  onPending: (isPending: boolean) => void;
  onCreated: (organization: Organization) => void;
};

function OrganizationForm({ formId, name, onPending, onCreated }: FormProps): ReactNode {
  const [draft, setDraft] = useState({ ...emptyDraft, name });
  const failure = useFormFailure();
  const { fields } = useCustomFields('organization');
  const create = useCreateOrganization(onPending);
  const canGive = useMe()?.permissions.includes('organization:reassign') === true;
  const set = (change: Partial<Draft>): void => setDraft((now) => ({ ...now, ...change }));

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (create.isPending) return;
    if (draft.name.trim() === '')
      return failure.fail([{ field: 'name', message: 'Enter the name of the organization' }]);
    try {
      const made = await create.mutateAsync({
        name: draft.name,
        industry: draft.industry,
        size: draft.size,
        location: draft.location,
        website: draft.website,
        parentId: draft.parent?.id ?? null,
        ...(draft.ownerId ? { ownerId: draft.ownerId } : {}),
        customFields: readTyped(fields, draft.customFields),
      });
      announce(`Organization ${made.name} created`);
      onCreated(made);
    } catch (error) {
      failure.fail(
        formErrors(error, [
          'name',
          'industry',
          'size',
          'location',
          'website',
          'parentId',
          'ownerId',
          ...fields.map(({ key }) => `customFields.${key}`),
        ]),
      );
    }
  };
  const text = (
    name: 'name' | 'industry' | 'size' | 'location' | 'website',
    label: string,
    extra: { help?: string; autoComplete?: string } = {},
  ): ReactNode => (
    <Field
      id={name}
      label={label}
      error={failure.errorOf(name)}
      {...(name === 'name' ? { mark: 'required' as const } : {})}
      {...(extra.help ? { help: extra.help } : {})}
    >
      <TextInput
        name={name}
        autoComplete={extra.autoComplete ?? 'off'}
        value={draft[name]}
        onChange={(event) => set({ [name]: event.target.value })}
      />
    </Field>
  );
  return (
    <form id={formId} noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
      <FormErrorSummary errors={failure.errors} attempt={failure.attempt} />
      {text('name', 'Name', { autoComplete: 'organization' })}
      <LikeOrganizations name={draft.name} />
      {text('website', 'Website', { help: 'For example company.com' })}
      {text('industry', 'Industry')}
      {text('size', 'Size', { help: 'People who work there: a number, or a range like 11-50' })}
      {text('location', 'Location')}
      <Field id="parentId" label="Part of" help="The organization above this one" error={failure.errorOf('parentId')}>
        <OrganizationPicker value={draft.parent} onValueChange={(parent) => set({ parent })} />
      </Field>
      {canGive ? (
        <Field id="ownerId" label="Owner" help="You, unless you choose someone else" error={failure.errorOf('ownerId')}>
          <MemberPicker value={draft.ownerId} onValueChange={(ownerId) => set({ ownerId })} />
        </Field>
      ) : null}
      <CustomFieldInputs
        entity="organization"
        values={draft.customFields}
        onValuesChange={(customFields) => set({ customFields })}
        errorOf={failure.errorOf}
      />
    </form>
  );
}

function useCreateOrganization(onPending: (isPending: boolean) => void) {
  const api = useOrganizationsApi();
  const queries = useQueryClient();
  return useMutation(
    api.create.mutationOptions({
      onMutate: () => onPending(true),
      onSettled: () => onPending(false),
      onSuccess: () => queries.invalidateQueries({ queryKey: api.list.queryKey() }),
    }),
  );
}
