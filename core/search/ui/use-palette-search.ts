import { apiFailure } from '@aura/api/client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Hit } from '../search.schema.ts';
import { startsWords } from './search-text.ts';
import { useSearchApi } from './use-search-api.ts';

const TYPING_PAUSE_MS = 150;
export const LETTERS_MIN = 2;
const RETRY_MS = 300;

export type PaletteSearch = { hits: readonly Hit[]; isWaiting: boolean; isFailed: boolean; retry: () => void };

/** The hits of what is typed. Until they come, those of earlier letters that still fit. */
export function usePaletteSearch(typed: string): PaletteSearch {
  const settled = usePaused(typed);
  const isAsked = typed.length >= LETTERS_MIN;
  const query = useQuery(
    useSearchApi().all.queryOptions(
      { q: settled },
      {
        enabled: isAsked && settled.length >= LETTERS_MIN,
        placeholderData: keepPreviousData,
        // Once more at once, then it is said: commands go on working, and there is a button.
        retry: (count, error) => count < 1 && apiFailure(error).status === 0,
        retryDelay: RETRY_MS,
      },
    ),
  );
  return isAsked
    ? { ...answerOf(query, { typed, isSettled: settled === typed }), retry: () => void query.refetch() }
    : idle;
}

const idle: PaletteSearch = { hits: [], isWaiting: false, isFailed: false, retry: () => undefined };

type Query = {
  data: { items: Hit[] } | undefined;
  isPending: boolean;
  isError: boolean;
  isPlaceholderData: boolean;
};

function answerOf(query: Query, { typed, isSettled }: { typed: string; isSettled: boolean }) {
  const known = query.data?.items ?? [];
  const isCurrent = isSettled && !query.isPending && !query.isPlaceholderData;
  return {
    hits: isCurrent ? known : known.filter((hit) => startsWords(`${hit.title} ${hit.subtitle ?? ''}`, typed)),
    isWaiting: !isCurrent && !query.isError,
    isFailed: query.isError,
  };
}

function usePaused(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
