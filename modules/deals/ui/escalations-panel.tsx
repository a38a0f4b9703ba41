'use client';

import { apiFailure } from '@aura/api/client';
import { contactPath } from '@aura/contacts/client';
import { Link } from '@aura/ui/link';
import { Panel } from '@aura/ui/panel';
import type { ReactNode } from 'react';
import type { Escalation } from '../escalation.schema.ts';
import { dealPath } from './deal-paths.ts';
import { useEscalations } from './use-escalations.ts';

const SHOWN_MAX = 5;

export const escalationPath = ({ entity, id }: Pick<Escalation, 'entity' | 'id'>): string =>
  entity === 'deal' ? dealPath(id) : contactPath(id);

/** What waits for a manager's look, on the dashboard. Nothing where nothing waits. */
export function EscalationsPanel(): ReactNode {
  const query = useEscalations(SHOWN_MAX);
  const { data } = query;
  if (data?.total === 0 || (!data && !query.isError)) return null;
  return (
    <Panel
      title="Escalations"
      note={data?.total.toLocaleString('en-US')}
      status={data ? 'ready' : 'error'}
      onRetry={() => void query.refetch()}
      reference={query.isError ? apiFailure(query.error).requestId : null}
    >
      <ul className="flex flex-col gap-2">
        {data?.items.map((item) => (
          <li key={item.id} className="min-w-0">
            <Link href={escalationPath(item)} className="text-link wrap-anywhere">
              {item.name}
            </Link>
            <span className="block text-small wrap-anywhere text-muted">
              {item.escalatedByName ?? 'Someone'} asks{item.reason ? `: ${item.reason}` : ' for help'}
            </span>
          </li>
        ))}
      </ul>
      <p className="pt-3">
        <Link href="/escalations" className="text-link">
          Answer escalations
        </Link>
      </p>
    </Panel>
  );
}

/** How many wait, for the navigation; nothing at zero. */
export function EscalationCount({ className = '' }: { className?: string }): ReactNode {
  // Not the panel's question: that one may come with the page, and must not be under way when it does.
  const total = useEscalations(1).data?.total ?? 0;
  if (total === 0) return null;
  return (
    <span className={`rounded-full bg-copper-soft px-1.5 text-micro text-copper tabular-nums ${className}`}>
      <span className="sr-only">, </span>
      {total > 99 ? '99+' : total}
      <span className="sr-only"> waiting</span>
    </span>
  );
}
