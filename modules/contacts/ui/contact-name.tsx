'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useContactsApi } from './use-contacts-api.ts';

type ContactNameProps = { id: string };

/** What a contact is called, where only their id is at hand. */
export function ContactName({ id }: ContactNameProps): ReactNode {
  const { data, isError } = useQuery(useContactsApi().get.queryOptions({ id }, { retry: false }));
  return data?.name ?? (isError ? 'A contact you cannot see' : '…');
}

export const nameOfContact = (id: string): ReactNode => <ContactName id={id} />;
