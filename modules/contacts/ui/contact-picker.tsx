'use client';

import { type PickedRecord, pickerInput, RecordPicker, type RecordPickerProps } from '@aura/ui/record-picker';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useContactsApi } from './use-contacts-api.ts';

export type PickedContact = PickedRecord;

export type ContactPickerProps = RecordPickerProps & {
  /** Only people of this organization. */
  organizationId?: string;
};

/** Finds a contact by name, e-mail, phone or organization. */
export function ContactPicker({ organizationId, ...props }: ContactPickerProps): ReactNode {
  const [query, setQuery] = useState('');
  const input = { ...pickerInput(query), ...(organizationId ? { organizationId } : {}) };
  const { data, isFetching } = useQuery(
    useContactsApi().list.queryOptions(input, { placeholderData: keepPreviousData }),
  );
  const options = (data?.items ?? []).map(({ id, name, title, organizationName, email }) => ({
    value: id,
    label: name,
    detail: [title, organizationName].filter(Boolean).join(' · ') || (email ?? ''),
  }));
  return (
    <RecordPicker
      placeholder="Find a contact"
      {...props}
      noun="contact"
      options={options}
      onQueryChange={setQuery}
      loading={isFetching}
    />
  );
}
