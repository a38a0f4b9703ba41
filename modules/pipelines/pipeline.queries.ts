import { type ActorContext, noteMiss } from '@aura/api';
import { AppError, type Page, type RecordRow, recordOf } from '@aura/kernel';
import { pipelineAbilities } from './pipeline.permissions.ts';
import type { Pipeline, Stage } from './pipeline.schema.ts';
import type { StageKind } from './pipeline.ts';

export type PipelineRow = RecordRow & { name: string; position: number; is_default: boolean; archived_at: Date | null };
export type StageRow = RecordRow & {
  pipeline_id: string;
  name: string;
  kind: string;
  probability: number;
  required_fields: string[];
  expected_days: number | null;
  color: string | null;
  position: number;
  retired_at: Date | null;
};

export function pipelineRows(ctx: ActorContext) {
  return ctx.db.selectFrom('crm.pipelines').where('tenant_id', '=', ctx.actor.tenantId).selectAll();
}

export function stageRows(ctx: ActorContext) {
  return ctx.db
    .selectFrom('crm.stages')
    .where('tenant_id', '=', ctx.actor.tenantId)
    .selectAll()
    .orderBy('position')
    .orderBy('id');
}

/** Pipelines are few: one page holds them all, the default first. */
export async function listPipelines(ctx: ActorContext, { archived }: { archived: boolean }): Promise<Page<Pipeline>> {
  const [pipelines, stages] = await Promise.all([
    pipelineRows(ctx)
      .where('archived_at', archived ? 'is not' : 'is', null)
      .orderBy('is_default', 'desc')
      .orderBy('position')
      .orderBy('id')
      .execute(),
    stageRows(ctx).where('retired_at', 'is', null).execute(),
  ]);
  return wholePage(pipelines.map((row) => toPipeline(ctx, row, stages)));
}

export async function getPipeline(ctx: ActorContext, id: string): Promise<Pipeline> {
  const [row, stages] = await Promise.all([
    pipelineRows(ctx).where('id', '=', id).executeTakeFirst(),
    stageRows(ctx).where('pipeline_id', '=', id).where('retired_at', 'is', null).execute(),
  ]);
  if (row) return toPipeline(ctx, row, stages);
  await noteMiss(ctx, 'pipeline', id);
  throw new AppError('not_found');
}

export async function listStages(
  ctx: ActorContext,
  { id, retired }: { id: string; retired: boolean },
): Promise<Page<Stage>> {
  await getPipeline(ctx, id);
  const rows = await stageRows(ctx)
    .where('pipeline_id', '=', id)
    .where('retired_at', retired ? 'is not' : 'is', null)
    .execute();
  return wholePage(rows.map(toStage));
}

/** A stage by id, retired ones too; undefined when the tenant has none such. */
export async function findStage(ctx: ActorContext, id: string): Promise<Stage | undefined> {
  const row = await stageRows(ctx).where('id', '=', id).executeTakeFirst();
  return row && toStage(row);
}

/** Where a new deal starts: the first open stage of this pipeline, or of the default one. */
export async function findFirstStage(ctx: ActorContext, pipelineId?: string): Promise<Stage | undefined> {
  const pipeline = await pipelineRows(ctx)
    .where('archived_at', 'is', null)
    .$if(pipelineId !== undefined, (query) => query.where('id', '=', pipelineId ?? ''))
    .orderBy('is_default', 'desc')
    .orderBy('position')
    .orderBy('id')
    .executeTakeFirst();
  if (!pipeline) return undefined;
  const row = await stageRows(ctx)
    .where('pipeline_id', '=', pipeline.id)
    .where('kind', '=', 'open')
    .where('retired_at', 'is', null)
    .executeTakeFirst();
  return row && toStage(row);
}

function wholePage<Item>(items: Item[]): Page<Item> {
  return { items, nextCursor: null, total: items.length };
}

export function toPipeline(ctx: ActorContext, row: PipelineRow, stages: StageRow[]): Pipeline {
  return {
    ...recordOf(row),
    name: row.name,
    position: row.position,
    isDefault: row.is_default,
    archived: row.archived_at !== null,
    stages: stages.filter((stage) => stage.pipeline_id === row.id).map(toStage),
    abilities: pipelineAbilities(ctx.actor, row),
  };
}

export function toStage(row: StageRow): Stage {
  return {
    ...recordOf(row),
    pipelineId: row.pipeline_id,
    name: row.name,
    kind: row.kind as StageKind,
    probability: row.probability,
    requiredFields: row.required_fields,
    expectedDays: row.expected_days,
    color: row.color,
    position: row.position,
    retired: row.retired_at !== null,
  };
}
