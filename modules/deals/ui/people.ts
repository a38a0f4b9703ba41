'use client';

import { useMe as useMyself } from '@aura/identity/client';
import { useMemberNames } from '@aura/members/client';

export type Me = { userId: string; currency: string; can: (permission: string) => boolean };

/** The signed-in person; undefined until known. */
export function useMe(): Me | undefined {
  const me = useMyself();
  if (!me) return undefined;
  return { userId: me.userId, currency: me.tenant.currency, can: (permission) => me.permissions.includes(permission) };
}

export type Person = { userId: string; name: string };

/** Everyone in the workspace who can own something. */
export function usePeople(): readonly Person[] {
  return [...useMemberNames().values()].filter((person) => person.status === 'active');
}
