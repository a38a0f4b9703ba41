import type { ActorContext } from '@aura/api';
import { sql } from '@aura/db';
import { seesAll } from '@aura/kernel';
import type { DealFilter } from './deal.schema.ts';
import type { StayOutcome } from './deal.ts';
import { stayConditions } from './deal-filter.queries.ts';

/** Deals whose latest stay in a stage went alike: `days` are whole ones, null while it lasts. */
export type StayCell = { stage_id: string; outcome: StayOutcome; days: number | null; count: number };
type StayFilter = Pick<DealFilter, 'pipelineId' | 'ownerId' | 'enteredFrom' | 'enteredTo'>;

/** What became of the deals that came into each stage. A rep's are asked for in two parts, as their deals are. */
export async function readStayCells(
  ctx: ActorContext,
  { pipelineId, ownerId, ...stay }: StayFilter,
): Promise<StayCell[]> {
  const { tenantId, userId } = ctx.actor;
  const conditions = [
    sql`stay.tenant_id = ${tenantId}::uuid`,
    sql`not stay.is_archived`,
    ...stayConditions(ctx, stay),
    ...(pipelineId ? [sql`stay.pipeline_id = ${pipelineId}::uuid`] : []),
    ...(ownerId ? [sql`stay.owner_id = ${ownerId}::uuid`] : []),
  ];
  const parts = seesAll(ctx.actor)
    ? [sql`true`]
    : [
        sql`stay.owner_id = ${userId}::uuid`,
        sql`stay.owner_id <> ${userId}::uuid and stay.deal_id = any (array(select crm.shared_deal_ids()))`,
      ];
  const counted = parts.map(
    (part) => sql`select stay.stage_id, stay.outcome, stay.days, count(*)::int as count from crm.deal_stages stay
      where ${sql.join([...conditions, part], sql` and `)} group by 1, 2, 3`,
  );
  const { rows } = await sql<StayCell>`${sql.join(counted, sql` union all `)}`.execute(ctx.listDb);
  return rows;
}
