'use client';

import { useOrganizationsApi } from '@aura/organizations/client';
import { Combobox, type ComboboxOption } from '@aura/ui/combobox';
import { toast } from '@aura/ui/toast';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';

type OrganizationPickerProps = {
  value: string | null;
  /** The name of the chosen one, where it is known already. */
  valueName?: string | null;
  onChange: (id: string | null, name: string | null) => void;
  /** Only finds, as a filter does. */
  isReadOnly?: boolean;
  'aria-label'?: string;
};

/** Finds an organization by a part of its name, or makes one of the typed name. */
export function OrganizationPicker({
  value,
  valueName,
  onChange,
  isReadOnly = false,
  ...rest
}: OrganizationPickerProps): ReactNode {
  const api = useOrganizationsApi();
  const [query, setQuery] = useState('');
  const found = useQuery(
    api.list.queryOptions(
      { limit: 20, sort: 'name', ...(query ? { q: query } : {}) },
      { placeholderData: keepPreviousData },
    ),
  );
  const named = useQuery(api.get.queryOptions({ id: value ?? '' }, { enabled: value !== null && !valueName }));
  const create = useMutation(
    api.create.mutationOptions({
      onSuccess: (made) => onChange(made.id, made.name),
      onError: (error) =>
        toast({ title: "Couldn't create the organization", description: error.message, tone: 'danger' }),
    }),
  );
  const options: ComboboxOption[] = (found.data?.items ?? []).map((one) => ({
    value: one.id,
    label: one.name,
    ...(one.location || one.industry ? { detail: [one.industry, one.location].filter(Boolean).join(' · ') } : {}),
  }));
  const label = valueName ?? named.data?.name ?? options.find((option) => option.value === value)?.label ?? '…';
  return (
    <Combobox
      {...rest}
      value={value ? { value, label } : null}
      onValueChange={(option) => onChange(option?.value ?? null, option?.label ?? null)}
      options={options}
      onQueryChange={setQuery}
      loading={found.isFetching || create.isPending}
      {...(isReadOnly ? {} : { onCreate: (name: string) => create.mutate({ name }) })}
      createLabel={(name) => `Create organization “${name}”`}
      emptyText={found.isError ? "Couldn't load organizations." : 'No organization found.'}
      placeholder={isReadOnly ? 'Any organization' : 'Find or create'}
    />
  );
}
