/** An instant as a `datetime-local` field of the given zone shows it: "2026-03-04T09:30". */
export function toLocalTime(instant: Date, timezone: string): string {
  const shifted = new Date(instant.getTime() + offsetMs(instant, timezone));
  return shifted.toISOString().slice(0, 16);
}

/** The instant of a `datetime-local` value in the given zone, as RFC 3339; null when it is none. */
export function fromLocalTime(local: string, timezone: string): string | null {
  const asUtc = new Date(`${local}Z`);
  if (Number.isNaN(asUtc.getTime())) return null;
  // The offset is that of the result; asking twice settles the hours around a change of summer time.
  const first = new Date(asUtc.getTime() - offsetMs(asUtc, timezone));
  return new Date(asUtc.getTime() - offsetMs(first, timezone)).toISOString();
}

/** The calendar day of an instant in the given zone: "2026-03-04". */
export function dayOf(instant: Date, timezone: string): string {
  return toLocalTime(instant, timezone).slice(0, 10);
}

/** A calendar day so many days later, or earlier when negative. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

function offsetMs(instant: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return local - Math.floor(instant.getTime() / 1000) * 1000;
}
