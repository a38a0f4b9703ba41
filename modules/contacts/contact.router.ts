import { listTimeline } from '@aura/activities';
import { procedure, router } from '@aura/api';
import { timelineEntryOutput, timelineInput } from '@aura/audit';
import { bulkEditOutput, bulkPreviewOutput, previewBulkEdit, reassignInBulk, startBulkEdit } from '@aura/bulk';
import { idInput, pageOf, versionedIdInput } from '@aura/kernel';
import { getOrganization } from '@aura/organizations';
import { z } from 'zod';
import { contactBulkInput, contactEditor } from './contact.bulk-editor.ts';
import { getContact, listContacts } from './contact.queries.ts';
import {
  contactCreateInput,
  contactEscalateInput,
  contactListInput,
  contactOutput,
  contactPage,
  contactReassignInput,
  contactResolveInput,
  contactShareInput,
  contactSharesOutput,
  contactUpdateInput,
  organizationContactsInput,
} from './contact.schema.ts';
import { archiveContact, createContact, restoreContact, updateContact } from './contact.service.ts';
import { escalateContact, resolveContact } from './contact-escalation.service.ts';
import { mergedIds } from './contact-merge.queries.ts';
import { listContactShares, shareContact, unshareContact } from './contact-share.service.ts';

export const contactRouter = router({
  list: procedure('contact:read')
    .meta({ rest: { method: 'GET', path: '/contacts', summary: 'List contacts' } })
    .input(contactListInput)
    .output(contactPage)
    .query(({ ctx, input }) => listContacts(ctx, input)),
  listOfOrganization: procedure('contact:read')
    .meta({
      rest: { method: 'GET', path: '/organizations/{id}/contacts', summary: 'List the contacts of an organization' },
    })
    .input(organizationContactsInput)
    .output(contactPage)
    .query(async ({ ctx, input: { id, ...input } }) => {
      await getOrganization(ctx, id);
      return listContacts(ctx, { ...input, organizationId: id });
    }),
  get: procedure('contact:read')
    .meta({ rest: { method: 'GET', path: '/contacts/{id}', summary: 'Read a contact' } })
    .input(idInput)
    .output(contactOutput)
    .query(({ ctx, input }) => getContact(ctx, input.id)),
  create: procedure('contact:create')
    .meta({
      rest: { method: 'POST', path: '/contacts', status: 201, location: '/contacts/{id}', summary: 'Create a contact' },
    })
    .input(contactCreateInput)
    .output(contactOutput)
    .mutation(({ ctx, input }) => createContact(ctx, input)),
  update: procedure('contact:update')
    .meta({ rest: { method: 'PATCH', path: '/contacts/{id}', summary: 'Change a contact' } })
    .input(contactUpdateInput)
    .output(contactOutput)
    .mutation(({ ctx, input }) => updateContact(ctx, input)),
  archive: procedure('contact:archive')
    .meta({ rest: { method: 'DELETE', path: '/contacts/{id}', status: 204, summary: 'Archive a contact' } })
    .input(versionedIdInput)
    .output(z.void())
    .mutation(({ ctx, input }) => archiveContact(ctx, input)),
  restore: procedure('contact:archive')
    .meta({ rest: { method: 'POST', path: '/contacts/{id}/restore', summary: 'Restore an archived contact' } })
    .input(idInput)
    .output(contactOutput)
    .mutation(({ ctx, input }) => restoreContact(ctx, input.id)),
  bulk: procedure('contact:update')
    .meta({
      rest: {
        method: 'POST',
        path: '/contacts/bulk',
        status: 202,
        location: '/bulk-edits/{id}',
        summary: 'Change many contacts, those named or all that a filter finds',
      },
    })
    .input(contactBulkInput)
    .output(bulkEditOutput)
    .mutation(({ ctx, input }) => startBulkEdit(ctx, contactEditor, input)),
  bulkPreview: procedure('contact:update')
    .meta({
      rest: { method: 'POST', path: '/contacts/bulk/preview', summary: 'Say what a bulk edit of contacts would do' },
    })
    .input(contactBulkInput)
    .output(bulkPreviewOutput)
    .mutation(({ ctx, input }) => previewBulkEdit(ctx, contactEditor, input)),
  timeline: procedure('contact:read')
    .meta({ rest: { method: 'GET', path: '/contacts/{id}/timeline', summary: 'List what happened to a contact' } })
    .input(timelineInput)
    .output(pageOf(timelineEntryOutput))
    .query(async ({ ctx, input }) => {
      await getContact(ctx, input.id);
      const also = await mergedIds(ctx, input.id);
      return listTimeline(ctx, { entity: 'contact', list: 'contacts.timeline', input, also });
    }),
  escalate: procedure('contact:escalate')
    .meta({ rest: { method: 'POST', path: '/contacts/{id}/escalate', summary: 'Ask a manager to look at a contact' } })
    .input(contactEscalateInput)
    .output(contactOutput)
    .mutation(({ ctx, input }) => escalateContact(ctx, input)),
  resolve: procedure('contact:resolve')
    .meta({
      rest: { method: 'POST', path: '/contacts/{id}/escalate/resolve', summary: 'Answer the escalation of a contact' },
    })
    .input(contactResolveInput)
    .output(contactOutput)
    .mutation(({ ctx, input }) => resolveContact(ctx, input)),
  reassign: procedure('contact:reassign')
    .meta({ rest: { method: 'POST', path: '/contacts/reassign', summary: 'Give contacts to another owner' } })
    .input(contactReassignInput)
    .output(z.object({ changed: z.int() }))
    .mutation(({ ctx, input }) => reassignInBulk(ctx, contactEditor, input)),
  shares: procedure('contact:read')
    .meta({ rest: { method: 'GET', path: '/contacts/{id}/share', summary: 'List whom a contact is shared with' } })
    .input(idInput)
    .output(contactSharesOutput)
    .query(async ({ ctx, input }) => ({ items: await listContactShares(ctx, input.id) })),
  share: procedure('contact:share')
    .meta({
      rest: { method: 'POST', path: '/contacts/{id}/share', status: 201, summary: 'Share a contact with a member' },
    })
    .input(contactShareInput)
    .output(contactSharesOutput)
    .mutation(async ({ ctx, input }) => ({ items: await shareContact(ctx, input) })),
  unshare: procedure('contact:share')
    .meta({
      rest: { method: 'DELETE', path: '/contacts/{id}/share/{userId}', status: 204, summary: 'Stop sharing a contact' },
    })
    .input(contactShareInput)
    .output(z.void())
    .mutation(({ ctx, input }) => unshareContact(ctx, input)),
});
