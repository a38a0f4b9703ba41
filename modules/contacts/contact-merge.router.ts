import { procedure, router } from '@aura/api';
import { idInput } from '@aura/kernel';
import { compareContacts, listMerges } from './contact-merge.queries.ts';
import {
  contactComparisonOutput,
  contactMergeInput,
  contactMergeOutput,
  contactMergesOutput,
  contactPairInput,
  contactUnmergeInput,
  contactUnmergeOutput,
} from './contact-merge.schema.ts';
import { mergeContacts, unmergeContacts } from './contact-merge.service.ts';

export const contactMergeRouter = router({
  list: procedure('contact:read')
    .meta({ rest: { method: 'GET', path: '/contacts/{id}/merges', summary: 'List who was merged into a contact' } })
    .input(idInput)
    .output(contactMergesOutput)
    .query(async ({ ctx, input }) => ({ items: await listMerges(ctx, input.id) })),
  compare: procedure('contact:merge')
    .meta({ rest: { method: 'GET', path: '/contacts/{id}/merge/{otherId}', summary: 'Compare two contacts to merge' } })
    .input(contactPairInput)
    .output(contactComparisonOutput)
    .query(({ ctx, input }) => compareContacts(ctx, input)),
  merge: procedure('contact:merge')
    .meta({ rest: { method: 'POST', path: '/contacts/{id}/merge', summary: 'Merge another contact into this one' } })
    .input(contactMergeInput)
    .output(contactMergeOutput)
    .mutation(({ ctx, input }) => mergeContacts(ctx, input)),
  undo: procedure('contact:merge')
    .meta({ rest: { method: 'POST', path: '/contacts/{id}/unmerge', summary: 'Take a merge back' } })
    .input(contactUnmergeInput)
    .output(contactUnmergeOutput)
    .mutation(({ ctx, input }) => unmergeContacts(ctx, input)),
});
