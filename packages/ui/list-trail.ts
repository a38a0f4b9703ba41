'use client';

/** The rows that a record was opened from, so that its page can lead to the next one and back. */
export type ListTrail = {
  /** Address of the list, with its filters. */
  href: string;
  ids: readonly string[];
  /** The place of the first of `ids` in the whole list, from 1. */
  first: number;
  total: number;
};

const keyOf = (listPath: string): string => `aura:trail:${listPath}`;

/** Of `/deals/7` the list is `/deals`. */
export const listPathOf = (recordPath: string): string => recordPath.slice(0, recordPath.lastIndexOf('/'));

/** Kept for this tab: the list that a record of this kind was last opened from. */
export function rememberTrail(recordPath: string, trail: ListTrail): void {
  try {
    sessionStorage.setItem(keyOf(listPathOf(recordPath)), JSON.stringify(trail));
  } catch {
    // Storage is full or switched off: the keys then lead nowhere, which they say.
  }
}

export function readTrail(listPath: string): ListTrail | null {
  try {
    const text = sessionStorage.getItem(keyOf(listPath));
    return text ? (JSON.parse(text) as ListTrail) : null;
  } catch {
    return null;
  }
}

/** Who stands before and after a record, and where it stands; null when it was not opened from these rows. */
export function placeInTrail(
  trail: ListTrail,
  id: string,
): { previous: string | undefined; next: string | undefined; text: string } | null {
  const at = trail.ids.indexOf(id);
  if (at < 0) return null;
  const total = Math.max(trail.total, trail.first + trail.ids.length - 1);
  return {
    previous: trail.ids[at - 1],
    next: trail.ids[at + 1],
    text: `${(trail.first + at).toLocaleString('en-US')} of ${total.toLocaleString('en-US')}`,
  };
}
