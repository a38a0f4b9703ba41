import { type ActorContext, noteMiss } from '@aura/api';
import type { Database, Updateable } from '@aura/db';
import { AppError } from '@aura/kernel';
import { getPipeline, type PipelineRow, pipelineRows, stageRows } from './pipeline.queries.ts';
import type { Pipeline, PipelineCreate, PipelineUpdate } from './pipeline.schema.ts';
import { DEFAULT_PIPELINE, probabilityOf } from './pipeline.ts';

type Lock = { id: string; expectedVersion?: number | undefined };

/** A new workspace's pipeline; does nothing where one exists. */
export async function provisionPipelines(ctx: ActorContext): Promise<void> {
  const existing = await pipelineRows(ctx).limit(1).executeTakeFirst();
  if (!existing) await createPipeline(ctx, { name: DEFAULT_PIPELINE.name, isDefault: true });
}

export async function createPipeline(ctx: ActorContext, input: PipelineCreate): Promise<Pipeline> {
  const others = await pipelineRows(ctx).execute();
  if (input.isDefault) await clearDefault(ctx);
  const { id } = await ctx.db
    .insertInto('crm.pipelines')
    .values({ name: input.name, position: others.length, is_default: input.isDefault ?? others.length === 0 })
    .returning('id')
    .executeTakeFirstOrThrow();
  const stages = input.stages ?? DEFAULT_PIPELINE.stages;
  if (stages.length > 0) {
    await ctx.db
      .insertInto('crm.stages')
      .values(
        stages.map((stage, position) => ({
          pipeline_id: id,
          name: stage.name,
          kind: stage.kind,
          probability: probabilityOf(stage.kind, stage.probability),
          required_fields: stage.requiredFields,
          expected_days: stage.expectedDays ?? null,
          color: 'color' in stage ? (stage.color ?? null) : null,
          position,
        })),
      )
      .execute();
  }
  return announce(ctx, 'pipeline.created', id);
}

export async function updatePipeline(ctx: ActorContext, input: PipelineUpdate): Promise<Pipeline> {
  await lockPipeline(ctx, input);
  if (input.isDefault) await clearDefault(ctx);
  const changes = {
    ...(input.name === undefined ? {} : { name: input.name }),
    ...(input.position === undefined ? {} : { position: input.position }),
    ...(input.isDefault === undefined ? {} : { is_default: true }),
  };
  if (Object.keys(changes).length === 0) return getPipeline(ctx, input.id);
  await setPipeline(ctx, input.id, changes);
  return announce(ctx, 'pipeline.updated', input.id);
}

export async function archivePipeline(ctx: ActorContext, input: Lock): Promise<void> {
  const row = await lockPipeline(ctx, input);
  if (row.is_default) {
    throw new AppError('conflict', { reason: 'default_pipeline', detail: 'Make another pipeline the default first.' });
  }
  await setPipeline(ctx, input.id, { archived_at: ctx.clock() });
  await announce(ctx, 'pipeline.archived', input.id);
}

export async function restorePipeline(ctx: ActorContext, { id }: { id: string }): Promise<Pipeline> {
  const row = await pipelineRows(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) return missPipeline(ctx, id);
  if (!row.archived_at) return getPipeline(ctx, id);
  await setPipeline(ctx, id, { archived_at: null });
  return announce(ctx, 'pipeline.restored', id);
}

/** The live pipeline, held until the transaction ends. Throws not_found, or version_conflict with the current one. */
export async function lockPipeline(ctx: ActorContext, { id, expectedVersion }: Lock): Promise<PipelineRow> {
  const row = await pipelineRows(ctx)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return missPipeline(ctx, id);
  if (expectedVersion && expectedVersion !== row.version) {
    throw new AppError('version_conflict', { current: await getPipeline(ctx, id) });
  }
  return row;
}

async function missPipeline(ctx: ActorContext, id: string): Promise<never> {
  await noteMiss(ctx, 'pipeline', id);
  throw new AppError('not_found');
}

async function clearDefault(ctx: ActorContext): Promise<void> {
  await ctx.db
    .updateTable('crm.pipelines')
    .set({ is_default: false })
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('is_default', '=', true)
    .execute();
}

async function setPipeline(
  ctx: ActorContext,
  id: string,
  changes: Updateable<Database['crm.pipelines']>,
): Promise<void> {
  await ctx.db
    .updateTable('crm.pipelines')
    .set(changes)
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('id', '=', id)
    .execute();
}

async function announce(ctx: ActorContext, type: string, id: string): Promise<Pipeline> {
  const pipeline = await getPipeline(ctx, id);
  await ctx.emit({ type, entity: 'pipeline', entityId: id, data: { name: pipeline.name } });
  return pipeline;
}

/** The next free place at the end of a pipeline. */
export async function nextPosition(ctx: ActorContext, pipelineId: string): Promise<number> {
  const rows = await stageRows(ctx).where('pipeline_id', '=', pipelineId).execute();
  return rows.reduce((last, row) => Math.max(last, row.position), -1) + 1;
}
