'use client';

import { ActivityTimeline, QuickLog } from '@aura/activities/client';
import { type Peek, peekState } from '@aura/api/peek';
import { EditConflict } from '@aura/members/client';
import { PeekPanel } from '@aura/ui/peek-panel';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { DealDetail } from '../deal.schema.ts';
import { DealActionsProvider } from './deal-actions.tsx';
import { DealDetails } from './deal-details.tsx';
import { DealNextStep } from './deal-next-step.tsx';
import { dealPath } from './deal-paths.ts';
import { DealStage } from './deal-stage.tsx';
import { fieldLabels, fieldNames } from './field-labels.ts';
import { useMe } from './people.ts';
import { useDealEdit, useDealHistory } from './use-deal-edit.ts';
import { useDealsApi } from './use-deals-api.ts';

/** A deal beside the board or the table. */
export function DealPeek({ peek: { id, close } }: { peek: Peek }): ReactNode {
  return id ? <OpenPeek key={id} id={id} onClose={close} /> : null;
}

function OpenPeek({ id, onClose }: { id: string; onClose: () => void }): ReactNode {
  const query = useQuery(useDealsApi().deals.get.queryOptions({ id }));
  const { data, refetch } = query;
  return (
    <PeekPanel
      noun="deal"
      title={data?.name}
      description={data?.organizationName}
      href={dealPath(id)}
      state={peekState(query)}
      onRetry={() => void refetch()}
      onClose={onClose}
    >
      {data ? (
        // Its own: a window that opens from the panel belongs to the panel.
        <DealActionsProvider>
          <Parts deal={data} />
        </DealActionsProvider>
      ) : null}
    </PeekPanel>
  );
}

function Parts({ deal }: { deal: DealDetail }): ReactNode {
  const edit = useDealEdit(deal);
  const changes = useDealHistory(deal.id);
  const canLog = useMe()?.can('activity:create') === true && !deal.deletedAt;
  return (
    <>
      <DealStage deal={deal} isCompact />
      <EditConflict edit={edit} labels={fieldLabels} names={fieldNames} />
      {deal.status === 'open' ? <DealNextStep deal={deal} /> : null}
      <DealDetails deal={deal} save={edit.save} />
      {canLog ? <QuickLog dealId={deal.id} /> : null}
      <ActivityTimeline dealId={deal.id} changes={changes} />
    </>
  );
}
