'use client';

import { useTimezone } from '@aura/ui/date-text';
import { useSyncExternalStore } from 'react';
import { todayIn } from '../deal.ts';

const MINUTE_MS = 60_000;

/** The current time, to the minute; a page left open over midnight goes on with the day. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, currentMinute, currentMinute);
}

/** The calendar day it is in the workspace's time zone. */
export function useToday(): string {
  return todayIn(useTimezone(), new Date(useNow()));
}

function currentMinute(): number {
  return Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
}

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, MINUTE_MS);
  return () => clearInterval(timer);
}
