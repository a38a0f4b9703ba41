'use client';
import { parseAsBoolean, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useEffect, useState } from 'react';

const TYPING_PAUSE_MS = 250;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What values a filter in the address may have. A `person` is a user id or `me`, which each reader resolves. */
export type FilterKind = 'uuid' | 'person' | 'text' | readonly string[];

export type ListStateOptions<Filter extends string> = {
  filters: Readonly<Record<Filter, FilterKind>>;
  sorts: readonly string[];
  defaultSort: string;
};

export type ListState<Filter extends string> = TableState & {
  /** What stands in the search box. */
  typed: string;
  setTyped: (text: string) => void;
  /** The same once typing has paused; ask the server for this. */
  q: string;
  filters: Record<Filter, string | null>;
  setFilter: (name: Filter, value: string | null) => void;
  /** Filters of the address with values that this list does not know. They are not applied. */
  ignored: readonly Filter[];
  clear: () => void;
  isFiltered: boolean;
  sort: string;
  setSort: (sort: string) => void;
  defaultSort: string;
  /** The filter by custom fields, as @aura/custom-fields reads and writes it. */
  fields: string | null;
  setFields: (text: string | null) => void;
  isArchived: boolean;
  setArchived: (isArchived: boolean) => void;
  cursor: string | undefined;
  /** 1 for the first page. */
  page: number;
  toFirst: (() => void) | undefined;
  toPrevious: (() => void) | undefined;
  toNext: (cursor: string) => void;
};

const densities = ['comfortable', 'compact'] as const;
export type Density = (typeof densities)[number];

/** How a table is drawn, as the address says it. */
export const tableParsers = { cols: parseAsString, density: parseAsStringLiteral(densities) };

type TableAddress = { cols: string | null; density: Density | null };
export type TableState = TableAddress & {
  setCols: (cols: string | null) => void;
  setDensity: (density: Density | null) => void;
};

/** Which columns a table has, in their order, as ids joined by commas, and how close its rows stand; null: as usual. */
export function tableState({ cols, density }: TableAddress, set: (next: Partial<TableAddress>) => void): TableState {
  return { cols, density, setCols: (next) => set({ cols: next }), setDensity: (next) => set({ density: next }) };
}

const base = {
  q: parseAsString.withDefault(''),
  sort: parseAsString,
  archived: parseAsBoolean.withDefault(false),
  fields: parseAsString,
  ...tableParsers,
  cursor: parseAsString,
  page: parseAsInteger.withDefault(1),
};

// Which fields there are is known to the screen; a sort by another is not asked for.
const CUSTOM_SORT = /^-?customFields\.[a-z]\w*$/i;

const firstPage = { cursor: null, page: null };

/** The state of a list, kept in the address: a reload, Back and a shared link show the same rows. */
export function useListState<Filter extends string>(options: ListStateOptions<Filter>): ListState<Filter> {
  const [address, setAddress] = useQueryStates(base);
  const [given, setGiven] = useQueryStates(parsersOf(options.filters));
  // The cursors of the pages before this one; a reload forgets them, then only First leads back.
  const [trail, setTrail] = useState<readonly (string | null)[]>([]);
  const { filters, ignored } = readFilters(options.filters, given);
  const { cursor, page } = address;

  const change = (next: Parameters<typeof setAddress>[0], history: 'push' | 'replace'): void => {
    setTrail([]);
    void setAddress({ ...firstPage, ...(typeof next === 'object' ? next : {}) }, { history });
  };
  const turn = (to: string | null, toPage: number): void =>
    void setAddress({ cursor: to, page: toPage }, { history: 'push' });

  const back = (): void => {
    setTrail(trail.slice(0, -1));
    turn(trail.at(-1) ?? null, Math.max(1, page - 1));
  };

  return {
    typed: address.q,
    setTyped: (text) => change({ q: text === '' ? null : text }, 'replace'),
    q: useSettled(address.q.trim()),
    filters,
    setFilter: (name, value) => {
      change({}, 'push');
      void setGiven({ [name]: value } as Partial<typeof given>, { history: 'push' });
    },
    ignored,
    clear: () => {
      change({ q: null, fields: null }, 'push');
      void setGiven(null, { history: 'push' });
    },
    isFiltered: address.q !== '' || address.fields !== null || Object.values(given).some((value) => value !== null),
    sort: knownSort(options, address.sort),
    defaultSort: options.defaultSort,
    fields: address.fields,
    setFields: (fields) => change({ fields }, 'push'),
    ...tableState(address, (next) => void setAddress(next, { history: 'replace' })),
    setSort: (sort) => change({ sort: sort === options.defaultSort ? null : sort }, 'push'),
    isArchived: address.archived,
    setArchived: (isArchived) => change({ archived: isArchived ? true : null }, 'push'),
    cursor: cursor ?? undefined,
    page,
    toFirst: cursor === null ? undefined : () => change({}, 'push'),
    toPrevious: cursor === null || trail.length === 0 ? undefined : back,
    toNext: (next) => {
      setTrail([...trail, cursor]);
      turn(next, page + 1);
    },
  };
}

