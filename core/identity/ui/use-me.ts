import { useQuery } from '@tanstack/react-query';
import type { MeOutput } from '../me.schema.ts';
import { useIdentityApi } from './use-identity-api.ts';

const A_MINUTE_MS = 60_000;

/** Who is signed in, and what they may do; undefined until it is known. */
export function useMe(): MeOutput | undefined {
  return useQuery(useIdentityApi().me.get.queryOptions(undefined, { staleTime: A_MINUTE_MS })).data;
}
