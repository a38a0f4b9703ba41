import { listTimeline } from '@aura/activities';
import { procedure, router } from '@aura/api';
import { timelineEntryOutput, timelineInput } from '@aura/audit';
import { bulkEditOutput, bulkPreviewOutput, previewBulkEdit, reassignInBulk, startBulkEdit } from '@aura/bulk';
import { idInput, pageOf, versionedIdInput } from '@aura/kernel';
import { z } from 'zod';
import { organizationBulkInput, organizationEditor } from './organization.bulk-editor.ts';
import { getOrganization, listOrganizations } from './organization.queries.ts';
import {
  organizationCreateInput,
  organizationListInput,
  organizationOutput,
  organizationPage,
  organizationReassignInput,
  organizationUpdateInput,
} from './organization.schema.ts';
import {
  archiveOrganization,
  createOrganization,
  restoreOrganization,
  updateOrganization,
} from './organization.service.ts';
import { findLikeOrganizations, organizationLikeInput, organizationLikeOutput } from './organization-like.queries.ts';

export const organizationRouter = router({
  list: procedure('organization:read')
    .meta({ rest: { method: 'GET', path: '/organizations', summary: 'List organizations' } })
    .input(organizationListInput)
    .output(organizationPage)
    .query(({ ctx, input }) => listOrganizations(ctx, input)),
  get: procedure('organization:read')
    .meta({ rest: { method: 'GET', path: '/organizations/{id}', summary: 'Read an organization' } })
    .input(idInput)
    .output(organizationOutput)
    .query(({ ctx, input }) => getOrganization(ctx, input.id)),
  like: procedure('organization:read')
    .meta({
      rest: { method: 'GET', path: '/organizations/duplicates', summary: 'Find organizations that are called alike' },
    })
    .input(organizationLikeInput)
    .output(organizationLikeOutput)
    .query(async ({ ctx, input }) => ({ items: await findLikeOrganizations(ctx, input) })),
  create: procedure('organization:create')
    .meta({
      rest: {
        method: 'POST',
        path: '/organizations',
        status: 201,
        location: '/organizations/{id}',
        summary: 'Create an organization',
      },
    })
    .input(organizationCreateInput)
    .output(organizationOutput)
    .mutation(({ ctx, input }) => createOrganization(ctx, input)),
  update: procedure('organization:update')
    .meta({ rest: { method: 'PATCH', path: '/organizations/{id}', summary: 'Change an organization' } })
    .input(organizationUpdateInput)
    .output(organizationOutput)
    .mutation(({ ctx, input }) => updateOrganization(ctx, input)),
  archive: procedure('organization:archive')
    .meta({ rest: { method: 'DELETE', path: '/organizations/{id}', status: 204, summary: 'Archive an organization' } })
    .input(versionedIdInput)
    .output(z.void())
    .mutation(({ ctx, input }) => archiveOrganization(ctx, input)),
  restore: procedure('organization:archive')
    .meta({
      rest: { method: 'POST', path: '/organizations/{id}/restore', summary: 'Restore an archived organization' },
    })
    .input(idInput)
    .output(organizationOutput)
    .mutation(({ ctx, input }) => restoreOrganization(ctx, input.id)),
  bulk: procedure('organization:update')
    .meta({
      rest: {
        method: 'POST',
        path: '/organizations/bulk',
        status: 202,
        location: '/bulk-edits/{id}',
        summary: 'Change many organizations, those named or all that a filter finds',
      },
    })
    .input(organizationBulkInput)
    .output(bulkEditOutput)
    .mutation(({ ctx, input }) => startBulkEdit(ctx, organizationEditor, input)),
  bulkPreview: procedure('organization:update')
    .meta({
      rest: {
        method: 'POST',
        path: '/organizations/bulk/preview',
        summary: 'Say what a bulk edit of organizations would do',
      },
    })
    .input(organizationBulkInput)
    .output(bulkPreviewOutput)
    .mutation(({ ctx, input }) => previewBulkEdit(ctx, organizationEditor, input)),
  timeline: procedure('organization:read')
    .meta({
      rest: { method: 'GET', path: '/organizations/{id}/timeline', summary: 'List what happened to an organization' },
    })
    .input(timelineInput)
    .output(pageOf(timelineEntryOutput))
    .query(async ({ ctx, input }) => {
      await getOrganization(ctx, input.id);
      return listTimeline(ctx, { entity: 'organization', list: 'organizations.timeline', input });
    }),
  reassign: procedure('organization:reassign')
    .meta({ rest: { method: 'POST', path: '/organizations/reassign', summary: 'Give organizations to another owner' } })
    .input(organizationReassignInput)
    .output(z.object({ changed: z.int() }))
    .mutation(({ ctx, input }) => reassignInBulk(ctx, organizationEditor, input)),
});
