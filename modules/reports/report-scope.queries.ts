import type { ActorContext } from '@aura/api';
import { todayIn } from '@aura/deals';
import { AppError } from '@aura/kernel';
import { getPipeline } from '@aura/pipelines';
import type { ReportInput, Scope } from './figure.schema.ts';
import { daysOf, type Period } from './period.ts';

const THREE_YEARS_DAYS = 1_096;

export type Asked = { scope: Scope; period: Period; asOf: string };

/**
 * What a report is asked about. `usual` is the period where none is given. Throws 404 for a pipeline or an owner that the
 * tenant does not have, 422 for a period that ends before it begins or is longer than `daysMax`.
 */
export async function readAsked(
  ctx: ActorContext,
  { from, to, pipelineId, ownerId }: ReportInput,
  { usual, daysMax = THREE_YEARS_DAYS }: { usual: (today: string) => Period; daysMax?: number },
): Promise<Asked> {
  const now = ctx.clock();
  const period = periodOf({ from, to }, usual(todayIn(ctx.tenant.timezone, now)));
  if (daysOf(period) > daysMax)
    throw new AppError('invalid', { field: 'to', detail: `Choose a period of at most ${daysMax} days` });
  await Promise.all([pipelineId ? getPipeline(ctx, pipelineId) : null, ownerId ? requireMember(ctx, ownerId) : null]);
  return {
    asOf: now.toISOString(),
    period,
    scope: { ...(pipelineId ? { pipelineId } : {}), ...(ownerId ? { ownerId } : {}) },
  };
}

/** Throws 422 when the period ends before it begins. */
export function periodOf({ from, to }: Pick<ReportInput, 'from' | 'to'>, usual: Period): Period {
  const period = { from: from ?? usual.from, to: to ?? usual.to };
  if (period.from > period.to)
    throw new AppError('invalid', { field: 'to', detail: 'The period ends before it begins' });
  return period;
}

async function requireMember(ctx: ActorContext, userId: string): Promise<void> {
  const found = await ctx.db
    .selectFrom('core.memberships')
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('user_id', '=', userId)
    .select('user_id')
    .executeTakeFirst();
  if (!found) throw new AppError('not_found', { detail: 'There is no such member in this workspace.' });
}

/** Names of all members, deactivated ones too: user id → name. */
export async function readNames(ctx: ActorContext): Promise<Map<string, string>> {
  const rows = await ctx.db
    .selectFrom('core.memberships')
    .where('tenant_id', '=', ctx.actor.tenantId)
    .select(['user_id', 'name'])
    .execute();
  return new Map(rows.map((row) => [row.user_id, row.name]));
}

export type StageName = {
  id: string;
  name: string;
  kind: string;
  pipelineId: string;
  pipelineName: string;
  isRetired: boolean;
};

/** Every stage, retired ones too, pipeline by pipeline in their order. */
export async function readStageNames(ctx: ActorContext): Promise<StageName[]> {
  return ctx.db
    .selectFrom('crm.stages as stage')
    .innerJoin('crm.pipelines as pipeline', (join) =>
      join.onRef('pipeline.tenant_id', '=', 'stage.tenant_id').onRef('pipeline.id', '=', 'stage.pipeline_id'),
    )
    .where('stage.tenant_id', '=', ctx.actor.tenantId)
    .select(({ eb }) => [
      'stage.id',
      'stage.name',
      'stage.kind',
      'pipeline.id as pipelineId',
      'pipeline.name as pipelineName',
      eb('stage.retired_at', 'is not', null).$castTo<boolean>().as('isRetired'),
    ])
    .orderBy('pipeline.is_default', 'desc')
    .orderBy('pipeline.position')
    .orderBy('pipeline.id')
    .orderBy('stage.position')
    .orderBy('stage.id')
    .execute();
}
