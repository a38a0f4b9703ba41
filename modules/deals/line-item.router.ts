import { procedure, router } from '@aura/api';
import { idInput } from '@aura/kernel';
import { z } from 'zod';
import { requireDeal } from './deal.queries.ts';
import { listItems } from './line-item.queries.ts';
import {
  lineItemCreateInput,
  lineItemOrderInput,
  lineItemOutput,
  lineItemPage,
  lineItemRemoveInput,
  lineItemUpdateInput,
} from './line-item.schema.ts';
import { addItem, orderItems, removeItem, updateItem } from './line-item.service.ts';

export const lineItemRouter = router({
  list: procedure('deal:read')
    .meta({ rest: { method: 'GET', path: '/deals/{id}/items', summary: 'List the line items of a deal' } })
    .input(idInput)
    .output(lineItemPage)
    .query(async ({ ctx, input }) => {
      const items = await listItems(ctx, await requireDeal(ctx, input.id));
      return { items, nextCursor: null, total: items.length };
    }),
  add: procedure('deal:update')
    .meta({
      rest: {
        method: 'POST',
        path: '/deals/{id}/items',
        status: 201,
        location: '/deals/{dealId}/items',
        summary: 'Add a line item',
      },
    })
    .input(lineItemCreateInput)
    .output(lineItemOutput)
    .mutation(({ ctx, input }) => addItem(ctx, input)),
  update: procedure('deal:update')
    .meta({ rest: { method: 'PATCH', path: '/deals/{id}/items/{itemId}', summary: 'Change a line item' } })
    .input(lineItemUpdateInput)
    .output(lineItemOutput)
    .mutation(({ ctx, input }) => updateItem(ctx, input)),
  remove: procedure('deal:update')
    .meta({
      rest: { method: 'DELETE', path: '/deals/{id}/items/{itemId}', status: 204, summary: 'Remove a line item' },
    })
    .input(lineItemRemoveInput)
    .output(z.void())
    .mutation(({ ctx, input }) => removeItem(ctx, input)),
  order: procedure('deal:update')
    .meta({ rest: { method: 'POST', path: '/deals/{id}/items/order', summary: 'Put the line items in order' } })
    .input(lineItemOrderInput)
    .output(lineItemPage)
    .mutation(async ({ ctx, input }) => {
      const items = await orderItems(ctx, input);
      return { items, nextCursor: null, total: items.length };
    }),
});
