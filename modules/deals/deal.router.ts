import { listTimeline } from '@aura/activities';
import { procedure, router } from '@aura/api';
import { timelineEntryOutput, timelineInput } from '@aura/audit';
import { bulkEditOutput, bulkPreviewOutput, previewBulkEdit, reassignInBulk, startBulkEdit } from '@aura/bulk';
import { idInput, pageOf, versionedIdInput } from '@aura/kernel';
import { getOrganization } from '@aura/organizations';
import { z } from 'zod';
import { dealEditor } from './deal.bulk-editor.ts';
import { dealBulkInput } from './deal.bulk-schema.ts';
import { listDealPage, listDeals, requireDeal } from './deal.queries.ts';
import {
  dealBoardInput,
  dealBoardOutput,
  dealColumnInput,
  dealCreateInput,
  dealDetailOutput,
  dealEscalateInput,
  dealListInput,
  dealOwnerInput,
  dealPage,
  dealReassignInput,
  dealResolveInput,
  dealShareInput,
  dealStageInput,
  dealUpdateInput,
  organizationDealsInput,
} from './deal.schema.ts';
import { archiveDeal, createDeal, restoreDeal } from './deal.service.ts';
import { readBoard, readColumn } from './deal-board.queries.ts';
import { getDeal } from './deal-detail.queries.ts';
import { escalateDeal, resolveDeal } from './deal-escalation.service.ts';
import { shareDeal, unshareDeal } from './deal-people.service.ts';
import { moveDealToStage, updateDeal } from './deal-update.service.ts';
import { readDealTree } from './organization-tree.queries.ts';
import { organizationTreeOutput } from './organization-tree.schema.ts';

