import type { Figure } from '../dashboard.schema.ts';

/** The list of exactly the deals behind a figure. */
export function dealsHref(filter: Figure['filter'], view: 'table' | 'board' = 'table'): string {
  const search = new URLSearchParams({ view });
  for (const [name, value] of Object.entries(filter)) {
    if (value !== undefined && value !== null) search.set(name, String(value));
  }
  return `/deals?${search}`;
}

export const dealHref = (id: string): string => `/deals/${id}`;
