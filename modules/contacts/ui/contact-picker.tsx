'use client';

import { Combobox } from '@aura/ui/combobox';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useContactsApi } from './use-contacts-api.ts';

export type PickedContact = { id: string; name: string };

export type ContactPickerProps = {
  value: PickedContact | null;
  onValueChange: (contact: PickedContact | null) => void;
  /** Only people of this organization. */
  organizationId?: string;
  /** Offers to make one of the typed name. */
  onCreate?: (name: string) => void;
  placeholder?: string;
  /** Only where no Field stands around it. */
  'aria-label'?: string;
};

const SHOWN_MAX = 8;

/** Finds a contact by name, e-mail, phone or organization. */
export function ContactPicker(props: ContactPickerProps): ReactNode {
  const { value, onValueChange, organizationId, onCreate, placeholder = 'Find a contact', ...rest } = props;
  const [query, setQuery] = useState('');
  const input = {
    limit: SHOWN_MAX,
    // What is typed is looked up among the newest first: among a million, sorting every James by name takes its time.
    ...(query ? { q: query } : { sort: 'name' }),
    ...(organizationId ? { organizationId } : {}),
  };
  const { data, isFetching } = useQuery(
    useContactsApi().list.queryOptions(input, { placeholderData: keepPreviousData }),
  );
  const options = (data?.items ?? []).map(({ id, name, title, organizationName, email }) => ({
    value: id,
    label: name,
    detail: [title, organizationName].filter(Boolean).join(' · ') || (email ?? ''),
  }));
  return (
    <Combobox
      {...rest}
      value={value ? { value: value.id, label: value.name } : null}
      onValueChange={(option) => onValueChange(option ? { id: option.value, name: option.label } : null)}
      options={options}
      onQueryChange={setQuery}
      loading={isFetching}
      placeholder={placeholder}
      emptyText="No contact of that name."
      {...(onCreate ? { onCreate } : {})}
    />
  );
}
