'use client';
import { parseAsString, useQueryState } from 'nuqs';
import { apiFailure } from './client.tsx';

export type Peek = { id: string | null; open: (id: string) => void; close: () => void };

/** The record that is looked at beside its list, kept in the address: Back closes it, a shared link shows it. */
export function usePeek(): Peek {
  const [id, setId] = useQueryState('peek', parseAsString);
  return {
    id,
    open: (next) => void setId(next, { history: 'push' }),
    close: () => void setId(null, { history: 'replace' }),
  };
}

type Query = { data: unknown; isError: boolean; error: unknown };

/** What the panel can show of the record. Not there and not theirs are one. */
export function peekState({ data, isError, error }: Query): 'ready' | 'loading' | 'missing' | 'failed' {
  if (data) return 'ready';
  if (!isError) return 'loading';
  return [404, 422].includes(apiFailure(error).status) ? 'missing' : 'failed';
}
