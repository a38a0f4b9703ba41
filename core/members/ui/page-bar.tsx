import { Pagination } from '@aura/ui/pagination';
import type { ReactNode } from 'react';
import type { Pages } from './use-pages.ts';

type PageBarProps = { pages: Pages; nextCursor: string | null | undefined; summary: string; isLoading: boolean };

/** First, Previous and Next below a list that is longer than one page. */
export function PageBar({ pages, nextCursor, summary, isLoading }: PageBarProps): ReactNode {
  if (!nextCursor && !pages.previous) return null;
  return (
    <Pagination
      summary={`${summary} · page ${pages.number}`}
      {...(pages.first ? { onFirst: pages.first } : {})}
      {...(pages.previous ? { onPrevious: pages.previous } : {})}
      {...(nextCursor ? { onNext: () => pages.next(nextCursor) } : {})}
      loading={isLoading}
    />
  );
}
