/** A point in time (Date or ISO text), or a calendar day as 'YYYY-MM-DD', which belongs to no time zone. */
export type DateValue = Date | string;

export type DateStyle = 'date' | 'day-month' | 'weekday' | 'date-time' | 'time' | 'clock';

/** "4 Mar 2026", "4 Mar", "Wed 4 Mar 2026", "4 Mar 2026, 14:05", "14:05" or "14:05:07", always in English and the given zone. */
export function formatDate(value: DateValue, style: DateStyle = 'date', timezone = 'UTC'): string {
  const date = value instanceof Date ? value : new Date(value);
  if (Number.isNaN(date.getTime())) return '—';
  if (!isCalendarDay(value)) return patterns[style](partsOf(date, timezone));
  return patterns[style === 'date-time' ? 'date' : style](partsOf(date, 'UTC'));
}

const patterns: Record<DateStyle, (part: Parts) => string> = {
  date: ({ day, month, year }) => `${day} ${month} ${year}`,
  'day-month': ({ day, month }) => `${day} ${month}`,
  weekday: ({ weekday, day, month, year }) => `${weekday} ${day} ${month} ${year}`,
  'date-time': ({ day, month, year, hour, minute }) => `${day} ${month} ${year}, ${hour}:${minute}`,
  time: ({ hour, minute }) => `${hour}:${minute}`,
  clock: ({ hour, minute, second }) => `${hour}:${minute}:${second}`,
};

/** "just now", "5 minutes ago", "in 3 days"; beyond 30 days the date itself. */
export function formatRelative(value: DateValue, now: Date, timezone = 'UTC'): string {
  const date = value instanceof Date ? value : new Date(value);
  const seconds = Math.round((date.getTime() - now.getTime()) / 1000);
  const size = Math.abs(seconds);
  if (size < 45) return 'just now';
  if (size < 3600) return relative.format(Math.round(seconds / 60), 'minute');
  if (size < 86_400) return relative.format(Math.round(seconds / 3600), 'hour');
  if (size < 30 * 86_400) return relative.format(Math.round(seconds / 86_400), 'day');
  return formatDate(value, 'date', timezone);
}

/** Machine-readable text for `<time dateTime>`. */
export function dateTimeAttribute(value: DateValue): string {
  return value instanceof Date ? value.toISOString() : value;
}

export function isCalendarDay(value: DateValue): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

const relative = new Intl.RelativeTimeFormat('en-US', { numeric: 'always' });

type PartName = 'weekday' | 'day' | 'month' | 'year' | 'hour' | 'minute' | 'second';
type Parts = Record<PartName, string>;

function partsOf(date: Date, timezone: string): Parts {
  const found = { weekday: '', day: '', month: '', year: '', hour: '', minute: '', second: '' };
  for (const part of formatter(timezone).formatToParts(date)) {
    if (part.type in found) found[part.type as PartName] = part.value;
  }
  return found;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const created = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  formatters.set(timeZone, created);
  return created;
}
