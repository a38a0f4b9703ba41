'use client';

import { apiFailure } from '@aura/api/client';
import { Banner } from '@aura/ui/banner';
import { Button } from '@aura/ui/button';
import { EmptyState } from '@aura/ui/empty-state';
import { LinkButton } from '@aura/ui/link-button';
import { SkeletonRegion } from '@aura/ui/skeleton';
import type { ReactNode } from 'react';
import type { DealBoard } from '../deal.schema.ts';
import { DealBoardView } from './deal-board.tsx';
import { boardInputOf, type DealView, filterCount, noFilters, type SetDealView } from './deal-view.ts';
import { useMe } from './people.ts';
import { useBoard } from './use-board.ts';

type BoardPanelProps = {
  view: DealView;
  setView: SetDealView;
  highlightedId: string | null;
  onAdd?: ((stageId: string) => void) | undefined;
};

/** The board in each of its states. */
export function BoardPanel({ view, setView, highlightedId, onAdd }: BoardPanelProps): ReactNode {
  const { query, showMore } = useBoard(view, true);
  const board = query.data;
  if (!board) {
    if (!query.isError) return <BoardSkeleton />;
    return <BoardError message={apiFailure(query.error).message} onRetry={() => void query.refetch()} />;
  }
  const isEmpty = board.count === 0;
  const isFiltered = filterCount(view) > 0;
  return (
    <div className={query.isPlaceholderData ? 'pointer-events-none' : ''} aria-busy={query.isFetching || undefined}>
      {query.isPlaceholderData ? (
        <span aria-hidden className="fixed inset-x-0 top-0 z-20 h-0.5 animate-pulse bg-primary" />
      ) : null}
      {query.isError ? (
        <div className="pb-3">
          <BoardError
            message="The board couldn't be refreshed. You see it as it was."
            onRetry={() => void query.refetch()}
          />
        </div>
      ) : null}
      {isEmpty && isFiltered ? <NothingMatches view={view} setView={setView} /> : null}
      {isEmpty && isFiltered ? null : (
        <DealBoardView
          board={board}
          status={view.status === 'all' ? 'open' : view.status}
          highlightedId={highlightedId}
          onAdd={onAdd}
          onShowMore={showMore}
          viewKey={JSON.stringify(boardInputOf(view, undefined))}
          sort={view.sort}
          onSort={(sort) => void setView({ sort })}
          firstDeal={isEmpty ? <FirstDeal board={board} onAdd={onAdd} /> : null}
        />
      )}
    </div>
  );
}

/** Also in the table. */
export function NothingMatches({ view, setView }: Pick<BoardPanelProps, 'view' | 'setView'>): ReactNode {
  const filters = filterCount(view);
  return (
    <EmptyState
      kind="filtered"
      title={`No deals match ${filters === 1 ? 'this filter' : `these ${filters} filters`}`}
      action={<Button onClick={() => void setView(noFilters)}>Clear filters</Button>}
    />
  );
}

function FirstDeal({ board, onAdd }: { board: DealBoard; onAdd: BoardPanelProps['onAdd'] }): ReactNode {
  const first = board.columns.find((column) => column.stage.kind === 'open');
  const canImport = useMe()?.can('import:create') === true;
  return (
    <div className="flex flex-col gap-3 rounded-panel border border-dashed border-control bg-surface p-4">
      <div>
        <h3 className="text-h3">Your first deal goes here</h3>
        <p className="mt-1 text-muted">A deal needs a title; value, organization and dates can follow.</p>
      </div>
      {onAdd && first ? (
        <Button variant="primary" onClick={() => onAdd(first.stage.id)}>
          Add a deal
        </Button>
      ) : null}
      {canImport ? <LinkButton href="/import?entity=deals">Import a spreadsheet</LinkButton> : null}
    </div>
  );
}

function BoardError({ message, onRetry }: { message: string; onRetry: () => void }): ReactNode {
  return (
    <Banner
      tone="danger"
      title="Deals couldn't be loaded"
      isAnnounced
      actions={
        <Button size="sm" onClick={onRetry}>
          Retry
        </Button>
      }
    >
      {message}
    </Banner>
  );
}

export function BoardSkeleton(): ReactNode {
  return (
    <SkeletonRegion label="Loading the board" className="flex gap-3 overflow-hidden">
      {[...Array(4).keys()].map((column) => (
        <span
          key={column}
          aria-hidden
          className="flex w-full shrink-0 flex-col gap-2 rounded-panel bg-sunken px-2 py-3 sm:w-72"
        >
          <span className="mx-1 h-5 w-32 rounded-control bg-line" />
          <span className="mx-1 h-4 w-40 rounded-control bg-line" />
          {[...Array(3).keys()].map((card) => (
            <span key={card} className="h-32 w-full rounded-panel border border-line bg-surface" />
          ))}
        </span>
      ))}
    </SkeletonRegion>
  );
}
