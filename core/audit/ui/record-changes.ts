import type { TimelineEntry } from '../timeline.queries.ts';

/** A record's own history, for the timeline that stands among its activities. */
export type RecordChanges = {
  entries: readonly TimelineEntry[];
  isLoading: boolean;
  isFailed: boolean;
  retry: () => void;
  /** Fetches earlier ones; undefined when there are none. */
  more: (() => void) | undefined;
};

type PagedQuery = {
  data: { pages: readonly { items: readonly TimelineEntry[] }[] } | undefined;
  isPending: boolean;
  isError: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  refetch: () => unknown;
  fetchNextPage: () => unknown;
};

/** The history from a record's own `timeline` procedure, asked page by page. */
export function recordChangesOf(query: PagedQuery): RecordChanges {
  return {
    entries: query.data?.pages.flatMap((page) => page.items) ?? [],
    isLoading: query.isPending || query.isFetchingNextPage,
    isFailed: query.isError,
    retry: () => void query.refetch(),
    more: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
  };
}
