'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { BulkPreview } from '../bulk.schema.ts';
import type { BulkCalls, BulkRequest } from './bulk-request.ts';

const TYPING_PAUSE_MS = 350;

export type PreviewAnswer = { preview: BulkPreview | undefined; isPending: boolean; error: unknown };

/** What a request would do, asked once typing has paused; nothing is asked without a request. */
export function useBulkPreview(calls: BulkCalls, request: BulkRequest | null): PreviewAnswer {
  const text = request ? JSON.stringify(request) : null;
  const settled = useSettled(text);
  const query = useQuery({
    queryKey: ['bulk-preview', settled],
    queryFn: () => calls.preview(JSON.parse(settled ?? 'null') as BulkRequest),
    enabled: settled !== null,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const isSettled = text !== null && settled === text;
  return {
    preview: isSettled ? query.data : undefined,
    isPending: text !== null && (!isSettled || query.isPending),
    error: isSettled ? query.error : null,
  };
}

function useSettled(text: string | null): string | null {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), text === null ? 0 : TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