function knownSort(
  { sorts, defaultSort }: Pick<ListStateOptions<string>, 'sorts' | 'defaultSort'>,
  sort: string | null,
): string {
  if (sort === null) return defaultSort;
  return sorts.includes(sort.replace(/^-/, '')) || CUSTOM_SORT.test(sort) ? sort : defaultSort;
}

export type ListQuestion<Filter extends string> = {
  input: { sort: string; deleted: boolean; cursor?: string } & ListFilter<Filter>;
  /** What the rows in sight, and those of the other pages, were found by. */
  filter: ListFilter<Filter>;
  isReady: boolean;
};
type ListFilter<Filter extends string> = { q?: string } & { [Name in Filter]?: string };

/** What to ask the server for. The `ownerId` `me` is the reader; until it is known who that is, do not ask. */
export function listQuestion<Filter extends string>(
  list: ListState<Filter>,
  readerId: string | undefined,
): ListQuestion<Filter> {
  const given: Record<string, string | null> = { q: list.q, ...list.filters };
  const isMine = given['ownerId'] === 'me';
  const asked = { ...given, ...(isMine ? { ownerId: readerId } : {}) };
  const filter = Object.fromEntries(Object.entries(asked).filter(([, value]) => value)) as ListFilter<Filter>;
  return {
    input: { sort: list.sort, deleted: list.isArchived, ...(list.cursor ? { cursor: list.cursor } : {}), ...filter },
    filter,
    isReady: !isMine || readerId !== undefined,
  };
}

/** The filters that are understood, and the names of those that are not: they are not applied, and said so. */
function readFilters<Filter extends string>(
  kinds: Readonly<Record<Filter, FilterKind>>,
  given: Readonly<Record<Filter, string | null>>,
): Pick<ListState<Filter>, 'filters' | 'ignored'> {
  const names = Object.keys(kinds) as Filter[];
  const ignored = names.filter((name) => !fits(kinds[name], given[name]));
  const known = names.map((name) => [name, ignored.includes(name) ? null : given[name]]);
  return { ignored, filters: Object.fromEntries(known) as Record<Filter, string | null> };
}

function parsersOf<Filter extends string>(filters: Readonly<Record<Filter, FilterKind>>) {
  return Object.fromEntries(Object.keys(filters).map((name) => [name, parseAsString])) as Record<
    Filter,
    typeof parseAsString
  >;
}

function fits(kind: FilterKind, value: string | null): boolean {
  if (value === null) return true;
  if (kind === 'text') return value.length <= 200;
  if (kind === 'uuid') return UUID.test(value);
  if (kind === 'person') return value === 'me' || UUID.test(value);
  return kind.includes(value);
}

/** The text, once typing has paused. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
