import { type ActorContext, noteMiss } from '@aura/api';
import { type Database, sql, type Updateable } from '@aura/db';
import { AppError, type Page } from '@aura/kernel';
import { findStage, listStages, type StageRow, stageRows, toStage } from './pipeline.queries.ts';
import type { Stage, StageCreate, StageRetire, StageUpdate } from './pipeline.schema.ts';
import { lockPipeline, nextPosition } from './pipeline.service.ts';
import { probabilityOf, type StageKind } from './pipeline.ts';

/** Goes to the end of the pipeline; `orderStages` moves it. */
export async function createStage(ctx: ActorContext, input: StageCreate): Promise<Stage> {
  await lockPipeline(ctx, { id: input.id });
  const { id } = await ctx.db
    .insertInto('crm.stages')
    .values({
      pipeline_id: input.id,
      name: input.name,
      kind: input.kind,
      probability: probabilityOf(input.kind, input.probability),
      required_fields: input.requiredFields,
      expected_days: input.expectedDays ?? null,
      color: input.color ?? null,
      position: await nextPosition(ctx, input.id),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return announce(ctx, 'stage.created', id);
}

export async function updateStage(ctx: ActorContext, input: StageUpdate): Promise<Stage> {
  const row = await lockStage(ctx, input);
  const kind = input.kind ?? (row.kind as StageKind);
  const changes = {
    ...(input.name === undefined ? {} : { name: input.name }),
    ...(input.requiredFields === undefined ? {} : { required_fields: input.requiredFields }),
    ...(input.expectedDays === undefined ? {} : { expected_days: input.expectedDays }),
    ...(input.color === undefined ? {} : { color: input.color }),
    ...(input.kind === undefined && input.probability === undefined
      ? {}
      : { kind, probability: probabilityOf(kind, input.probability ?? row.probability) }),
  };
  if (Object.keys(changes).length === 0) return toStage(row);
  await setStage(ctx, row.id, changes);
  return announce(ctx, 'stage.updated', row.id);
}

/** Without an announcement: a step of a larger change. */
export async function renameStage(ctx: ActorContext, id: string, name: string): Promise<void> {
  await ctx.db
    .updateTable('crm.stages')
    .set({ name })
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('id', '=', id)
    .execute();
}

/** `ids` are all stages of the pipeline that are not retired, in their new order. */
export async function orderStages(ctx: ActorContext, { id, ids }: { id: string; ids: string[] }): Promise<Page<Stage>> {
  await lockPipeline(ctx, { id });
  const rows = await stageRows(ctx).where('pipeline_id', '=', id).where('retired_at', 'is', null).forUpdate().execute();
  const isComplete = ids.length === rows.length && rows.every((row) => ids.includes(row.id));
  if (!isComplete) throw new AppError('invalid', { field: 'ids', detail: 'Name every stage of the pipeline once' });
  await sql`
    update crm.stages s set position = o.place - 1
      from unnest(${ids}::uuid[]) with ordinality as o (id, place)
     where s.tenant_id = ${ctx.actor.tenantId}::uuid and s.id = o.id and s.position <> o.place - 1`.execute(ctx.db);
  await ctx.emit({ type: 'pipeline.stages_ordered', entity: 'pipeline', entityId: id, data: { ids } });
  return listStages(ctx, { id, retired: false });
}

/** Open deals move to `moveDealsTo` in the same step: the deals' own trigger sees to it, and refuses when it is missing. */
export async function retireStage(ctx: ActorContext, input: StageRetire): Promise<Stage> {
  const row = await lockStage(ctx, input);
  if (input.moveDealsTo) await requireSuccessor(ctx, row, input.moveDealsTo);
  await requireAnother(ctx, row);
  await setStage(ctx, row.id, { retired_at: ctx.clock(), successor_id: input.moveDealsTo ?? null });
  return announce(ctx, 'stage.retired', row.id);
}

async function requireSuccessor(ctx: ActorContext, row: StageRow, successorId: string): Promise<void> {
  const successor = await findStage(ctx, successorId);
  const isFit = successor && successor.pipelineId === row.pipeline_id && successor.id !== row.id && !successor.retired;
  if (isFit && successor.kind === 'open') return;
  throw new AppError('invalid', { field: 'moveDealsTo', detail: 'Choose another open stage of the same pipeline' });
}

async function requireAnother(ctx: ActorContext, row: StageRow): Promise<void> {
  const others = await stageRows(ctx)
    .where('pipeline_id', '=', row.pipeline_id)
    .where('kind', '=', row.kind)
    .where('retired_at', 'is', null)
    .where('id', '!=', row.id)
    .execute();
  if (others.length > 0) return;
  throw new AppError('conflict', {
    reason: 'last_stage_of_kind',
    detail: `A pipeline keeps at least one ${row.kind} stage.`,
  });
}

type StageLock = { id: string; stageId: string; expectedVersion?: number | undefined };

async function lockStage(ctx: ActorContext, { id, stageId, expectedVersion }: StageLock): Promise<StageRow> {
  await lockPipeline(ctx, { id });
  const row = await stageRows(ctx)
    .where('pipeline_id', '=', id)
    .where('id', '=', stageId)
    .where('retired_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!row) {
    await noteMiss(ctx, 'stage', stageId);
    throw new AppError('not_found');
  }
  if (expectedVersion && expectedVersion !== row.version)
    throw new AppError('version_conflict', { current: toStage(row) });
  return row;
}

async function setStage(ctx: ActorContext, id: string, changes: Updateable<Database['crm.stages']>): Promise<void> {
  await ctx.db
    .updateTable('crm.stages')
    .set(changes)
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('id', '=', id)
    .execute();
}

async function announce(ctx: ActorContext, type: string, id: string): Promise<Stage> {
  const stage = await findStage(ctx, id);
  if (!stage) throw new Error(`stage ${id} vanished in its own transaction`);
  const data = { stageId: id, name: stage.name, kind: stage.kind, probability: stage.probability };
  await ctx.emit({ type, entity: 'pipeline', entityId: stage.pipelineId, data });
  return stage;
}
