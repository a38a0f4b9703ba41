'use client';

import { failureText } from '@aura/api/record-edit';
import { ExportButton } from '@aura/exchange/client';
import { useMe } from '@aura/identity/client';
import { OwnerFilter, useOwnerText } from '@aura/members/client';
import { Banner } from '@aura/ui/banner';
import { Button } from '@aura/ui/button';
import { DateText, useTimezone } from '@aura/ui/date-text';
import { EmptyState } from '@aura/ui/empty-state';
import { FilterBar } from '@aura/ui/filter-bar';
import { FilterChip } from '@aura/ui/filter-chip';
import { formatDate } from '@aura/ui/format-date';
import { totalText } from '@aura/ui/list-text';
import { MenuRadioGroup, MenuRadioItem } from '@aura/ui/menu';
import { PageHeader } from '@aura/ui/page-header';
import { SkeletonRegion, SkeletonRows } from '@aura/ui/skeleton';
import { TabLinks } from '@aura/ui/tab-links';
import { Timeline, TimelineDay } from '@aura/ui/timeline';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import type { ReactNode } from 'react';
import { ACTIVITY_TYPES } from '../activity.ts';
import { ActivityEntry } from './activity-entry.tsx';
import { activityWords } from './activity-words.tsx';
import { LogSheet } from './log-sheet.tsx';
import { byDay } from './timeline-days.ts';
import { useActivitiesApi } from './use-activities-api.ts';

const SHOWN = 25;
const address = {
  whose: parseAsStringLiteral(['mine', 'team']).withDefault('mine'),
  type: parseAsStringLiteral(ACTIVITY_TYPES),
  authorId: parseAsString,
  fromDay: parseAsString,
  toDay: parseAsString,
  new: parseAsBoolean.withDefault(false),
};
type View = ReturnType<typeof useView>;

const useView = () => useQueryStates(address, { history: 'push' });

export type ActivityListScreenProps = {
  /** Finds the record that a new activity is about; the page brings it, because the records are other modules'. */
  targets: ReactNode;
};

/** What was done, by day: one's own, or everyone's that one may see. */
export function ActivityListScreen({ targets }: ActivityListScreenProps): ReactNode {
  const view = useView();
  const [{ whose, new: isNew }, set] = view;
  const chips = useChips(view);
  const me = useMe();
  const filter = filterOf(view[0], me?.userId);
  const query = useInfiniteQuery(
    useActivitiesApi().activities.list.infiniteQueryOptions(
      { limit: SHOWN, ...filter },
      { getNextPageParam: ({ nextCursor }) => nextCursor, enabled: whose === 'team' || me !== undefined },
    ),
  );
  const [first] = query.data?.pages ?? [];
  const canLog = me?.permissions.includes('activity:create') === true;
  return (
    <div className="max-w-240">
      <PageHeader
        title="Activities"
        primaryAction={
          canLog ? (
            <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => void set({ new: true })}>
              Activity
            </Button>
          ) : null
        }
        actions={
          <ExportButton scope="activities" filter={filter} facts={first} isFiltered={Object.keys(filter).length > 0} />
        }
      />
      <div className="pb-4">
        <TabLinks
          label="Whose activities"
          items={[
            { href: '/activities', label: 'Mine', isCurrent: whose === 'mine' },
            {
              href: '/activities?whose=team',
              label: me?.role === 'sales_rep' ? 'All I can see' : 'Team',
              isCurrent: whose === 'team',
            },
          ]}
        />
      </div>
      <FilterBar
        filterMenu={<Filters view={view} />}
        chips={chips}
        summary={first ? totalText(first, ['activity', 'activities']) : null}
      />
      <Days query={query} canLog={canLog} onLog={() => void set({ new: true })} />
      <LogSheet
        open={isNew && canLog}
        onOpenChange={(open) => void set({ new: open ? true : null })}
        targets={targets}
      />
    </div>
  );
}

