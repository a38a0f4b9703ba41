import { type ActorContext, archivedRefusal } from '@aura/api';
import { AppError } from '@aura/kernel';
import { type DealRow, missDeal, requireDeal, toDeal } from './deal.queries.ts';
import { dealRows } from './deal-filter.queries.ts';

export type Versioned = { id: string; expectedVersion?: number | undefined };

/** The row, held until the transaction ends, so that what was compared is what is written. Throws not_found. */
export async function lockDeal(ctx: ActorContext, id: string): Promise<DealRow> {
  const locked = await dealRows(ctx).where('deal.id', '=', id).select('deal.id').forUpdate().executeTakeFirst();
  return locked ? requireDeal(ctx, id) : missDeal(ctx, id);
}

/** The locked row. Throws not_found, or version_conflict with the deal as it is. */
export async function lockVersion(ctx: ActorContext, { id, expectedVersion }: Versioned): Promise<DealRow> {
  const row = await lockDeal(ctx, id);
  if (expectedVersion && expectedVersion !== row.version)
    throw new AppError('version_conflict', { current: toDeal(ctx, row) });
  return row;
}

/** The same, of a deal that is not archived. */
export async function lockLive(ctx: ActorContext, lock: Versioned): Promise<DealRow> {
  const row = await lockVersion(ctx, lock);
  if (row.deleted_at) throw archivedRefusal('deal');
  return row;
}