export const dealRouter = router({
  list: procedure('deal:read')
    .meta({ rest: { method: 'GET', path: '/deals', summary: 'List deals' } })
    .input(dealListInput)
    .output(dealPage)
    .query(({ ctx, input }) => listDeals(ctx, input)),
  ofOrganization: procedure('deal:read')
    .meta({ rest: { method: 'GET', path: '/organizations/{id}/deals', summary: 'List the deals of an organization' } })
    .input(organizationDealsInput)
    .output(dealPage)
    .query(async ({ ctx, input: { id, ...input } }) => {
      await getOrganization(ctx, id);
      return listDealPage(ctx, { list: 'deals.ofOrganization' }, { ...input, organizationId: id });
    }),
  organizationTree: procedure('deal:read')
    .meta({
      rest: {
        method: 'GET',
        path: '/organizations/{id}/tree',
        summary: 'Read the corporate family of an organization, with its deals rolled up',
      },
    })
    .input(idInput)
    .output(organizationTreeOutput)
    .query(({ ctx, input }) => readDealTree(ctx, input.id)),
  board: procedure('deal:read')
    .meta({ rest: { method: 'GET', path: '/deals/board', summary: 'Read the board of a pipeline' } })
    .input(dealBoardInput)
    .output(dealBoardOutput)
    .query(({ ctx, input }) => readBoard(ctx, input)),
  boardColumn: procedure('deal:read')
    .meta({ rest: { method: 'GET', path: '/deals/board/{stageId}', summary: 'Read more cards of a board column' } })
    .input(dealColumnInput)
    .output(dealPage)
    .query(({ ctx, input }) => readColumn(ctx, input)),
  get: procedure('deal:read')
    .meta({ rest: { method: 'GET', path: '/deals/{id}', summary: 'Read a deal with its people and lines' } })
    .input(idInput)
    .output(dealDetailOutput)
    .query(({ ctx, input }) => getDeal(ctx, input.id)),
  create: procedure('deal:create')
    .meta({ rest: { method: 'POST', path: '/deals', status: 201, location: '/deals/{id}', summary: 'Create a deal' } })
    .input(dealCreateInput)
    .output(dealDetailOutput)
    .mutation(({ ctx, input }) => createDeal(ctx, input)),
  update: procedure('deal:update')
    .meta({ rest: { method: 'PATCH', path: '/deals/{id}', summary: 'Change a deal' } })
    .input(dealUpdateInput)
    .output(dealDetailOutput)
    .mutation(({ ctx, input }) => updateDeal(ctx, input)),
  archive: procedure('deal:archive')
    .meta({ rest: { method: 'DELETE', path: '/deals/{id}', status: 204, summary: 'Archive a deal' } })
    .input(versionedIdInput)
    .output(z.void())
    .mutation(({ ctx, input }) => archiveDeal(ctx, input)),
  restore: procedure('deal:archive')
    .meta({ rest: { method: 'POST', path: '/deals/{id}/restore', summary: 'Restore an archived deal' } })
    .input(idInput)
    .output(dealDetailOutput)
    .mutation(({ ctx, input }) => restoreDeal(ctx, input.id)),
  setStage: procedure('deal:update')
    .meta({ rest: { method: 'POST', path: '/deals/{id}/stage', summary: 'Move a deal to a stage' } })
    .input(dealStageInput)
    .output(dealDetailOutput)
    .mutation(({ ctx, input }) => moveDealToStage(ctx, input)),
  setOwner: procedure('deal:assign')
    .meta({ rest: { method: 'POST', path: '/deals/{id}/owner', summary: 'Give a deal to another owner' } })
    .input(dealOwnerInput)
    .output(dealDetailOutput)
    .mutation(({ ctx, input }) => updateDeal(ctx, input)),
  reassign: procedure('deal:assign')
    .meta({ rest: { method: 'POST', path: '/deals/reassign', summary: 'Give many deals to another owner' } })
    .input(dealReassignInput)
    .output(z.object({ changed: z.int() }))
    .mutation(({ ctx, input }) => reassignInBulk(ctx, dealEditor, input)),
  share: procedure('deal:share')
    .meta({ rest: { method: 'POST', path: '/deals/{id}/share', summary: 'Share a deal with a colleague' } })
    .input(dealShareInput)
    .output(dealDetailOutput)
    .mutation(({ ctx, input }) => shareDeal(ctx, input)),
  unshare: procedure('deal:share')
    .meta({
      rest: { method: 'DELETE', path: '/deals/{id}/share/{userId}', status: 204, summary: 'Stop sharing a deal' },
    })
    .input(dealShareInput)
    .output(z.void())
    .mutation(({ ctx, input }) => unshareDeal(ctx, input)),
  escalate: procedure('deal:escalate')
    .meta({ rest: { method: 'POST', path: '/deals/{id}/escalate', summary: 'Ask a manager to look at a deal' } })
    .input(dealEscalateInput)
    .output(dealDetailOutput)
    .mutation(({ ctx, input }) => escalateDeal(ctx, input)),
  resolve: procedure('deal:resolve')
    .meta({
      rest: { method: 'POST', path: '/deals/{id}/escalate/resolve', summary: 'Answer the escalation of a deal' },
    })
    .input(dealResolveInput)
    .output(dealDetailOutput)
    .mutation(({ ctx, input }) => resolveDeal(ctx, input)),
  bulk: procedure('deal:update')
    .meta({
      rest: {
        method: 'POST',
        path: '/deals/bulk',
        status: 202,
        location: '/bulk-edits/{id}',
        summary: 'Change many deals, those named or all that a filter finds',
      },
    })
    .input(dealBulkInput)
    .output(bulkEditOutput)
    .mutation(({ ctx, input }) => startBulkEdit(ctx, dealEditor, input)),
  bulkPreview: procedure('deal:update')
    .meta({ rest: { method: 'POST', path: '/deals/bulk/preview', summary: 'Say what a bulk edit of deals would do' } })
    .input(dealBulkInput)
    .output(bulkPreviewOutput)
    .mutation(({ ctx, input }) => previewBulkEdit(ctx, dealEditor, input)),
  timeline: procedure('deal:read')
    .meta({ rest: { method: 'GET', path: '/deals/{id}/timeline', summary: 'List what happened to a deal' } })
    .input(timelineInput)
    .output(pageOf(timelineEntryOutput))
    .query(async ({ ctx, input }) => {
      await requireDeal(ctx, input.id);
      return listTimeline(ctx, { entity: 'deal', list: 'deals.timeline', input });
    }),
});