/** The view as the list's filter. */
function filterOf({ whose, type, authorId, fromDay, toDay }: View[0], readerId: string | undefined) {
  const author = whose === 'mine' ? readerId : authorId;
  return {
    ...(type ? { type } : {}),
    ...(author ? { authorId: author } : {}),
    ...(fromDay ? { fromDay } : {}),
    ...(toDay ? { toDay } : {}),
  };
}

type Query = {
  data: { pages: readonly { items: readonly Parameters<typeof ActivityEntry>[0]['activity'][] }[] } | undefined;
  isPending: boolean;
  isError: boolean;
  error: unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  refetch: () => unknown;
  fetchNextPage: () => unknown;
};

function Days({ query, canLog, onLog }: { query: Query; canLog: boolean; onLog: () => void }): ReactNode {
  const timezone = useTimezone();
  if (query.isError) {
    return (
      <Banner
        tone="danger"
        title="Couldn't load the activities"
        isAnnounced
        actions={<Button onClick={() => void query.refetch()}>Retry</Button>}
      >
        {failureText(query.error)}
      </Banner>
    );
  }
  if (query.isPending) {
    return (
      <SkeletonRegion label="Loading the activities">
        <SkeletonRows rows={8} />
      </SkeletonRegion>
    );
  }
  const activities = query.data?.pages.flatMap(({ items }) => items) ?? [];
  if (activities.length === 0) {
    return (
      <EmptyState title="No activities here" action={canLog ? <Button onClick={onLog}>Log an activity</Button> : null}>
        A call takes two presses: open a contact or a deal, and choose how it went.
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-6">
      <Timeline label="Activities by day">
        {byDay(activities, timezone).map(({ day, entries }) => (
          <TimelineDay key={day} level={2} heading={<DateText value={day} style="weekday" />}>
            {entries.map((activity) => (
              <ActivityEntry key={activity.id} activity={activity} />
            ))}
          </TimelineDay>
        ))}
      </Timeline>
      {query.hasNextPage ? (
        <Button
          className="self-start"
          loading={query.isFetchingNextPage}
          loadingLabel="Loading…"
          onClick={() => void query.fetchNextPage()}
        >
          Show earlier
        </Button>
      ) : null}
    </div>
  );
}

function Filters({ view: [{ whose, type, authorId }, set] }: { view: View }): ReactNode {
  return (
    <>
      <MenuRadioGroup
        label="Kind"
        value={type ?? ''}
        onValueChange={(value) => void set({ type: ACTIVITY_TYPES.find((each) => each === value) ?? null })}
      >
        {ACTIVITY_TYPES.map((each) => (
          <MenuRadioItem key={each} value={each}>
            {activityWords[each].plural}
          </MenuRadioItem>
        ))}
      </MenuRadioGroup>
      {whose === 'team' ? (
        <OwnerFilter
          label="Author"
          value={authorId}
          onValueChange={(value) => void set(value === 'me' ? { whose: 'mine', authorId: null } : { authorId: value })}
        />
      ) : null}
    </>
  );
}

function useChips([{ whose, type, authorId, fromDay, toDay }, set]: View): ReactNode {
  const author = useOwnerText(authorId);
  const chips = [
    type ? (
      <FilterChip
        key="type"
        label="Kind"
        value={`is ${activityWords[type].label.toLowerCase()}`}
        onRemove={() => void set({ type: null })}
      />
    ) : null,
    whose === 'team' && authorId ? (
      <FilterChip key="author" label="Author" value={author} onRemove={() => void set({ authorId: null })} />
    ) : null,
    fromDay || toDay ? (
      <FilterChip
        key="days"
        label="Day"
        value={daysText(fromDay, toDay)}
        onRemove={() => void set({ fromDay: null, toDay: null })}
      />
    ) : null,
  ].filter(Boolean);
  return chips.length > 0 ? chips : null;
}

function daysText(from: string | null, to: string | null): string {
  if (from === null) return `until ${formatDate(to ?? '')}`;
  return to === null ? `from ${formatDate(from)}` : `${formatDate(from)} – ${formatDate(to)}`;
}
