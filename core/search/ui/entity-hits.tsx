import { Button } from '@aura/ui/button';
import { Link } from '@aura/ui/link';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { HitList, HitsLoading, SearchFailure } from './hit-list.tsx';
import { listHref, listText } from './search-text.ts';
import { useSearchApi } from './use-search-api.ts';

/** All hits of one kind, more as they are asked for. */
export function EntityHits({ entity, q }: { entity: string; q: string }): ReactNode {
  const { data, isError, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    useSearchApi().page.infiniteQueryOptions(
      { entity, q },
      { getNextPageParam: ({ nextCursor }) => nextCursor, placeholderData: keepPreviousData },
    ),
  );
  if (isError && !data) return <SearchFailure error={error} onRetry={() => void refetch()} />;
  if (!data) return <HitsLoading />;
  const hits = data.pages.flatMap(({ items }) => items);
  if (hits.length === 0) return <p className="text-muted">No {listText(entity).toLowerCase()} match.</p>;
  return (
    <div className="flex flex-col gap-3">
      <HitList hits={hits} q={q} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        {hasNextPage ? (
          <Button onClick={() => void fetchNextPage()} loading={isFetchingNextPage} loadingLabel="Loading…">
            Show more
          </Button>
        ) : null}
        <Link href={listHref(entity, q)} className="ms-auto inline-block min-h-6 text-link">
          Filter and sort these in the list
        </Link>
      </div>
      {isError ? <SearchFailure error={error} onRetry={() => void fetchNextPage()} /> : null}
    </div>
  );
}
