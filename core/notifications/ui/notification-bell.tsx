'use client';

import { Link } from '@aura/ui/link';
import { Popover } from '@aura/ui/popover';
import { useQuery } from '@tanstack/react-query';
import { Bell } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { LatestNotifications } from './latest-notifications.tsx';
import { useNotificationsApi } from './use-notifications.ts';

const UNREAD_MAX = 100;
const face =
  'relative inline-grid size-9 place-items-center rounded-control text-muted hover:bg-sunken hover:text-ink pointer-coarse:size-11';

/** How much is new, and the way to it: a popover where there is room, else the page. */
export function NotificationBell(): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery(useNotificationsApi().unread.queryOptions());
  const unread = data?.unread ?? 0;
  const name = unread === 0 ? 'Notifications' : `Notifications, ${countText(unread)} unread`;
  const icon = <BellFace unread={unread} />;
  return (
    <>
      <Link href="/notifications" aria-label={name} className={`sm:hidden ${face}`}>
        {icon}
      </Link>
      <span className="hidden sm:block">
        <Popover
          title="Notifications"
          align="end"
          open={isOpen}
          onOpenChange={setOpen}
          trigger={
            <button type="button" aria-label={name} className={face}>
              {icon}
            </button>
          }
        >
          <LatestNotifications unread={unread} onFollow={() => setOpen(false)} />
        </Popover>
      </span>
    </>
  );
}

function BellFace({ unread }: { unread: number }): ReactNode {
  return (
    <>
      <Bell aria-hidden className="size-4.5" />
      {unread > 0 ? (
        <span
          aria-hidden
          className="absolute end-0 top-0 min-w-4.5 rounded-full bg-primary px-1 text-center text-micro leading-4.5 text-on-primary tabular-nums"
        >
          {countText(unread)}
        </span>
      ) : null}
    </>
  );
}

const countText = (unread: number): string => (unread >= UNREAD_MAX ? `${UNREAD_MAX - 1}+` : String(unread));
