import type { ActivityFilter, Figure } from '../figure.schema.ts';

/** The list of exactly the deals behind a figure. Open ones are the list's own default, so every status is said. */
export function dealsHref(filter: Figure['filter'], layout: 'table' | 'board' = 'table'): string {
  return `/deals?${searchOf({ layout, status: 'all', ...filter })}`;
}

/** The list of exactly the activities behind a figure. */
export function activitiesHref(filter: ActivityFilter): string {
  return `/activities?${searchOf({ whose: 'team', ...filter })}`;
}

export const dealHref = (id: string): string => `/deals/${id}`;

/** Parameters of an address; those that are not set are left out. */
export function searchOf(values: Readonly<Record<string, unknown>>): URLSearchParams {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
}
