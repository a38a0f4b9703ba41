import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { SearchCounts } from '../search.schema.ts';
import { HitList, HitsLoading, SearchFailure } from './hit-list.tsx';
import { listText } from './search-text.ts';
import { useSearchApi } from './use-search-api.ts';

type AllHitsProps = {
  q: string;
  counts: SearchCounts['items'];
  /** Shows all of one kind. */
  onAll: (entity: string) => void;
};

/** The first hits of every kind. */
export function AllHits({ q, counts, onAll }: AllHitsProps): ReactNode {
  const { data, isError, error, isPlaceholderData, refetch } = useQuery(
    useSearchApi().all.queryOptions({ q }, { placeholderData: keepPreviousData }),
  );
  if (isError) return <SearchFailure error={error} onRetry={() => void refetch()} />;
  if (!data || (isPlaceholderData && data.items.length === 0)) return <HitsLoading />;
  const entities = [...new Set(data.items.map(({ entity }) => entity))];
  return (
    <div className="flex flex-col gap-6">
      {entities.map((entity) => {
        const hits = data.items.filter((hit) => hit.entity === entity);
        const total = counts.find((each) => each.entity === entity)?.total ?? 0;
        return (
          <section key={entity} aria-label={listText(entity)}>
            <div className="flex items-baseline justify-between gap-3 pb-2">
              <h2 className="text-h3">{listText(entity)}</h2>
              {total > hits.length ? (
                <button
                  type="button"
                  onClick={() => onAll(entity)}
                  className="min-h-6 rounded-control text-link pointer-coarse:min-h-11"
                >
                  All {total.toLocaleString('en-US')}
                  <span className="sr-only"> {listText(entity).toLowerCase()}</span>
                </button>
              ) : null}
            </div>
            <HitList hits={hits} q={q} />
          </section>
        );
      })}
    </div>
  );
}
