'use client';

import { failureText } from '@aura/api/record-edit';
import { OrganizationPicker, useOrganizationsApi } from '@aura/organizations/client';
import { toast } from '@aura/ui/toast';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

type OrganizationChoiceProps = {
  value: string | null;
  /** The name of the chosen one, where it is known already. */
  name?: string | null;
  onChange: (id: string | null, name: string | null) => void;
  /** Only finds, as a filter does. */
  isFixed?: boolean;
  'aria-label'?: string;
};

/** Finds an organization by a part of its name, or makes one of the typed name. */
export function OrganizationChoice({
  value,
  name,
  onChange,
  isFixed = false,
  ...rest
}: OrganizationChoiceProps): ReactNode {
  const api = useOrganizationsApi();
  const named = useQuery(api.get.queryOptions({ id: value ?? '' }, { enabled: value !== null && !name }));
  const create = useMutation(
    api.create.mutationOptions({
      onSuccess: (made) => onChange(made.id, made.name),
      onError: (error) =>
        toast({ title: "Couldn't create the organization", description: failureText(error), tone: 'danger' }),
    }),
  );
  return (
    <OrganizationPicker
      {...rest}
      value={value ? { id: value, name: name ?? named.data?.name ?? '…' } : null}
      onValueChange={(picked) => onChange(picked?.id ?? null, picked?.name ?? null)}
      placeholder={isFixed ? 'Any organization' : 'Find or create'}
      {...(isFixed ? {} : { onCreate: (text: string) => create.mutate({ name: text }) })}
    />
  );
}
