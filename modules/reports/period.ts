export type Period = { from: string; to: string };

const DAY_MS = 86_400_000;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

type Parts = { year: number; month: number; date: number };

function partsOf(day: string): Parts {
  const [, year, month, date] = DAY.exec(day) ?? [];
  return { year: Number(year), month: Number(month), date: Number(date) };
}

function toTime(day: string): number {
  const { year, month, date } = partsOf(day);
  return Date.UTC(year, month - 1, date);
}

const toDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

export function addDays(day: string, days: number): string {
  return toDay(toTime(day) + days * DAY_MS);
}

/** The first day of a month so many months after the day's. */
export function firstOfMonth(day: string, monthsLater = 0): string {
  const { year, month } = partsOf(day);
  return toDay(Date.UTC(year, month - 1 + monthsLater, 1));
}

const lastOfMonth = (day: string, monthsLater = 0): string => addDays(firstOfMonth(day, monthsLater + 1), -1);

/** The month that the day is in. */
export function monthOf(day: string): Period {
  return monthsFrom(day, 1);
}

/** So many whole months, the day's own first. */
export function monthsFrom(day: string, count: number): Period {
  return { from: firstOfMonth(day), to: lastOfMonth(day, count - 1) };
}

/** The whole quarter that the day is in. */
export function quarterOf(day: string): Period {
  return monthsFrom(firstOfMonth(day, -((partsOf(day).month - 1) % 3)), 3);
}

/** The whole year that the day is in. */
export function yearOf(day: string): Period {
  return monthsFrom(`${day.slice(0, 4)}-01-01`, 12);
}

export const daysOf = ({ from, to }: Period): number => Math.round((toTime(to) - toTime(from)) / DAY_MS) + 1;

/** How many months a period of whole months has; null for any other. */
export function wholeMonthsOf({ from, to }: Period): number | null {
  if (from !== firstOfMonth(from) || to !== lastOfMonth(to)) return null;
  const [first, last] = [partsOf(from), partsOf(to)];
  return (last.year - first.year) * 12 + last.month - first.month + 1;
}

/** As long as the period, right before it: so many months before whole months, else so many days. */
export function periodBefore(period: Period): Period {
  const months = wholeMonthsOf(period);
  const to = addDays(period.from, -1);
  return { from: months === null ? addDays(period.from, -daysOf(period)) : firstOfMonth(period.from, -months), to };
}

/** The months of a period; the first and the last only as far as the period goes. */
export function monthsIn({ from, to }: Period): Period[] {
  const months: Period[] = [];
  for (let first = firstOfMonth(from); first <= to; first = firstOfMonth(first, 1)) {
    const last = lastOfMonth(first);
    months.push({ from: first < from ? from : first, to: last > to ? to : last });
  }
  return months;
}

/** The weeks of a period, from Monday to Sunday; the first and the last only as far as the period goes. */
export function weeksIn({ from, to }: Period): Period[] {
  const weeks: Period[] = [];
  for (let monday = mondayOf(from); monday <= to; monday = addDays(monday, 7)) {
    const sunday = addDays(monday, 6);
    weeks.push({ from: monday < from ? from : monday, to: sunday > to ? to : sunday });
  }
  return weeks;
}

/** The Monday of the day's week. */
export function mondayOf(day: string): string {
  return addDays(day, -((new Date(toTime(day)).getUTCDay() + 6) % 7));
}

/** Won of all closed, in percent with one decimal; null when nothing was closed. */
export function winRate(won: number, lost: number): number | null {
  return percentOf(won, won + lost);
}

/** In percent with one decimal; null of nothing. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part * 1000) / whole) / 10;
}

/** The smallest UUIDv7 of an instant: ids of events are in time order. */
export function firstIdAt(time: Date): string {
  const hex = Math.max(0, time.getTime()).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7000-8000-000000000000`;
}

const SOON_DAYS = 14;

/** Today and the two weeks after it. */
export const soonFrom = (today: string): Period => ({ from: today, to: addDays(today, SOON_DAYS) });
