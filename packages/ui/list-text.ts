import type { Sort } from './data-table-column.ts';

export type PageFacts = { items: readonly unknown[]; total: number; totalIsEstimate?: boolean | undefined };

/** A thing in the singular and the plural. */
export type Noun = readonly [one: string, many: string];

/** "1,204 contacts", "more than 10,000 contacts", "1 contact". */
export function totalText({ total, totalIsEstimate }: Omit<PageFacts, 'items'>, noun: Noun): string {
  const count = total.toLocaleString('en-US');
  return `${totalIsEstimate ? 'more than ' : ''}${count} ${total === 1 ? noun[0] : noun[1]}`;
}

/** "Rows 51–75 of 1,204" for the third page of 25. */
export function rangeText(page: PageFacts, place: { page: number; limit: number }): string {
  if (page.items.length === 0) return 'No rows';
  const first = (place.page - 1) * place.limit + 1;
  const last = first + page.items.length - 1;
  const of = `${page.totalIsEstimate ? 'more than ' : ''}${Math.max(page.total, last).toLocaleString('en-US')}`;
  return `Rows ${first.toLocaleString('en-US')}–${last.toLocaleString('en-US')} of ${of}`;
}

/** The API says `name` for ascending and `-name` for descending. */
export function tableSort(sort: string): Sort {
  return sort.startsWith('-')
    ? { column: sort.slice(1), direction: 'descending' }
    : { column: sort, direction: 'ascending' };
}

export function apiSort({ column, direction }: Sort): string {
  return direction === 'descending' ? `-${column}` : column;
}
