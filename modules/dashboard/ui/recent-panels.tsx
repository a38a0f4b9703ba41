'use client';

import { ActivityEntry, changeText } from '@aura/activities/client';
import { useMemberNames } from '@aura/members/client';
import { dealHref } from '@aura/reports/client';
import { RelativeTime } from '@aura/ui/date-text';
import { Link } from '@aura/ui/link';
import { Panel } from '@aura/ui/panel';
import type { ReactNode } from 'react';
import type { Dashboard } from '../dashboard.schema.ts';
import type { PanelState } from './deal-lists.tsx';

const ACTIVITIES_MAX = 6;

type RecentProps = { data: Dashboard | undefined; state: PanelState };

/** What happened to deals lately, newest first. */
export function RecentChangesPanel({ data, state }: RecentProps): ReactNode {
  const members = useMemberNames();
  return (
    <Panel title="Recent changes" {...state}>
      {data?.recentChanges.length === 0 ? <p className="text-muted">No changes yet.</p> : null}
      <ol className="-my-2 flex flex-col">
        {data?.recentChanges.map(({ dealId, dealName, ...change }) => {
          const { verb } = changeText(
            { ...change, entity: 'deal', entityId: dealId },
            (userId) => members.get(userId)?.name ?? 'someone',
          );
          return (
            <li key={change.id} className="border-b border-line py-2 last:border-b-0">
              <Link href={dealHref(dealId)} className="block truncate font-medium underline-offset-3 hover:underline">
                {dealName}
              </Link>
              <p className="text-small wrap-anywhere text-muted">
                {change.actorName ?? 'Aura'} {verb} · <RelativeTime value={change.occurredAt} />
              </p>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}

/** Calls, e-mails, meetings and notes of the last days. */
export function RecentActivitiesPanel({ data, state }: RecentProps): ReactNode {
  return (
    <Panel
      title="Recent activity"
      actions={
        <Link href="/activities" className="inline-block min-h-6 text-link">
          All<span className="sr-only"> activities</span>
        </Link>
      }
      {...state}
    >
      {data?.recentActivities.length === 0 ? (
        <p className="text-muted">No activity yet. Log the first call: it takes 10 seconds.</p>
      ) : null}
      <ol>
        {data?.recentActivities.slice(0, ACTIVITIES_MAX).map((activity) => (
          <ActivityEntry key={activity.id} activity={activity} when="relative" />
        ))}
      </ol>
    </Panel>
  );
}
