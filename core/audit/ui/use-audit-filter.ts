import { parseAsString, useQueryStates } from 'nuqs';

export type AuditFilter = { actorId?: string; action?: string; entity?: string; from?: string; to?: string };
export type AuditFilterState = {
  filter: AuditFilter;
  isFiltered: boolean;
  cursor: string | null;
  /** Each page is an address of its own, so Back goes to the page before. */
  setCursor: (cursor: string | null) => void;
  /** Sets or clears filters; the list starts at its beginning again. */
  change: (part: { [Key in keyof AuditFilter]?: string | null }) => void;
  clear: () => void;
};

const parsers = {
  actorId: parseAsString,
  action: parseAsString,
  entity: parseAsString,
  from: parseAsString,
  to: parseAsString,
  cursor: parseAsString,
};

/** What the log is filtered by: it stands in the address. */
export function useAuditFilter(): AuditFilterState {
  const [{ cursor, ...filters }, setState] = useQueryStates(parsers);
  const filter: AuditFilter = Object.fromEntries(Object.entries(filters).filter(([, value]) => value));
  return {
    filter,
    isFiltered: Object.keys(filter).length > 0,
    cursor,
    setCursor: (next) => void setState({ cursor: next }, { history: 'push' }),
    change: (part) => void setState({ ...part, cursor: null }),
    clear: () => void setState(null),
  };
}
