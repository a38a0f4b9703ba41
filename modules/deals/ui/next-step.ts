import type { NextStepState } from '@aura/ui/next-step-rail';

type Step = { nextStep: string | null; nextStepOn: string | null };

/** How urgent a deal's next step is. `today` is the calendar day in the workspace's time zone. */
export function nextStepState({ nextStepOn }: Step, today: string): NextStepState {
  if (!nextStepOn) return 'missing';
  if (nextStepOn < today) return 'overdue';
  return nextStepOn === today ? 'today' : 'scheduled';
}

const DAY_MS = 86_400_000;

/** The calendar day so many days after another. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}

/** The Monday after a calendar day. */
export function nextMonday(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, (8 - weekday) % 7 || 7);
}

/** Whole days that a deal has been in its stage. */
export function daysSince(instant: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(instant)) / DAY_MS));
}
