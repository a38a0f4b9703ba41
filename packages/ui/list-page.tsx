'use client';

import { Archive } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { announce } from './announce.ts';
import { Button } from './button.tsx';
import { DataTable, type DataTableProps } from './data-table.tsx';
import { EmptyState } from './empty-state.tsx';
import { FilterBar } from './filter-bar.tsx';
import { apiSort, type Noun, type PageFacts, rangeText, tableSort, totalText } from './list-text.ts';
import { Pagination } from './pagination.tsx';

export const LIST_LIMIT = 25;

/** What the address says about the list; `useListState` of @aura/api/list-state gives it. */
export type ListPlace = {
  typed: string;
  setTyped: (text: string) => void;
  isFiltered: boolean;
  clear: () => void;
  sort: string;
  setSort: (sort: string) => void;
  isArchived: boolean;
  setArchived: (isArchived: boolean) => void;
  page: number;
  toFirst: (() => void) | undefined;
  toPrevious: (() => void) | undefined;
  toNext: (cursor: string) => void;
};

export type ListAnswer<Row> = {
  data: (PageFacts & { items: Row[]; nextCursor: string | null }) | undefined;
  isPending: boolean;
  isError: boolean;
  /** The rows in sight are of an earlier question. */
  isPlaceholderData: boolean;
  refetch: () => unknown;
};

type TableParts<Row> = Omit<
  DataTableProps<Row>,
  'rows' | 'place' | 'status' | 'sort' | 'onSortChange' | 'empty' | 'onRetry' | 'errorText'
>;

export type ListPageProps<Row> = {
  place: ListPlace;
  answer: ListAnswer<Row>;
  table: TableParts<Row>;
  noun: Noun;
  searchLabel: string;
  /** Above the list: its saved views. */
  views?: ReactNode;
  filterMenu?: ReactNode;
  chips?: ReactNode;
  /** Shown where nothing has ever been added. */
  firstUse: ReactNode;
  /** The list also has archived rows to look at. */
  hasArchive?: boolean;
  trail?: ReactNode;
  /** Between the toolbar and the table: what must be settled first. */
  note?: ReactNode;
  /** Why the rows could not be loaded, in the person's words. */
  errorText?: ReactNode;
};

/** A list with its search, filters, sort and pages. Errors keep the filters usable; an empty list says why. */
export function ListPage<Row>(props: ListPageProps<Row>): ReactNode {
  const { place, answer, table, noun, errorText } = props;
  const top = useRef<HTMLDivElement>(null);
  useSpokenResult(props);
  useScrollToNewPage(top, place.page);
  if (isNeverUsed(props)) return props.firstUse;
  return (
    <div ref={top} className="scroll-mt-20">
      {props.views}
      <ListBar {...props} />
      {props.note}
      <DataTable
        {...table}
        place={{ first: (place.page - 1) * LIST_LIMIT + 1, total: answer.data?.total ?? 0 }}
        rows={answer.data?.items ?? []}
        status={statusOf(answer)}
        sort={tableSort(place.sort)}
        onSortChange={(sort) => place.setSort(apiSort(sort))}
        errorText={errorText}
        onRetry={() => void answer.refetch()}
        empty={<NothingFound place={place} noun={noun} />}
      />
      <ListPages {...props} />
    </div>
  );
}

function statusOf<Row>({ isError, isPending, isPlaceholderData }: ListAnswer<Row>): DataTableProps<Row>['status'] {
  if (isError) return 'error';
  if (isPending) return 'loading';
  return isPlaceholderData ? 'refreshing' : 'ready';
}

function ListBar<Row>(props: ListPageProps<Row>): ReactNode {
  const { place, answer, noun, searchLabel, filterMenu, chips, trail, hasArchive = false } = props;
  return (
    <FilterBar
      search={{ value: place.typed, onValueChange: place.setTyped, label: searchLabel }}
      filterMenu={filterMenu}
      chips={chips}
      {...(place.isFiltered ? { onClearAll: place.clear } : {})}
      summary={answer.data && !answer.isError ? totalText(answer.data, noun) : null}
      trail={
        <>
          {trail}
          {hasArchive ? (
            <Button
              variant={place.isArchived ? 'secondary' : 'ghost'}
              aria-pressed={place.isArchived}
              icon={<Archive aria-hidden />}
              onClick={() => place.setArchived(!place.isArchived)}
            >
              Archived
            </Button>
          ) : null}
        </>
      }
    />
  );
}

function ListPages<Row>({ place, answer: { data, isError, isPlaceholderData } }: ListPageProps<Row>): ReactNode {
  const { toFirst, toPrevious, toNext, page } = place;
  const next = data?.nextCursor;
  if (!data || isError || (!next && !toFirst)) return null;
  return (
    <Pagination
      summary={rangeText(data, { page, limit: LIST_LIMIT })}
      {...(toFirst ? { onFirst: toFirst } : {})}
      {...(toPrevious ? { onPrevious: toPrevious } : {})}
      {...(next ? { onNext: () => toNext(next) } : {})}
      loading={isPlaceholderData}
    />
  );
}

/** A new page of rows is read from its beginning. */
function useScrollToNewPage(top: RefObject<HTMLElement | null>, page: number): void {
  const shown = useRef(page);
  useEffect(() => {
    if (shown.current !== page) top.current?.scrollIntoView({ block: 'start' });
    shown.current = page;
  }, [top, page]);
}

function isNeverUsed<Row>({ place, answer }: ListPageProps<Row>): boolean {
  const isPlain = !place.isFiltered && !place.isArchived && !place.toFirst;
  return isPlain && !answer.isError && !answer.isPlaceholderData && answer.data?.total === 0;
}

function NothingFound({ place, noun }: { place: ListPlace; noun: Noun }): ReactNode {
  const title = place.isFiltered
    ? `No ${noun[1]} match`
    : place.isArchived
      ? `No archived ${noun[1]}`
      : `No ${noun[1]} here`;
  return (
    <EmptyState
      kind="filtered"
      title={title}
      action={
        <>
          {place.isFiltered ? <Button onClick={place.clear}>Clear search and filters</Button> : null}
          {!place.isFiltered && place.isArchived ? (
            <Button onClick={() => place.setArchived(false)}>Back to all {noun[1]}</Button>
          ) : null}
        </>
      }
    >
      {place.isFiltered ? 'Try fewer words, or take a filter away.' : null}
    </EmptyState>
  );
}

/** Says how many were found, and which rows a new page holds; not on the first sight of the page. */
function useSpokenResult<Row>({ answer, noun, place }: ListPageProps<Row>): void {
  const { data, isPlaceholderData, isError } = answer;
  const spoken = useRef<string | null>(null);
  const isSettled = data !== undefined && !isPlaceholderData && !isError;
  const text = isSettled
    ? `${totalText(data, noun)}, ${rangeText(data, { page: place.page, limit: LIST_LIMIT })}`
    : null;
  useEffect(() => {
    if (text === null || text === spoken.current) return;
    if (spoken.current !== null) announce(text);
    spoken.current = text;
  }, [text]);
}
