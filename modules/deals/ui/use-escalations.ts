import { inWords } from '@aura/api/record-edit';
import { useContactsApi } from '@aura/contacts/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Escalation } from '../escalation.schema.ts';
import { useDealsApi } from './use-deals-api.ts';

/** A count that everybody's rail asks for need not be of this second. */
const FRESH_MS = 60_000;

/** The latest few, and how many there are. */
export function useEscalations(limit: number) {
  const { escalations } = useDealsApi();
  return useQuery(escalations.list.queryOptions({ limit }, { staleTime: FRESH_MS }));
}

/** What a manager answers with; each takes the record off the list. Throws an error in the person's words. */
export function useEscalationAnswers() {
  const { deals, escalations } = useDealsApi();
  const contacts = useContactsApi();
  const queries = useQueryClient();
  const verbs = {
    deal: {
      resolve: useMutation(deals.resolve.mutationOptions()).mutateAsync,
      share: useMutation(deals.share.mutationOptions()).mutateAsync,
      give: useMutation(deals.setOwner.mutationOptions()).mutateAsync,
    },
    contact: {
      resolve: useMutation(contacts.resolve.mutationOptions()).mutateAsync,
      share: useMutation(contacts.share.mutationOptions()).mutateAsync,
      give: useMutation(contacts.update.mutationOptions()).mutateAsync,
    },
  };
  const done = async (change: Promise<unknown>): Promise<void> => {
    try {
      await inWords(change);
    } finally {
      for (const queryKey of [escalations.pathKey(), deals.pathKey(), contacts.pathKey()])
        void queries.invalidateQueries({ queryKey });
    }
  };
  return {
    resolve: ({ entity, id }: Escalation, note: string) => done(verbs[entity].resolve({ id, note })),
    share: ({ entity, id }: Escalation, userId: string) => done(verbs[entity].share({ id, userId })),
    give: ({ entity, id }: Escalation, ownerId: string) => done(verbs[entity].give({ id, ownerId })),
  };
}
