'use client';

import { RelativeTime } from '@aura/ui/date-text';
import { IconButton } from '@aura/ui/icon-button';
import { Link } from '@aura/ui/link';
import { Check } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import type { Notification } from '../notification.schema.ts';
import { groupByRecord, type NotificationGroup } from './notification-groups.ts';
import { useMarkRead } from './use-notifications.ts';

type ListProps = { items: readonly Notification[]; onFollow?: (() => void) | undefined };

/** What happened, the newest first, together by record. Following one reads it. */
export function NotificationList({ items, onFollow }: ListProps): ReactNode {
  return (
    <ul className="divide-y divide-line">
      {groupByRecord(items).map((group) => (
        <li key={group.id}>
          {group.name ? (
            <Group group={group} onFollow={onFollow} />
          ) : (
            group.items.map((item) => <Item key={item.id} item={item} onFollow={onFollow} />)
          )}
        </li>
      ))}
    </ul>
  );
}

function Group({ group, onFollow }: { group: NotificationGroup; onFollow: ListProps['onFollow'] }): ReactNode {
  const id = useId();
  return (
    <section aria-labelledby={id} className="pt-2">
      <h3 id={id} className="truncate ps-8 pe-3 text-small text-muted">
        {group.name}
      </h3>
      <ul>
        {group.items.map((item) => (
          <li key={item.id}>
            <Item item={item} onFollow={onFollow} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Item({ item, onFollow }: { item: Notification; onFollow: ListProps['onFollow'] }): ReactNode {
  const { mutate } = useMarkRead();
  const isNew = item.readAt === null;
  const follow = (): void => {
    if (isNew) mutate({ ids: [item.id] });
    onFollow?.();
  };
  return (
    <div className="relative flex items-start gap-2.5 px-3 py-2.5 hover:bg-sunken">
      <span
        aria-hidden
        className={`mt-1.5 size-2.5 shrink-0 rounded-full border ${isNew ? 'border-primary bg-primary' : 'border-transparent'}`}
      />
      <div className="min-w-0 flex-1">
        <Link
          href={item.href}
          onClick={follow}
          className={`wrap-anywhere after:absolute after:inset-0 after:-outline-offset-2 hover:underline ${isNew ? 'font-medium text-ink' : 'text-muted'}`}
        >
          {item.text}
        </Link>
        <p className="text-small text-muted">
          {isNew ? <span className="font-medium text-primary">New · </span> : null}
          <RelativeTime value={item.occurredAt} />
        </p>
      </div>
      {isNew ? (
        <IconButton
          size="sm"
          className="relative"
          icon={<Check aria-hidden />}
          label={`Mark read: ${item.text}`}
          onClick={() => mutate({ ids: [item.id] })}
        />
      ) : null}
    </div>
  );
}
