'use client';

import type { RecordChanges } from '@aura/audit/client';
import { Button } from '@aura/ui/button';
import { DateText, useTimezone } from '@aura/ui/date-text';
import { SkeletonRegion, SkeletonText } from '@aura/ui/skeleton';
import { Timeline, TimelineDay } from '@aura/ui/timeline';
import { useInfiniteQuery } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import type { ReactNode } from 'react';
import { ACTIVITY_TYPES, type ActivityType } from '../activity.ts';
import type { ActivityTarget } from './activity-draft.ts';
import { ActivityEntry } from './activity-entry.tsx';
import { activityWords } from './activity-words.tsx';
import { ChangeEntry } from './change-entry.tsx';
import { byDay, mergeNewestFirst } from './timeline-days.ts';
import { useActivitiesApi } from './use-activities-api.ts';

export type ActivityTimelineProps = ActivityTarget & {
  /** The record's own history, to stand among its activities: `recordChangesOf(query of its timeline)`. */
  changes?: RecordChanges;
  /** What can be done about a change, below it. */
  changeAction?: (entry: RecordChanges['entries'][number]) => ReactNode;
  /** The level of the days' headings. */
  level?: 2 | 3 | 4;
};

const SHOWN = 20;
const kinds = ['all', ...ACTIVITY_TYPES, 'changes'] as const;
type Kind = (typeof kinds)[number];

/** What was done about a record and what happened to it, newest first, by day. */
export function ActivityTimeline({ changes, changeAction, level = 3, ...target }: ActivityTimelineProps): ReactNode {
  const [kind, setKind] = useQueryState(
    'show',
    parseAsStringLiteral(kinds).withDefault('all').withOptions({ history: 'push' }),
  );
  const timezone = useTimezone();
  const sources = { activities: useActivities(target, kind), changes, kind };
  const entries = entriesOf(sources);
  const more = moreOf(sources);
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <KindChoice kind={kind} onChange={(next) => void setKind(next)} hasChanges={changes !== undefined} />
      <Notice {...sources} isEmpty={entries.length === 0} />
      <Timeline label="Timeline">
        {byDay(entries, timezone).map(({ day, entries: ofDay }) => (
          <TimelineDay key={day} level={level} heading={<DateText value={day} style="weekday" />}>
            {ofDay.map((entry) =>
              'actorName' in entry ? (
                <ChangeEntry key={entry.id} entry={entry} action={changeAction?.(entry)} />
              ) : (
                <ActivityEntry key={entry.id} activity={entry} target={target} />
              ),
            )}
          </TimelineDay>
        ))}
      </Timeline>
      {more ? (
        <Button
          className="self-start"
          loading={sources.activities.isFetchingNextPage}
          loadingLabel="Loading…"
          onClick={more}
        >
          Show earlier
        </Button>
      ) : null}
    </div>
  );
}

/** What stands in for entries that are not there: still loading, failed, or none. */
function Notice({ activities, changes, kind, isEmpty }: Sources & { isEmpty: boolean }): ReactNode {
  const asksActivities = shows(kind, 'activities');
  const failed = [
    asksActivities && activities.isError ? { what: 'the activities', retry: () => void activities.refetch() } : null,
    shows(kind, 'changes') && changes?.isFailed ? { what: 'the changes', retry: changes.retry } : null,
  ].filter((each) => each !== null);
  if (failed.length > 0) return failed.map(({ what, retry }) => <Failed key={what} what={what} onRetry={retry} />);
  if (!isEmpty) return null;
  const isLoading = (asksActivities && activities.isPending) || (shows(kind, 'changes') && changes?.isLoading === true);
  if (!isLoading) return <Nothing kind={kind} />;
  return (
    <SkeletonRegion label="Loading the timeline">
      <SkeletonText lines={6} />
    </SkeletonRegion>
  );
}

const shows = (kind: Kind, what: 'activities' | 'changes'): boolean =>
  kind === 'all' || (kind === 'changes') === (what === 'changes');

function useActivities(target: ActivityTarget, kind: Kind) {
  const isOfType = (value: Kind): value is ActivityType => value !== 'all' && value !== 'changes';
  return useInfiniteQuery(
    useActivitiesApi().activities.list.infiniteQueryOptions(
      { ...target, limit: SHOWN, ...(isOfType(kind) ? { type: kind } : {}) },
      { getNextPageParam: ({ nextCursor }) => nextCursor, enabled: kind !== 'changes' },
    ),
  );
}

type Sources = { activities: ReturnType<typeof useActivities>; changes: RecordChanges | undefined; kind: Kind };

function entriesOf({ activities, changes, kind }: Sources) {
  const done = shows(kind, 'activities') ? (activities.data?.pages.flatMap(({ items }) => items) ?? []) : [];
  // A record's timeline may hold its activities too; here they come from their own list, which knows more of them.
  const happened = shows(kind, 'changes') ? (changes?.entries.filter(({ entity }) => entity !== 'activity') ?? []) : [];
  return mergeNewestFirst(
    { entries: done, hasMore: shows(kind, 'activities') && activities.hasNextPage },
    { entries: happened, hasMore: shows(kind, 'changes') && changes?.more !== undefined },
  );
}

function moreOf({ activities, changes, kind }: Sources): (() => void) | null {
  const ofActivities = shows(kind, 'activities') && activities.hasNextPage;
  const ofChanges = shows(kind, 'changes') ? changes?.more : undefined;
  if (!ofActivities && !ofChanges) return null;
  return () => {
    if (ofActivities) void activities.fetchNextPage();
    ofChanges?.();
  };
}

function KindChoice({
  kind,
  onChange,
  hasChanges,
}: {
  kind: Kind;
  onChange: (kind: Kind) => void;
  hasChanges: boolean;
}): ReactNode {
  const labelOf = (each: Kind): string =>
    each === 'all' ? 'All' : each === 'changes' ? 'Changes' : activityWords[each].plural;
  return (
    <fieldset aria-label="Show in the timeline" className="m-0 border-0 p-0 flex flex-wrap gap-1.5">
      {kinds
        .filter((each) => each !== 'changes' || hasChanges)
        .map((each) => (
          <Button
            key={each}
            size="sm"
            aria-pressed={kind === each}
            onClick={() => onChange(each)}
            className="rounded-full aria-pressed:border-primary aria-pressed:bg-primary-soft aria-pressed:text-primary"
          >
            {labelOf(each)}
          </Button>
        ))}
    </fieldset>
  );
}

function Nothing({ kind }: { kind: Kind }): ReactNode {
  if (kind === 'all') return <p className="text-muted">No activity yet. Log the first call: it takes 10 seconds.</p>;
  if (kind === 'changes') return <p className="text-muted">No changes yet.</p>;
  return <p className="text-muted">No {activityWords[kind].plural.toLowerCase()} yet.</p>;
}

function Failed({ what, onRetry }: { what: string; onRetry: () => void }): ReactNode {
  return (
    <p role="alert" className="flex flex-wrap items-center gap-3">
      <span className="inline-flex items-center gap-2">
        <CircleAlert aria-hidden className="size-4 text-danger" />
        Couldn't load {what}.
      </span>
      <Button size="sm" onClick={onRetry}>
        Retry
      </Button>
    </p>
  );
}
