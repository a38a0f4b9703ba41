'use client';

import { type PickedRecord, pickerInput, RecordPicker, type RecordPickerProps } from '@aura/ui/record-picker';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useOrganizationsApi } from './use-organizations-api.ts';

export type PickedOrganization = PickedRecord;

export type OrganizationPickerProps = RecordPickerProps & {
  /** Left out of the list: an organization cannot be its own parent. */
  exceptId?: string;
};

/** Finds an organization by name. */
export function OrganizationPicker({ exceptId, ...props }: OrganizationPickerProps): ReactNode {
  const [query, setQuery] = useState('');
  const { data, isFetching } = useQuery(
    useOrganizationsApi().list.queryOptions(pickerInput(query), { placeholderData: keepPreviousData }),
  );
  const options = (data?.items ?? [])
    .filter(({ id }) => id !== exceptId)
    .map(({ id, name, industry, location }) => ({
      value: id,
      label: name,
      detail: [industry, location].filter(Boolean).join(' · '),
    }));
  return (
    <RecordPicker
      placeholder="Find an organization"
      {...props}
      noun="organization"
      options={options}
      onQueryChange={setQuery}
      loading={isFetching}
    />
  );
}
