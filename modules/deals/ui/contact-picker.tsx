'use client';

import { useContactsApi } from '@aura/contacts/client';
import { Combobox, type ComboboxOption } from '@aura/ui/combobox';
import { toast } from '@aura/ui/toast';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';

type ContactPickerProps = {
  /** A new contact is made in this organization. */
  organizationId: string | null;
  onChange: (id: string | null, name: string | null) => void;
  'aria-label'?: string;
};

/** Finds a contact by name or e-mail, or makes one of the typed name. */
export function ContactPicker({ organizationId, onChange, ...rest }: ContactPickerProps): ReactNode {
  const api = useContactsApi();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<ComboboxOption | null>(null);
  const found = useQuery(
    api.list.queryOptions(
      { limit: 20, sort: 'name', ...(query ? { q: query } : {}) },
      { placeholderData: keepPreviousData },
    ),
  );
  const choose = (option: ComboboxOption | null): void => {
    setChosen(option);
    onChange(option?.value ?? null, option?.label ?? null);
  };
  const create = useMutation(
    api.create.mutationOptions({
      onSuccess: (made) => choose({ value: made.id, label: made.name }),
      onError: (error) => toast({ title: "Couldn't create the contact", description: error.message, tone: 'danger' }),
    }),
  );
  return (
    <Combobox
      {...rest}
      value={chosen}
      onValueChange={choose}
      options={(found.data?.items ?? []).map((one) => ({
        value: one.id,
        label: one.name,
        ...(one.email || one.organizationName
          ? { detail: [one.organizationName, one.email].filter(Boolean).join(' · ') }
          : {}),
      }))}
      onQueryChange={setQuery}
      loading={found.isFetching || create.isPending}
      onCreate={(name) => create.mutate({ ...nameParts(name), ...(organizationId ? { organizationId } : {}) })}
      createLabel={(name) => `Create contact “${name}”`}
      emptyText={found.isError ? "Couldn't load contacts." : 'No contact found. Type a name to create one.'}
      placeholder="Find or create"
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
