import { dayOf } from '@aura/ui/zoned-time';

export type Moment = { occurredAt: string };

export type Day<Entry> = { day: string; entries: Entry[] };

/** Entries by the day of the zone they happened on, in the order given. */
export function byDay<Entry extends Moment>(entries: readonly Entry[], timezone: string): Day<Entry>[] {
  const days: Day<Entry>[] = [];
  for (const entry of entries) {
    const day = dayOf(new Date(entry.occurredAt), timezone);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}

/** Entries of one source so far, newest first, and whether it has earlier ones that are not here yet. */
export type Source<Entry> = { entries: readonly Entry[]; hasMore: boolean };

/**
 * Two sources as one stream, newest first. It ends where the first of them does: what lies beyond could still have
 * something of that source in between.
 */
export function mergeNewestFirst<One extends Moment, Other extends Moment>(
  one: Source<One>,
  other: Source<Other>,
): (One | Other)[] {
  const horizon = [horizonOf(one), horizonOf(other)].reduce((latest, each) => (each > latest ? each : latest));
  return [...one.entries, ...other.entries]
    .filter(({ occurredAt }) => occurredAt >= horizon)
    .toSorted((a, b) => (a.occurredAt < b.occurredAt ? 1 : a.occurredAt > b.occurredAt ? -1 : 0));
}

function horizonOf({ entries, hasMore }: Source<Moment>): string {
  return hasMore ? (entries.at(-1)?.occurredAt ?? '') : '';
}
