import type { ActorContext } from '@aura/api';
import { sql } from '@aura/db';
import type { ImportScope } from '@aura/exchange';

export async function statusesOf(ctx: ActorContext, userIds: string[]): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('core.memberships')
    .select(['user_id', 'status'])
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('user_id', 'in', userIds)
    .execute();
  return new Map(rows.map((row) => [row.user_id, row.status]));
}

/** Sales reps of this import to whom others report. */
export async function raiseToManagers({ ctx }: ImportScope, userIds: string[]): Promise<void> {
  await sql`
    update core.memberships set role = 'manager'
     where tenant_id = ${ctx.actor.tenantId} and user_id = any(${userIds}::uuid[]) and role = 'sales_rep'`.execute(
    ctx.db,
  );
}
