'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Hit } from '../search.schema.ts';
import { recordAt } from './search-text.ts';
import { useRecentApi } from './use-search-api.ts';

// Somebody who leafs through records with ] has not opened each.
const LOOKED_AT_MS = 1_500;
// However fast records are opened, this is at most six requests a minute of the hundred that a person has.
const WRITES_APART_MS = 10_000;
const WAITING_MAX = 12;

type Opened = { entity: string; id: string };

/** Remembers the records whose pages a person looks at: after a moment, several in one request, and never twice in a row. */
export function useRememberOpened(path: string): void {
  const api = useRecentApi();
  const queries = useQueryClient();
  const { mutate } = useMutation(
    api.remember.mutationOptions({ onSuccess: () => queries.invalidateQueries({ queryKey: api.list.queryKey() }) }),
  );
  const waiting = useRef<Opened[]>([]);
  const last = useRef({ key: '', at: Number.NEGATIVE_INFINITY });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const write = useRef<() => void>(() => undefined);
  useEffect(() => {
    write.current = () => {
      const records = waiting.current;
      waiting.current = [];
      last.current.at = performance.now();
      // What was opened is no reason to trouble anybody: a failure is passed over.
      if (records.length > 0) mutate({ records });
    };
  });
  useEffect(() => {
    const record = recordAt(path);
    const key = record ? `${record.entity} ${record.id}` : '';
    if (!record || last.current.key === key) return;
    const looked = setTimeout(() => {
      last.current.key = key;
      const others = waiting.current.filter((each) => each.id !== record.id);
      waiting.current = [...others, record].slice(-WAITING_MAX);
      clearTimeout(timer.current);
      const wait = last.current.at + WRITES_APART_MS - performance.now();
      timer.current = setTimeout(() => write.current(), Math.max(0, wait));
    }, LOOKED_AT_MS);
    return () => clearTimeout(looked);
  }, [path]);
  useEffect(() => () => clearTimeout(timer.current), []);
}

/** The records that the person opened last and still sees, the latest first. */
export function useRecentRecords(options: { enabled?: boolean } = {}): readonly Hit[] {
  return useQuery(useRecentApi().list.queryOptions(undefined, options)).data?.items ?? [];
}
