export type Period = { from: string; to: string };

const DAY_MS = 86_400_000;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

function toTime(day: string): number {
  const [, year, month, date] = DAY.exec(day) ?? [];
  return Date.UTC(Number(year), Number(month) - 1, Number(date));
}

const toDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

export function addDays(day: string, days: number): string {
  return toDay(toTime(day) + days * DAY_MS);
}

/** The month that the day is in. */
export function monthOf(day: string): Period {
  const [, year, month] = DAY.exec(day) ?? [];
  return { from: `${year}-${month}-01`, to: toDay(Date.UTC(Number(year), Number(month), 0)) };
}

/** As many days as the period has, right before it. */
export function periodBefore({ from, to }: Period): Period {
  const days = Math.round((toTime(to) - toTime(from)) / DAY_MS) + 1;
  return { from: addDays(from, -days), to: addDays(from, -1) };
}

/** Won of all closed, in percent with one decimal; null when nothing was closed. */
export function winRate(won: number, lost: number): number | null {
  return won + lost === 0 ? null : Math.round((won * 1000) / (won + lost)) / 10;
}

/** The smallest UUIDv7 of an instant: ids of events are in time order. */
export function firstIdAt(time: Date): string {
  const hex = Math.max(0, time.getTime()).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7000-8000-000000000000`;
}
