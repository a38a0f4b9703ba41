import { failureText } from '@aura/api/record-edit';
import { Banner } from '@aura/ui/banner';
import { Button } from '@aura/ui/button';
import { Link } from '@aura/ui/link';
import { SkeletonRegion, SkeletonRows } from '@aura/ui/skeleton';
import type { ReactNode } from 'react';
import type { Hit } from '../search.schema.ts';
import { Marked } from './marked.tsx';
import { hitHref } from './search-text.ts';

/** Hits as links, with what was searched for marked. */
export function HitList({ hits, q }: { hits: readonly Hit[]; q: string }): ReactNode {
  return (
    <ul className="divide-y divide-line rounded-panel border border-line bg-surface">
      {hits.map((hit) => (
        <li key={hit.id}>
          <Link href={hitHref(hit)} data-hit="" className="block px-4 py-2.5 -outline-offset-2 hover:bg-canvas">
            <span className="block font-medium wrap-anywhere">
              <Marked text={hit.title} q={q} />
            </span>
            {hit.subtitle ? (
              <span className="block text-small wrap-anywhere text-muted">
                <Marked text={hit.subtitle} q={q} />
              </span>
            ) : null}
          </Link>
        </li>
      ))}
    </ul>
  );
}

export function SearchFailure({ error, onRetry }: { error: unknown; onRetry: () => void }): ReactNode {
  return (
    <Banner tone="danger" title="Search is unavailable" isAnnounced actions={<Button onClick={onRetry}>Retry</Button>}>
      {failureText(error)}
    </Banner>
  );
}

export function HitsLoading(): ReactNode {
  return (
    <SkeletonRegion label="Searching">
      <SkeletonRows rows={5} />
    </SkeletonRegion>
  );
}
