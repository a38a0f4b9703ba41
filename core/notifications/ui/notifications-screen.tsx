'use client';

import { apiFailure } from '@aura/api/client';
import { announce } from '@aura/ui/announce';
import { Button } from '@aura/ui/button';
import { EmptyState } from '@aura/ui/empty-state';
import { LinkButton } from '@aura/ui/link-button';
import { PageHeader } from '@aura/ui/page-header';
import { SkeletonRegion, SkeletonRows } from '@aura/ui/skeleton';
import { TabLinks } from '@aura/ui/tab-links';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { CheckCheck, SlidersHorizontal } from 'lucide-react';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import type { ReactNode } from 'react';
import { NotificationList } from './notification-list.tsx';
import { useMarkRead, useNotificationsApi } from './use-notifications.ts';

const SHOWN = 25;

/** Everything the person was told of. */
export function NotificationsScreen(): ReactNode {
  const [show] = useQueryState('show', parseAsStringLiteral(['unread']));
  const { data } = useQuery(useNotificationsApi().unread.queryOptions());
  const unread = data?.unread ?? 0;
  return (
    <div className="max-w-160">
      <PageHeader
        title="Notifications"
        primaryAction={<MarkAllRead unread={unread} />}
        actions={
          <LinkButton href="/settings/notifications" variant="ghost" icon={<SlidersHorizontal aria-hidden />}>
            Choose what
          </LinkButton>
        }
      />
      <TabLinks
        label="Which notifications"
        items={[
          { href: '/notifications', label: 'All', isCurrent: show === null },
          { href: '/notifications?show=unread', label: 'Unread', count: unread, isCurrent: show === 'unread' },
        ]}
      />
      <Told isUnread={show === 'unread'} />
    </div>
  );
}

function MarkAllRead({ unread }: { unread: number }): ReactNode {
  const { mutate, isPending, error } = useMarkRead();
  return (
    <>
      <Button
        icon={<CheckCheck aria-hidden />}
        loading={isPending}
        disabledReason={unread === 0 ? 'Everything is read' : undefined}
        onClick={() => mutate({ all: true }, { onSuccess: () => announce('All notifications are read') })}
      >
        Mark all read
      </Button>
      {error ? (
        <p role="alert" className="text-danger">
          {apiFailure(error).message}
        </p>
      ) : null}
    </>
  );
}

function Told({ isUnread }: { isUnread: boolean }): ReactNode {
  const query = useInfiniteQuery(
    useNotificationsApi().list.infiniteQueryOptions(
      { limit: SHOWN, unread: isUnread },
      { staleTime: 0, getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  const items = query.data?.pages.flatMap((page) => page.items);
  if (items?.length === 0) return <Nothing isUnread={isUnread} />;
  if (items)
    return (
      <div className="mt-4 flex flex-col gap-4">
        <div className="overflow-hidden rounded-panel border border-line bg-surface">
          <NotificationList items={items} />
        </div>
        {query.hasNextPage ? (
          <Button className="self-start" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            Show earlier
          </Button>
        ) : null}
      </div>
    );
  if (query.isError)
    return (
      <p role="alert" className="mt-4 flex flex-wrap items-center gap-3">
        Couldn't load your notifications. {apiFailure(query.error).message}
        <Button size="sm" onClick={() => void query.refetch()}>
          Retry
        </Button>
      </p>
    );
  return (
    <SkeletonRegion className="mt-4">
      <SkeletonRows rows={5} />
    </SkeletonRegion>
  );
}

function Nothing({ isUnread }: { isUnread: boolean }): ReactNode {
  return isUnread ? (
    <EmptyState
      title="Nothing is unread"
      kind="filtered"
      action={<LinkButton href="/notifications">See all</LinkButton>}
    />
  ) : (
    <EmptyState title="Nothing has happened yet">
      You hear here when a record is assigned or shared with you, when a colleague mentions you, and when your files are
      ready.
    </EmptyState>
  );
}
