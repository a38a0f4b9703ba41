import type { ActorContext } from '@aura/api';
import type { ImportRow } from '@aura/exchange';

export type ImportStage = {
  id: string;
  name: string;
  kind: string;
  probability: number;
  pipelineId: string;
  pipeline: string;
  isDefault: boolean;
};

const known = new WeakMap<ActorContext, Promise<ImportStage[]>>();

/** Live stages in their order, the default pipeline's first; read once for an import. */
export function findStages(ctx: ActorContext): Promise<ImportStage[]> {
  const stages = known.get(ctx) ?? readStages(ctx);
  known.set(ctx, stages);
  return stages;
}

function readStages(ctx: ActorContext): Promise<ImportStage[]> {
  return ctx.db
    .selectFrom('crm.stages as stage')
    .innerJoin('crm.pipelines as pipeline', (join) =>
      join.onRef('pipeline.tenant_id', '=', 'stage.tenant_id').onRef('pipeline.id', '=', 'stage.pipeline_id'),
    )
    .select([
      'stage.id',
      'stage.name',
      'stage.kind',
      'stage.probability',
      'stage.pipeline_id as pipelineId',
      'pipeline.name as pipeline',
      'pipeline.is_default as isDefault',
    ])
    .where('stage.tenant_id', '=', ctx.actor.tenantId)
    .where('stage.retired_at', 'is', null)
    .where('pipeline.archived_at', 'is', null)
    .orderBy('pipeline.is_default', 'desc')
    .orderBy('pipeline.position')
    .orderBy('stage.position')
    .execute();
}

const plain = (name: unknown): string => String(name).trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** The stage that a row names, or the first of its pipeline (of the default one); null when there is no such stage. */
export function stageFor(stages: readonly ImportStage[], { values }: ImportRow): ImportStage | null {
  const { 'pipeline.name': pipeline, 'stage.name': name } = values;
  const some = pipeline === undefined ? stages : stages.filter((stage) => plain(stage.pipeline) === plain(pipeline));
  const found =
    name === undefined
      ? some.find(({ kind }) => kind === 'open')
      : some.find((stage) => plain(stage.name) === plain(name));
  return found ?? null;
}
