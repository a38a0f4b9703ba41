'use client';

import { useIdentityApi } from '@aura/identity/client';
import { useMembersApi } from '@aura/members/client';
import { useQuery } from '@tanstack/react-query';

const MINUTE_MS = 60_000;

export type Me = { userId: string; currency: string; can: (permission: string) => boolean };

/** The signed-in person; undefined until known. */
export function useMe(): Me | undefined {
  const { data } = useQuery(useIdentityApi().me.get.queryOptions(undefined, { staleTime: 5 * MINUTE_MS }));
  if (!data) return undefined;
  return {
    userId: data.userId,
    currency: data.tenant.currency,
    can: (permission) => data.permissions.includes(permission),
  };
}

export type Person = { userId: string; name: string };

/** Everyone in the workspace who can own something. */
export function usePeople(): readonly Person[] {
  const { data } = useQuery(useMembersApi().members.names.queryOptions(undefined, { staleTime: MINUTE_MS }));
  return (data?.items ?? []).filter((person) => person.status === 'active');
}
