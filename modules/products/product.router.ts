import { procedure, router } from '@aura/api';
import { listTimeline, timelineEntryOutput, timelineInput } from '@aura/audit';
import { bulkEditOutput, bulkPreviewOutput, previewBulkEdit, startBulkEdit } from '@aura/bulk';
import { idInput, pageOf, versionedIdInput } from '@aura/kernel';
import { z } from 'zod';
import { listPrices } from './price.queries.ts';
import { productBulkInput, productEditor } from './product.bulk-editor.ts';
import { getProduct, listProducts } from './product.queries.ts';
import {
  priceCreateInput,
  priceListInput,
  pricePage,
  productCreateInput,
  productListInput,
  productOutput,
  productPage,
  productUpdateInput,
} from './product.schema.ts';
import { addPrice, archiveProduct, createProduct, restoreProduct, updateProduct } from './product.service.ts';

export const productRouter = router({
  list: procedure('product:read')
    .meta({ rest: { method: 'GET', path: '/products', summary: 'List products' } })
    .input(productListInput)
    .output(productPage)
    .query(({ ctx, input }) => listProducts(ctx, input)),
  get: procedure('product:read')
    .meta({ rest: { method: 'GET', path: '/products/{id}', summary: 'Read a product' } })
    .input(idInput)
    .output(productOutput)
    .query(({ ctx, input }) => getProduct(ctx, input.id)),
  create: procedure('product:create')
    .meta({
      rest: { method: 'POST', path: '/products', status: 201, location: '/products/{id}', summary: 'Create a product' },
    })
    .input(productCreateInput)
    .output(productOutput)
    .mutation(({ ctx, input }) => createProduct(ctx, input)),
  update: procedure('product:update')
    .meta({ rest: { method: 'PATCH', path: '/products/{id}', summary: 'Change a product' } })
    .input(productUpdateInput)
    .output(productOutput)
    .mutation(({ ctx, input }) => updateProduct(ctx, input)),
  archive: procedure('product:archive')
    .meta({ rest: { method: 'DELETE', path: '/products/{id}', status: 204, summary: 'Archive a product' } })
    .input(versionedIdInput)
    .output(z.void())
    .mutation(({ ctx, input }) => archiveProduct(ctx, input)),
  restore: procedure('product:archive')
    .meta({ rest: { method: 'POST', path: '/products/{id}/restore', summary: 'Restore an archived product' } })
    .input(idInput)
    .output(productOutput)
    .mutation(({ ctx, input }) => restoreProduct(ctx, input.id)),
  prices: procedure('product:read')
    .meta({ rest: { method: 'GET', path: '/products/{id}/prices', summary: 'List the price history of a product' } })
    .input(priceListInput)
    .output(pricePage)
    .query(({ ctx, input }) => listPrices(ctx, input)),
  addPrice: procedure('product:update')
    .meta({
      rest: {
        method: 'POST',
        path: '/products/{id}/prices',
        status: 201,
        location: '/products/{id}/prices',
        summary: 'Open a new price',
      },
    })
    .input(priceCreateInput)
    .output(productOutput)
    .mutation(({ ctx, input }) => addPrice(ctx, input)),
  bulk: procedure('product:update')
    .meta({
      rest: {
        method: 'POST',
        path: '/products/bulk',
        status: 202,
        location: '/bulk-edits/{id}',
        summary: 'Change many products, those named or all that a filter finds',
      },
    })
    .input(productBulkInput)
    .output(bulkEditOutput)
    .mutation(({ ctx, input }) => startBulkEdit(ctx, productEditor, input)),
  bulkPreview: procedure('product:update')
    .meta({
      rest: { method: 'POST', path: '/products/bulk/preview', summary: 'Say what a bulk edit of products would do' },
    })
    .input(productBulkInput)
    .output(bulkPreviewOutput)
    .mutation(({ ctx, input }) => previewBulkEdit(ctx, productEditor, input)),
  timeline: procedure('product:read')
    .meta({ rest: { method: 'GET', path: '/products/{id}/timeline', summary: 'List what happened to a product' } })
    .input(timelineInput)
    .output(pageOf(timelineEntryOutput))
    .query(async ({ ctx, input }) => {
      await getProduct(ctx, input.id);
      return listTimeline(ctx, { entity: 'product', list: 'products.timeline', input });
    }),
});
