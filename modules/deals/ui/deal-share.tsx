'use client';

import { inWords } from '@aura/api/record-edit';
import { ShareDialog } from '@aura/members/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { DealDetail } from '../deal.schema.ts';
import { useDealsApi } from './use-deals-api.ts';

type DealShareProps = { deal: DealDetail; open: boolean; onOpenChange: (open: boolean) => void };

/** Who sees the deal, and why; managers let others see it, too. */
export function DealShare({ deal, open, onOpenChange }: DealShareProps): ReactNode {
  const { deals } = useDealsApi();
  const queries = useQueryClient();
  const { id, abilities } = deal;
  const share = useMutation(deals.share.mutationOptions()).mutateAsync;
  const unshare = useMutation(deals.unshare.mutationOptions()).mutateAsync;
  const run = <Answer,>(change: Promise<Answer>): Promise<Answer> =>
    inWords(change).finally(() => void queries.invalidateQueries({ queryKey: deals.pathKey() }));
  return (
    <ShareDialog
      open={open}
      onOpenChange={onOpenChange}
      name={deal.name}
      viewers={[
        { userId: deal.ownerId, name: deal.ownerName ?? 'The owner', why: 'Owner' },
        ...deal.collaborators.map((person) => ({ ...person, why: 'Team' })),
        ...deal.sharedWith.map((person) => ({ ...person, why: 'Shared', canRemove: abilities.share })),
      ]}
      onShare={abilities.share ? (userId) => run(share({ id, userId })) : null}
      onUnshare={abilities.share ? (userId) => run(unshare({ id, userId })) : null}
    />
  );
}
