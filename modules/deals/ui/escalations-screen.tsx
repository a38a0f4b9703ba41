'use client';

import { apiFailure } from '@aura/api/client';
import { organizationPath } from '@aura/organizations/client';
import { Avatar } from '@aura/ui/avatar';
import { Badge } from '@aura/ui/badge';
import { Button } from '@aura/ui/button';
import { RelativeTime } from '@aura/ui/date-text';
import { EmptyState } from '@aura/ui/empty-state';
import { Link } from '@aura/ui/link';
import { PageHeader } from '@aura/ui/page-header';
import { Panel } from '@aura/ui/panel';
import { ReasonDialog } from '@aura/ui/reason-dialog';
import { SkeletonRegion, SkeletonRows } from '@aura/ui/skeleton';
import { toast } from '@aura/ui/toast';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Escalation } from '../escalation.schema.ts';
import { escalationPath } from './escalations-panel.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { useMe } from './people.ts';
import { useDealsApi } from './use-deals-api.ts';
import { useEscalationAnswers } from './use-escalations.ts';

const SHOWN = 25;

/** What the team asks its managers to look at, newest first; a rep sees what they asked themselves. */
export function EscalationsScreen(): ReactNode {
  const isManager = useMe()?.can('escalation:answer') === true;
  return (
    <>
      <PageHeader
        title="Escalations"
        subtitle={
          isManager ? 'Contacts and deals that your team asks help with.' : 'What you asked your managers to look at.'
        }
      />
      <div className="max-w-240">
        <EscalationList />
      </div>
    </>
  );
}

function EscalationList(): ReactNode {
  const { escalations } = useDealsApi();
  const query = useInfiniteQuery(
    escalations.list.infiniteQueryOptions({ limit: SHOWN }, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  );
  const [answering, setAnswering] = useState<{ how: 'resolve' | 'hand-over'; item: Escalation } | null>(null);
  const { resolve } = useEscalationAnswers();
  if (query.isError) {
    const { requestId } = apiFailure(query.error);
    return <Panel title="Escalations" status="error" onRetry={() => void query.refetch()} reference={requestId} />;
  }
  if (!query.data)
    return (
      <SkeletonRegion label="Loading escalations">
        <SkeletonRows rows={5} />
      </SkeletonRegion>
    );
  const items = query.data.pages.flatMap((page) => page.items);
  return (
    <div className="flex flex-col gap-4">
      {items.length === 0 ? (
        <EmptyState title="Nobody waits for help">
          “Ask a manager” in the menu of a contact or a deal puts it here.
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-3">
          {items.map((item) => (
            <EscalationItem key={item.id} item={item} onAnswer={(how) => setAnswering({ how, item })} />
          ))}
        </ul>
      )}
      {query.hasNextPage ? (
        <Button
          className="self-start"
          loading={query.isFetchingNextPage}
          loadingLabel="Loading…"
          onClick={() => void query.fetchNextPage()}
        >
          Show more
        </Button>
      ) : null}
      <ReasonDialog
        open={answering?.how === 'resolve'}
        onOpenChange={(open) => (open ? undefined : setAnswering(null))}
        title={`Resolve the escalation of ${answering?.item.name ?? ''}`}
        description="It leaves the list, and who asked reads your note."
        label="Note"
        confirmLabel="Resolve"
        confirmingLabel="Resolving…"
        onConfirm={async (note) => {
          if (!answering) return;
          await resolve(answering.item, note);
          toast({ title: `The escalation of ${answering.item.name} is resolved` });
        }}
      />
      <HandOverDialog
        item={answering?.how === 'hand-over' ? answering.item : null}
        onClose={() => setAnswering(null)}
      />
    </div>
  );
}

type ItemProps = { item: Escalation; onAnswer: (how: 'resolve' | 'hand-over') => void };

function EscalationItem({ item, onAnswer }: ItemProps): ReactNode {
  const { abilities } = item;
  return (
    <li className="flex flex-col gap-2 rounded-panel border border-line bg-surface px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge>{item.entity === 'deal' ? 'Deal' : 'Contact'}</Badge>
        <h2 className="min-w-0 text-h3 wrap-anywhere">
          <Link href={escalationPath(item)} className="text-link">
            {item.name}
          </Link>
        </h2>
        {item.organizationId ? (
          <Link
            href={organizationPath(item.organizationId)}
            className="min-w-0 text-small wrap-anywhere text-muted hover:text-ink"
          >
            {item.organizationName}
          </Link>
        ) : null}
      </div>
      <div className="flex items-start gap-2">
        <Avatar name={item.escalatedByName ?? 'Someone'} size="sm" />
        <div className="min-w-0">
          <p className="text-small text-muted">
            {item.escalatedByName ?? 'Someone'} asked <RelativeTime value={item.escalatedAt} /> · owner{' '}
            {item.ownerName ?? '—'}
          </p>
          <p className="wrap-anywhere">{item.reason ?? 'No reason given.'}</p>
        </div>
      </div>
      {abilities.resolve ? (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" variant="primary" onClick={() => onAnswer('resolve')}>
            Resolve<span className="sr-only"> {item.name}</span>
          </Button>
          {abilities.share || abilities.changeOwner ? (
            <Button size="sm" onClick={() => onAnswer('hand-over')}>
              Share or reassign<span className="sr-only"> {item.name}</span>
            </Button>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}
