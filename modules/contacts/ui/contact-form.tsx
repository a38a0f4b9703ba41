'use client';

import { usePrefill } from '@aura/api/prefill';
import { CustomFieldInputs, readTyped, useCustomFields } from '@aura/custom-fields/client';
import { formErrors, useFormFailure, useMe } from '@aura/identity/client';
import { MemberPicker } from '@aura/members/client';
import { OrganizationPicker, type PickedOrganization, useOrganizationsApi } from '@aura/organizations/client';
import { announce } from '@aura/ui/announce';
import { Button } from '@aura/ui/button';
import { DialogClose } from '@aura/ui/dialog';
import { Field } from '@aura/ui/field';
import { FormErrorSummary } from '@aura/ui/form-error-summary';
import { Sheet } from '@aura/ui/sheet';
import { TextInput } from '@aura/ui/text-input';
import { toast } from '@aura/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ComponentProps, type FormEvent, type ReactNode, useId, useState } from 'react';
import type { Contact } from '../contact.schema.ts';
import { namedBy } from './contact-draft.ts';
import { DuplicateLink, duplicateError, duplicateOf, type KnownContact } from './duplicate-contact.tsx';
import { LikeContacts } from './like-contacts.tsx';
import { useContactsApi } from './use-contacts-api.ts';

type Draft = {
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  title: string;
  organization: PickedOrganization | null;
  ownerId: string | null;
  customFields: Record<string, unknown>;
};
type TextName = 'firstName' | 'lastName' | 'email' | 'phone' | 'title';

const emptyDraft: Draft = {
  firstName: '',
  lastName: '',
  email: '',
  phone: '',
  title: '',
  organization: null,
  ownerId: null,
  customFields: {},
};

export type ContactSheetProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onCreated: (contact: Contact) => void;
  /** Filled in when the sheet opens from an organization. */
  organization?: PickedOrganization | null;
};

/** Adds a contact. A name or an e-mail is all it needs. */
export function ContactSheet({ open, onOpenChange, onCreated, organization = null }: ContactSheetProps): ReactNode {
  const formId = useId();
  const [isPending, setPending] = useState(false);
  const typed = usePrefill(open);
  return (
    <Sheet
      title="New contact"
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
      {open ? (
        <ContactForm
          formId={formId}
          start={{ ...emptyDraft, ...namedBy(typed), organization }}
          onPending={setPending}
          onCreated={onCreated}
        />
      ) : null}
    </Sheet>
  );
}

type FormProps = {
  formId: string;
  start: Draft;
  onPending: (isPending: boolean) => void;
  onCreated: (contact: Contact) => void;
};

function ContactForm({ formId, start, onPending, onCreated }: FormProps): ReactNode {
  const [draft, setDraft] = useState(start);
  const [known, setKnown] = useState<KnownContact | null>(null);
  const failure = useFormFailure();
  const { fields } = useCustomFields('contact');
  const create = useCreateContact(onPending);
  const canGive = useMe()?.permissions.includes('contact:reassign') === true;
  const set = (change: Partial<Draft>): void => setDraft((now) => ({ ...now, ...change }));

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (create.isPending) return;
    setKnown(null);
    if (![draft.firstName, draft.lastName, draft.email].some((text) => text.trim())) {
      return failure.fail([{ field: 'firstName', message: 'Enter a name or an e-mail' }]);
    }
    const { organization, ownerId, customFields, ...texts } = draft;
    try {
      const made = await create.mutateAsync({
        ...texts,
        organizationId: organization?.id ?? null,
        ...(ownerId ? { ownerId } : {}),
        customFields: readTyped(fields, customFields),
      });
      announce(`Contact ${made.name} created`);
      onCreated(made);
    } catch (error) {
      const duplicate = duplicateError(error, draft.email.trim());
      setKnown(duplicateOf(error));
      const names = ['firstName', 'lastName', 'email', 'phone', 'title', 'organizationId', 'ownerId'];
      failure.fail(
        duplicate ? [duplicate] : formErrors(error, [...names, ...fields.map(({ key }) => `customFields.${key}`)]),
      );
    }
  };
  const text = (name: TextName, label: string, input: ComponentProps<typeof TextInput>): ReactNode => (
    <Field id={name} label={label} error={failure.errorOf(name)}>
      <TextInput name={name} value={draft[name]} onChange={(event) => set({ [name]: event.target.value })} {...input} />
    </Field>
  );
  return (
    <form id={formId} noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
      <FormErrorSummary errors={failure.errors} attempt={failure.attempt} />
      {known ? <DuplicateLink known={known} /> : null}
      <p className="text-small text-muted">A name or an e-mail is enough.</p>
      <div className="grid gap-5 sm:grid-cols-2">
        {text('firstName', 'First name', { autoComplete: 'off' })}
        {text('lastName', 'Last name', { autoComplete: 'off' })}
      </div>
      {text('email', 'E-mail', { type: 'email', autoComplete: 'off', inputMode: 'email' })}
      {text('phone', 'Phone', { type: 'tel', autoComplete: 'off' })}
      <LikeContacts
        typed={{
          firstName: draft.firstName,
          lastName: draft.lastName,
          email: draft.email,
          phone: draft.phone,
          ...(draft.organization ? { organizationId: draft.organization.id } : {}),
        }}
      />
      {text('title', 'Title', { autoComplete: 'off' })}
      <Field id="organizationId" label="Organization" error={failure.errorOf('organizationId')}>
        <OrganizationChoice value={draft.organization} onValueChange={(organization) => set({ organization })} />
      </Field>
      {canGive ? (
        <Field id="ownerId" label="Owner" help="You, unless you choose someone else" error={failure.errorOf('ownerId')}>
          <MemberPicker value={draft.ownerId} onValueChange={(ownerId) => set({ ownerId })} />
        </Field>
      ) : null}
      <CustomFieldInputs
        entity="contact"
        values={draft.customFields}
        onValuesChange={(customFields) => set({ customFields })}
        errorOf={failure.errorOf}
      />
    </form>
  );
}

type ChoiceProps = {
  value: PickedOrganization | null;
  onValueChange: (organization: PickedOrganization | null) => void;
};

/** An unknown name can be made into an organization on the way, without a second dialog. */
function OrganizationChoice({ value, onValueChange }: ChoiceProps): ReactNode {
  const api = useOrganizationsApi();
  const canCreate = useMe()?.permissions.includes('organization:create') === true;
  const { mutate } = useMutation(
    api.create.mutationOptions({
      onSuccess: ({ id, name }) => {
        onValueChange({ id, name });
        announce(`Organization ${name} created`);
      },
      onError: () => toast({ title: "We couldn't create this organization", tone: 'danger' }),
    }),
  );
  return (
    <OrganizationPicker
      value={value}
      onValueChange={onValueChange}
      {...(canCreate ? { onCreate: (name: string) => mutate({ name }) } : {})}
    />
  );
}

function useCreateContact(onPending: (isPending: boolean) => void) {
  const api = useContactsApi();
  const queries = useQueryClient();
  return useMutation(
    api.create.mutationOptions({
      onMutate: () => onPending(true),
      onSettled: () => onPending(false),
      onSuccess: () => queries.invalidateQueries({ queryKey: api.list.queryKey() }),
    }),
  );
}
