'use client';

import { apiFailure } from '@aura/api/client';
import { BulkActions, canSelect } from '@aura/bulk/client';
import { ExportSelection } from '@aura/exchange/client';
import { announce } from '@aura/ui/announce';
import { Button } from '@aura/ui/button';
import { useCursorStack } from '@aura/ui/cursor-stack';
import { DataTable, type Sort } from '@aura/ui/data-table';
import { EmptyState } from '@aura/ui/empty-state';
import { NextStepRail } from '@aura/ui/next-step-rail';
import { Pagination } from '@aura/ui/pagination';
import { useSelection } from '@aura/ui/use-selection';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { NothingMatches } from './board-panel.tsx';
import { useDealActions } from './deal-actions-context.ts';
import { dealPath } from './deal-paths.ts';
import { DealProblems } from './deal-problems.tsx';
import { DealRowMenu } from './deal-row-menu.tsx';
import { useDealColumns } from './deal-table-columns.tsx';
import { type DealView, filterCount, listFilterOf, type SetDealView } from './deal-view.ts';
import { nextStepState } from './next-step.ts';
import { useMe } from './people.ts';
import { useDealBulk } from './use-deal-bulk.tsx';
import { useDealEdits } from './use-deal-edits.ts';
import { useDealsApi } from './use-deals-api.ts';
import { useToday } from './use-today.ts';

type DealsTableProps = { view: DealView; setView: SetDealView; onCreate: () => void };

const defaultOrder = '-createdAt';
const noun = ['deal', 'deals'] as const;

/** Deals as rows, changed where they stand. */
export function DealsTable({ view, setView, onCreate }: DealsTableProps): ReactNode {
  const { table, labels } = useDealColumns(view, setView);
  const edits = useDealEdits(labels);
  const list = useDealList(view);
  const today = useToday();
  const { peek } = useDealActions();
  const { query } = list;
  const filters = filterCount(view);
  const bulk = useDealBulk(view.pipelineId);
  const selection = useSelection({ scope: list.shown, rows: query.data?.items, isOn: canSelect(bulk.may, false) });
  return (
    <>
      {edits.conflict}
      <DealProblems deals={query.data?.items ?? []} />
      <DataTable
        caption="Deals"
        {...table}
        editing={edits.editing}
        rows={query.data?.items ?? []}
        rowKey={(deal) => deal.id}
        rowLabel={(deal) => deal.name}
        rowHref={(deal) => dealPath(deal.id)}
        onPeek={(deal) => peek?.(deal.id)}
        place={{ first: list.pages.depth * list.size + 1, total: query.data?.total ?? 0 }}
        rowRail={(deal) => (deal.status === 'open' ? <NextStepRail state={nextStepState(deal, today)} /> : null)}
        {...selection.tableProps}
        rowActions={(deal) => <DealRowMenu deal={deal} save={edits.editing.save} />}
        sort={sortOf(view.order ?? defaultOrder)}
        onSortChange={(sort) => void setView({ order: orderOf(sort) })}
        status={statusOf(query)}
        errorText={query.isError ? apiFailure(query.error).message : undefined}
        onRetry={() => void query.refetch()}
        empty={
          filters > 0 ? (
            <NothingMatches view={view} setView={setView} />
          ) : (
            <EmptyState
              title="Your first deal goes here"
              action={
                <Button variant="primary" onClick={onCreate}>
                  Add a deal
                </Button>
              }
            >
              A deal needs a title; value, organization and dates can follow.
            </EmptyState>
          )
        }
      />
      {query.data && query.data.items.length > 0 ? <Pages list={list} /> : null}
      <BulkActions
        {...bulk}
        noun={noun}
        selection={selection}
        facts={query.data}
        filter={list.shown}
        isArchived={false}
        exportButton={<ExportSelection scope="deals" selection={selection} filter={list.shown} facts={query.data} />}
      />
    </>
  );
}

function statusOf({ isError, isPending, isFetching, data }: ReturnType<typeof useDealList>['query']) {
  if (isError && !data) return 'error';
  if (isPending) return 'loading';
  return isFetching ? 'refreshing' : 'ready';
}

function useDealList(view: DealView) {
  const { deals } = useDealsApi();
  const me = useMe();
  const [size, setSize] = useState(25);
  const shown = listFilterOf(view, me);
  const filter = {
    ...shown,
    sort: view.order ?? defaultOrder,
    limit: size,
  };
  const pages = useCursorStack(JSON.stringify(filter));
  const inputAt = (cursor: string | undefined) => ({ ...filter, ...(cursor ? { cursor } : {}) });
  const query = useQuery(
    deals.list.queryOptions(inputAt(pages.cursor), {
      placeholderData: keepPreviousData,
      enabled: view.isSettled && (view.ownerId !== 'me' || me !== undefined),
    }),
  );
  const queryClient = useQueryClient();
  const prefetchNext = (): void => {
    const cursor = query.data?.nextCursor;
    if (cursor) void queryClient.prefetchQuery(deals.list.queryOptions(inputAt(cursor)));
  };
  return { query, shown, pages, size, setSize, prefetchNext };
}

function Pages({ list }: { list: ReturnType<typeof useDealList> }): ReactNode {
  const { query, pages, size, setSize, prefetchNext } = list;
  const { data } = query;
  if (!data) return null;
  const from = pages.depth * size + 1;
  const total = `${data.totalIsEstimate ? 'about ' : ''}${data.total.toLocaleString('en-US')}`;
  const range = `Rows ${from}–${from + data.items.length - 1}`;
  const { nextCursor } = data;
  return (
    <Pagination
      summary={`${range} of ${total}`}
      pageSize={size}
      onPageSizeChange={setSize}
      loading={query.isPlaceholderData}
      onNextIntent={prefetchNext}
      {...(pages.depth > 0 ? { onFirst: pages.first, onPrevious: pages.previous } : {})}
      {...(nextCursor
        ? {
            onNext: () => {
              pages.next(nextCursor);
              announce(`Rows from ${from + data.items.length}`);
            },
          }
        : {})}
    />
  );
}

function sortOf(order: string): Sort {
  return order.startsWith('-')
    ? { column: order.slice(1), direction: 'descending' }
    : { column: order, direction: 'ascending' };
}

function orderOf({ column, direction }: Sort): string {
  return direction === 'descending' ? `-${column}` : column;
}
