import { procedure, router } from '@aura/api';
import { idInput, versionedIdInput } from '@aura/kernel';
import { z } from 'zod';
import { getSavedView, listSavedViews, listSavedViewsOf } from './saved-view.queries.ts';
import {
  savedViewCreateInput,
  savedViewListInput,
  savedViewOutput,
  savedViewPage,
  savedViewsOfInput,
  savedViewsOfOutput,
  savedViewUpdateInput,
} from './saved-view.schema.ts';
import { archiveSavedView, createSavedView, restoreSavedView, updateSavedView } from './saved-view.service.ts';

export const savedViewRouter = router({
  list: procedure('saved-view:read')
    .meta({ rest: { method: 'GET', path: '/views', summary: 'List one’s own and the shared views of lists' } })
    .input(savedViewListInput)
    .output(savedViewPage)
    .query(({ ctx, input }) => listSavedViews(ctx, input)),
  ofEntity: procedure('saved-view:read')
    .input(savedViewsOfInput)
    .output(savedViewsOfOutput)
    .query(({ ctx, input }) => listSavedViewsOf(ctx, input)),
  get: procedure('saved-view:read')
    .meta({ rest: { method: 'GET', path: '/views/{id}', summary: 'Read a saved view' } })
    .input(idInput)
    .output(savedViewOutput)
    .query(({ ctx, input }) => getSavedView(ctx, input.id)),
  create: procedure('saved-view:create')
    .meta({
      rest: { method: 'POST', path: '/views', status: 201, location: '/views/{id}', summary: 'Save a view of a list' },
    })
    .input(savedViewCreateInput)
    .output(savedViewOutput)
    .mutation(({ ctx, input }) => createSavedView(ctx, input)),
  update: procedure('saved-view:update')
    .meta({ rest: { method: 'PATCH', path: '/views/{id}', summary: 'Change, rename, share or unshare a saved view' } })
    .input(savedViewUpdateInput)
    .output(savedViewOutput)
    .mutation(({ ctx, input }) => updateSavedView(ctx, input)),
  archive: procedure('saved-view:archive')
    .meta({ rest: { method: 'DELETE', path: '/views/{id}', status: 204, summary: 'Archive a saved view' } })
    .input(versionedIdInput)
    .output(z.void())
    .mutation(({ ctx, input }) => archiveSavedView(ctx, input)),
  restore: procedure('saved-view:archive')
    .meta({ rest: { method: 'POST', path: '/views/{id}/restore', summary: 'Restore an archived saved view' } })
    .input(idInput)
    .output(savedViewOutput)
    .mutation(({ ctx, input }) => restoreSavedView(ctx, input.id)),
});
