import { procedure, router } from '@aura/api';
import { z } from 'zod';
import { retellContacts, tellContactsApart } from './contact-distinction.service.ts';
import { findLikeContacts } from './contact-duplicate.queries.ts';
import {
  contactLikeInput,
  contactPairInput,
  duplicateGroupsInput,
  duplicateGroupsOutput,
  likeContactsOutput,
} from './contact-duplicate.schema.ts';
import { listDuplicateGroups } from './duplicate-group.queries.ts';

export const contactDuplicateRouter = router({
  like: procedure('contact:read')
    .meta({
      rest: { method: 'GET', path: '/contacts/duplicates', summary: 'Find contacts that may be the one being entered' },
    })
    .input(contactLikeInput)
    .output(likeContactsOutput)
    .query(async ({ ctx, input }) => ({ items: await findLikeContacts(ctx, input) })),
  groups: procedure('contact:find_duplicates')
    .meta({ rest: { method: 'GET', path: '/contacts/duplicates/groups', summary: 'List groups of likely duplicates' } })
    .input(duplicateGroupsInput)
    .output(duplicateGroupsOutput)
    .query(({ ctx, input }) => listDuplicateGroups(ctx, input)),
  tellApart: procedure('contact:merge')
    .meta({
      rest: {
        method: 'POST',
        path: '/contacts/{id}/not-same',
        summary: 'Say that two contacts are not the same person',
      },
    })
    .input(contactPairInput)
    .output(contactPairInput)
    .mutation(({ ctx, input }) => tellContactsApart(ctx, input)),
  retell: procedure('contact:merge')
    .meta({
      rest: {
        method: 'DELETE',
        path: '/contacts/{id}/not-same/{otherId}',
        status: 204,
        summary: 'Take back that two contacts are not the same person',
      },
    })
    .input(contactPairInput)
    .output(z.void())
    .mutation(({ ctx, input }) => retellContacts(ctx, input)),
});
