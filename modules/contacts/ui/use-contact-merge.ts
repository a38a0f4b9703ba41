import { inWords } from '@aura/api/record-edit';
import { toast } from '@aura/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ContactMerge, ContactUnmerge } from '../contact-merge.schema.ts';
import { useContactMergesApi } from './use-contacts-api.ts';

const keptWords: Readonly<Record<string, string>> = {
  firstName: 'first name',
  lastName: 'last name',
  email: 'e-mail',
  organizationId: 'organization',
  ownerId: 'owner',
  externalId: 'external id',
  escalatedAt: 'escalation',
  deals: 'a link to a deal',
  activities: 'an activity',
};

const keptText = (kept: readonly string[]): string =>
  kept.map((field) => keptWords[field] ?? field.replace('customFields.', '')).join(', ');

/** Merging and taking it back; either changes what many places show. */
export function useContactMerge() {
  const api = useContactMergesApi();
  const queries = useQueryClient();
  const { mutateAsync: merge } = useMutation(api.merge.mutationOptions());
  const { mutateAsync: undo } = useMutation(api.undo.mutationOptions());
  const refresh = (): void => void queries.invalidateQueries();

  const takeBack = async (id: string, mergeId: string): Promise<void> => {
    try {
      const answer: ContactUnmerge = await inWords(undo({ id, mergeId }));
      toast({
        title: `${answer.contact.name} and ${answer.other.name} are two contacts again`,
        ...(answer.kept.length > 0
          ? { description: `Changed since, so it stays as it is: ${keptText(answer.kept)}.` }
          : {}),
      });
    } catch (failure) {
      toast({
        title: "Couldn't undo the merge",
        description: failure instanceof Error ? failure.message : '',
        tone: 'danger',
      });
    } finally {
      refresh();
    }
  };
  return {
    takeBack,
    merge: async (input: ContactMerge, otherName: string): Promise<void> => {
      const merged = await inWords(merge(input));
      refresh();
      toast({
        title: `Merged ${otherName} into ${merged.name}`,
        action: { label: 'Undo', isUndo: true, onAction: () => void takeBack(merged.id, merged.mergeId) },
      });
    },
  };
}
