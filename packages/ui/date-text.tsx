'use client';

import { createContext, type ReactNode, use, useSyncExternalStore } from 'react';
import { type DateStyle, type DateValue, dateTimeAttribute, formatDate, formatRelative } from './format-date.ts';

const TimezoneContext = createContext('UTC');

/** The viewer's time zone for every date below. It comes from the account, so server and browser agree. */
export function TimezoneProvider({ timezone, children }: { timezone: string; children: ReactNode }): ReactNode {
  return <TimezoneContext value={timezone}>{children}</TimezoneContext>;
}

export function useTimezone(): string {
  return use(TimezoneContext);
}

export type DateTextProps = {
  value: DateValue | null | undefined;
  style?: DateStyle;
  timezone?: string;
  className?: string;
};

/** "4 Mar 2026": the same text on the server and in every browser. */
export function DateText({ value, style = 'date', timezone, className }: DateTextProps): ReactNode {
  const zone = use(TimezoneContext);
  if (!value) return <span className={className}>—</span>;
  return (
    <time dateTime={dateTimeAttribute(value)} className={`whitespace-nowrap ${className ?? ''}`}>
      {formatDate(value, style, timezone ?? zone)}
    </time>
  );
}

/** "5 minutes ago" with the exact time as title. The server and the first paint show the date, as they know no "now". */
export function RelativeTime({ value, timezone, className }: Omit<DateTextProps, 'style'>): ReactNode {
  const zone = use(TimezoneContext);
  const tick = useSyncExternalStore(subscribeToTicks, currentTick, () => null);
  if (!value) return <span className={className}>—</span>;
  const exact = formatDate(value, 'date-time', timezone ?? zone);
  const text = tick === null ? exact : formatRelative(value, new Date((tick + 1) * TICK_MS), timezone ?? zone);
  return (
    <time dateTime={dateTimeAttribute(value)} title={exact} className={`whitespace-nowrap ${className ?? ''}`}>
      {text}
    </time>
  );
}

const TICK_MS = 15_000;

function currentTick(): number {
  return Math.floor(Date.now() / TICK_MS);
}

/** One timer for all relative times on the page. */
function subscribeToTicks(onChange: () => void): () => void {
  listeners.add(onChange);
  timer ??= setInterval(tickAll, TICK_MS);
  return () => {
    listeners.delete(onChange);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

function tickAll(): void {
  for (const listener of listeners) listener();
}

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
