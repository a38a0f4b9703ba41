'use client';

import { apiFailure } from '@aura/api/client';
import { Button } from '@aura/ui/button';
import { LinkButton } from '@aura/ui/link-button';
import { SkeletonRegion, SkeletonText } from '@aura/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { NotificationList } from './notification-list.tsx';
import { useMarkRead, useNotificationsApi } from './use-notifications.ts';

const SHOWN = 8;

type LatestProps = { unread: number; onFollow: () => void };

/** The newest few, in the bell's popover. */
export function LatestNotifications({ unread, onFollow }: LatestProps): ReactNode {
  const { mutate, isPending } = useMarkRead();
  return (
    <div className="flex flex-col gap-3">
      <div className="-mx-4 border-y border-line">
        <Latest onFollow={onFollow} />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <LinkButton href="/notifications" size="sm" onClick={onFollow}>
          See all
        </LinkButton>
        {unread > 0 ? (
          <Button size="sm" variant="ghost" loading={isPending} onClick={() => mutate({ all: true })}>
            Mark all read
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function Latest({ onFollow }: Pick<LatestProps, 'onFollow'>): ReactNode {
  const { data, error } = useQuery({ ...useNotificationsApi().list.queryOptions({ limit: SHOWN }), staleTime: 0 });
  if (data?.items.length === 0) return <p className="px-4 py-6 text-center text-muted">Nothing has happened yet.</p>;
  if (data) return <NotificationList items={data.items} onFollow={onFollow} />;
  if (error)
    return (
      <p role="alert" className="px-4 py-6 text-danger">
        {apiFailure(error).message}
      </p>
    );
  return (
    <SkeletonRegion className="px-4 py-4">
      <SkeletonText lines={4} />
    </SkeletonRegion>
  );
}
