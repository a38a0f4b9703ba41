'use client';

import { inWords } from '@aura/api/record-edit';
import { ShareDialog } from '@aura/members/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Contact } from '../contact.schema.ts';
import { useContactsApi } from './use-contacts-api.ts';

type ContactShareProps = { contact: Contact; open: boolean; onOpenChange: (open: boolean) => void };

/** Who sees the contact; managers let others see it, too. */
export function ContactShare({ contact, open, onOpenChange }: ContactShareProps): ReactNode {
  const api = useContactsApi();
  const queries = useQueryClient();
  const { id, abilities } = contact;
  const { data } = useQuery(api.shares.queryOptions({ id }, { enabled: open }));
  const share = useMutation(api.share.mutationOptions()).mutateAsync;
  const unshare = useMutation(api.unshare.mutationOptions()).mutateAsync;
  const run = <Answer,>(change: Promise<Answer>): Promise<Answer> =>
    inWords(change).finally(() => {
      const shownBy = [api.shares.queryKey({ id }), api.get.queryKey({ id }), api.timeline.infiniteQueryKey({ id })];
      for (const queryKey of shownBy) void queries.invalidateQueries({ queryKey });
    });
  const shared = (data?.items ?? []).map(({ userId, name }) => ({
    userId,
    name,
    why: 'Shared',
    canRemove: abilities.share,
  }));
  return (
    <ShareDialog
      open={open}
      onOpenChange={onOpenChange}
      name={contact.name}
      viewers={[{ userId: contact.ownerId, name: contact.ownerName ?? 'The owner', why: 'Owner' }, ...shared]}
      onShare={abilities.share ? (userId) => run(share({ id, userId })) : null}
      onUnshare={abilities.share ? (userId) => run(unshare({ id, userId })) : null}
    />
  );
}
