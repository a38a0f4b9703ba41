import { failureText } from '@aura/api/record-edit';
import { announce } from '@aura/ui/announce';
import { toast } from '@aura/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useContactDuplicatesApi } from './use-contacts-api.ts';

type Known = { id: string; name: string };

/** "Not the same person", and back. What was said stays on the page with its Undo until the page is left. */
export function useContactDistinction(id: string) {
  const api = useContactDuplicatesApi();
  const queries = useQueryClient();
  const [told, setTold] = useState<readonly string[]>([]);
  const tell = useMutation(api.tellApart.mutationOptions());
  const retell = useMutation(api.retell.mutationOptions());

  async function change({ id: otherId, name }: Known, isTold: boolean): Promise<void> {
    try {
      if (isTold) await tell.mutateAsync({ id, otherId });
      else await retell.mutateAsync({ id, otherId });
      setTold((known) => (isTold ? [...known, otherId] : known.filter((one) => one !== otherId)));
      announce(isTold ? `${name} is not the same person` : `${name} may be the same person`);
      // Not read again at once: the row with its Undo would be gone under the hand.
      void queries.invalidateQueries({ ...api.pathFilter(), refetchType: 'none' });
    } catch (failure) {
      toast({ title: "Couldn't save this", description: failureText(failure), tone: 'danger' });
    }
  }
  return {
    told,
    isBusy: tell.isPending || retell.isPending,
    toggle: (other: Known): void => void change(other, !told.includes(other.id)),
  };
}
