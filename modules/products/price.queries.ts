import { type ActorContext, listPage } from '@aura/api';
import type { Page } from '@aura/kernel';
import { type PriceRow, toPrice } from './price.ts';
import { getProduct } from './product.queries.ts';
import type { Price, PriceList } from './product.schema.ts';

/** F14.4: every price a product has had, will have and has, newest first. */
export async function listPrices(ctx: ActorContext, input: PriceList): Promise<Page<Price>> {
  await getProduct(ctx, input.id);
  const rows = ctx.db
    .selectFrom('crm.product_prices as price')
    .where('price.tenant_id', '=', ctx.actor.tenantId)
    .where('price.product_id', '=', input.id);
  return listPage<PriceRow, Price>(ctx, {
    list: 'products.prices',
    rows,
    select: (page: typeof rows) => page.selectAll('price'),
    sorts: { validFrom: { column: 'price.valid_from', type: 'timestamptz' } },
    defaultSort: '-validFrom',
    id: 'price.id',
    input,
    toItem: toPrice,
  });
}
