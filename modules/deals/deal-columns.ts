import type { ActorContext } from '@aura/api';
import { AppError, toMinor } from '@aura/kernel';

/** The amount in minor units. Throws 422 on `amount` when it is finer than the currency. */
export function amountColumn(amount: string | null | undefined, currency: string, field = 'amount'): bigint | null {
  if (amount === null || amount === undefined) return null;
  try {
    return toMinor(amount, currency);
  } catch (error) {
    throw new AppError('invalid', { field, detail: (error as Error).message, cause: error });
  }
}

export async function requireLiveOrganization(ctx: ActorContext, id: string): Promise<void> {
  const found = await ctx.db
    .selectFrom('crm.organizations')
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .select('id')
    .executeTakeFirst();
  if (found) return;
  throw new AppError('invalid', {
    reason: 'unknown_reference',
    field: 'organizationId',
    detail: 'There is no such organization',
  });
}
