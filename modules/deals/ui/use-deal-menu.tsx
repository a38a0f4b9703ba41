'use client';

import { inWords } from '@aura/api/record-edit';
import { useHelpMenu } from '@aura/contacts/client';
import { MuteItem } from '@aura/notifications/mute';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { DealDetail } from '../deal.schema.ts';
import { DealShare } from './deal-share.tsx';
import { useDealsApi } from './use-deals-api.ts';

/** What else can be done with a deal: entries of its menu, and the dialogs that they open. */
export function useDealMenu(deal: DealDetail): { menu: ReactNode; dialogs: ReactNode } {
  const { id, name, abilities } = deal;
  const { deals } = useDealsApi();
  const queries = useQueryClient();
  const ask = useMutation(deals.escalate.mutationOptions()).mutateAsync;
  const answer = useMutation(deals.resolve.mutationOptions()).mutateAsync;
  const done = async (change: Promise<DealDetail>): Promise<void> => {
    queries.setQueryData(deals.get.queryKey({ id }), await inWords(change));
    void queries.invalidateQueries({ queryKey: deals.pathKey() });
  };
  const { menu, dialogs } = useHelpMenu({
    name,
    abilities,
    share: (shown) => <DealShare deal={deal} {...shown} />,
    escalate: (reason) => done(ask({ id, reason })),
    resolve: (note) => done(answer({ id, note })),
  });
  return {
    menu: (
      <>
        {menu}
        <MuteItem entity="deal" record={deal} />
      </>
    ),
    dialogs,
  };
}
