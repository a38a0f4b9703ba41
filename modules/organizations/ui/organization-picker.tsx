'use client';

import { Combobox } from '@aura/ui/combobox';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useOrganizationsApi } from './use-organizations-api.ts';

export type PickedOrganization = { id: string; name: string };

export type OrganizationPickerProps = {
  value: PickedOrganization | null;
  onValueChange: (organization: PickedOrganization | null) => void;
  /** Left out of the list: an organization cannot be its own parent. */
  exceptId?: string;
  /** Offers to make one of the typed name. */
  onCreate?: (name: string) => void;
  placeholder?: string;
  /** Only where no Field stands around it. */
  'aria-label'?: string;
};

const SHOWN_MAX = 8;

/** Finds an organization by name. */
export function OrganizationPicker(props: OrganizationPickerProps): ReactNode {
  const { value, onValueChange, exceptId, onCreate, placeholder = 'Find an organization', ...rest } = props;
  const [query, setQuery] = useState('');
  const input = { limit: SHOWN_MAX, ...(query ? { q: query } : { sort: 'name' }) };
  const { data, isFetching } = useQuery(
    useOrganizationsApi().list.queryOptions(input, { placeholderData: keepPreviousData }),
  );
  const options = (data?.items ?? [])
    .filter(({ id }) => id !== exceptId)
    .map(({ id, name, industry, location }) => ({
      value: id,
      label: name,
      detail: [industry, location].filter(Boolean).join(' · '),
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
      emptyText="No organization of that name."
      {...(onCreate ? { onCreate } : {})}
    />
  );
}
