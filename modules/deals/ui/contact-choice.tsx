'use client';

import { failureText } from '@aura/api/record-edit';
import { ContactPicker, type PickedContact, useContactsApi } from '@aura/contacts/client';
import { toast } from '@aura/ui/toast';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';

type ContactChoiceProps = {
  /** A new contact is made in this organization. */
  organizationId: string | null;
  /** Who is chosen, where the form keeps that itself. */
  value?: PickedContact | null;
  onChange: (id: string | null, name: string | null) => void;
  'aria-label'?: string;
};

/** Finds a contact by name or e-mail, or makes one of the typed name. */
export function ContactChoice({ organizationId, value, onChange, ...rest }: ContactChoiceProps): ReactNode {
  const [chosen, setChosen] = useState<PickedContact | null>(null);
  const choose = (contact: PickedContact | null): void => {
    setChosen(contact);
    onChange(contact?.id ?? null, contact?.name ?? null);
  };
  const create = useMutation(
    useContactsApi().create.mutationOptions({
      onSuccess: ({ id, name }) => choose({ id, name }),
      onError: (error) =>
        toast({ title: "Couldn't create the contact", description: failureText(error), tone: 'danger' }),
    }),
  );
  return (
    <ContactPicker
      {...rest}
      value={value === undefined ? chosen : value}
      onValueChange={choose}
      placeholder="Find or create"
      onCreate={(text) => create.mutate({ ...nameParts(text), ...(organizationId ? { organizationId } : {}) })}
    />
  );
}

/** "jo@acme.com" is an address; the last word of a name is the last name. */
export function nameParts(text: string): { email: string } | { firstName?: string; lastName: string } {
  if (/^\S+@\S+$/.test(text)) return { email: text };
  const words = text.trim().split(/\s+/);
  const lastName = words.at(-1) ?? text;
  return words.length > 1 ? { firstName: words.slice(0, -1).join(' '), lastName } : { lastName };
}
