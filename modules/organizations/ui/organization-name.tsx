'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useOrganizationsApi } from './use-organizations-api.ts';

type OrganizationNameProps = { id: string };

/** What an organization is called, where only its id is at hand. */
export function OrganizationName({ id }: OrganizationNameProps): ReactNode {
  const { data, isError } = useQuery(useOrganizationsApi().get.queryOptions({ id }, { retry: false }));
  return data?.name ?? (isError ? 'An organization you cannot see' : '…');
}

export const nameOfOrganization = (id: string): ReactNode => <OrganizationName id={id} />;
