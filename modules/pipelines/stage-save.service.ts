import type { ActorContext } from '@aura/api';
import { AppError } from '@aura/kernel';
import { getPipeline, type StageRow, stageRows } from './pipeline.queries.ts';
import type { Pipeline, StageSave } from './pipeline.schema.ts';
import { lockPipeline, updatePipeline } from './pipeline.service.ts';
import { sameName } from './pipeline.ts';
import { createStage, orderStages, renameStage, retireStage, updateStage } from './stage.service.ts';

type Saved = StageSave['stages'][number];

/**
 * All stages of a pipeline in one step: retires, renames, adds, orders. Throws version_conflict with the current pipeline
 * where someone else changed, added or retired a stage since it was read.
 */
export async function saveStages(ctx: ActorContext, input: StageSave): Promise<Pipeline> {
  await lockPipeline(ctx, input);
  const rows = await stageRows(ctx)
    .where('pipeline_id', '=', input.id)
    .where('retired_at', 'is', null)
    .forUpdate()
    .execute();
  requireDistinct(input.stages);
  await requireCurrent(ctx, input, rows);
  if (input.name !== undefined) await updatePipeline(ctx, { id: input.id, name: input.name });
  // Those that retire give their names free, then each stage leaves the name that another one takes.
  for (const { id, moveDealsTo } of input.retire) await retireStage(ctx, { id: input.id, stageId: id, moveDealsTo });
  for (const row of rows) {
    if (input.stages.some((stage) => stage.id !== row.id && sameName(stage.name, row.name)))
      await renameStage(ctx, row.id, row.id);
  }
  const ids: string[] = [];
  for (const stage of input.stages) ids.push(await saveStage(ctx, input.id, { stage, rows }));
  await orderStages(ctx, { id: input.id, ids });
  return getPipeline(ctx, input.id);
}

async function saveStage(
  ctx: ActorContext,
  pipelineId: string,
  { stage: { id, version: _version, ...fields }, rows }: { stage: Saved; rows: StageRow[] },
): Promise<string> {
  if (id === undefined) return (await createStage(ctx, { id: pipelineId, ...fields })).id;
  const row = rows.find((one) => one.id === id);
  if (row && !isSame(row, fields)) await updateStage(ctx, { id: pipelineId, stageId: id, ...fields });
  return id;
}

function isSame(row: StageRow, fields: Omit<Saved, 'id' | 'version'>): boolean {
  return (
    row.name === fields.name &&
    row.kind === fields.kind &&
    (fields.probability === undefined || row.probability === fields.probability) &&
    row.expected_days === (fields.expectedDays ?? null) &&
    row.color === (fields.color ?? null) &&
    JSON.stringify(row.required_fields) === JSON.stringify(fields.requiredFields)
  );
}

function requireDistinct(stages: readonly Saved[]): void {
  const place = stages.findIndex((stage, at) =>
    stages.some((other, before) => before < at && sameName(other.name, stage.name)),
  );
  if (place < 0) return;
  throw new AppError('conflict', {
    reason: 'duplicate_name',
    field: `stages.${place}.name`,
    detail: `Two stages are called ${stages[place]?.name}. Give one another name.`,
  });
}

/** Each stage that there is stays or retires, as it was read. */
async function requireCurrent(ctx: ActorContext, { id, stages, retire }: StageSave, rows: StageRow[]): Promise<void> {
  const named = [...stages, ...retire].flatMap((stage) => stage.id ?? []);
  const isComplete =
    named.length === new Set(named).size && named.length === rows.length && rows.every((row) => named.includes(row.id));
  const isCurrent = stages.every(
    (stage) => stage.version === undefined || rows.some((row) => row.id === stage.id && row.version === stage.version),
  );
  if (!isComplete || !isCurrent) throw new AppError('version_conflict', { current: await getPipeline(ctx, id) });
}
