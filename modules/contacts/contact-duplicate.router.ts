import { procedure, router } from '@aura/api';
import { findLikeContacts } from './contact-duplicate.queries.ts';
import {
  contactLikeInput,
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
});
