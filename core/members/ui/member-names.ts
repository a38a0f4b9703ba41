import { useQuery } from '@tanstack/react-query';
import { useMembersApi } from './use-members-api.ts';

export type MemberName = { userId: string; name: string; status: 'active' | 'invited' | 'deactivated' };

const A_MINUTE_MS = 60_000;

/** Everyone's name, also of those who left, by user id; empty until it is known. */
export function useMemberNames(): ReadonlyMap<string, MemberName> {
  const { data } = useQuery(useMembersApi().members.names.queryOptions(undefined, { staleTime: A_MINUTE_MS }));
  return new Map((data?.items ?? []).map((member) => [member.userId, member]));
}
