import { column, defineExporter } from '@aura/exchange';
import { listPipelines } from './pipeline.queries.ts';
import type { Pipeline } from './pipeline.schema.ts';

/** What deals move through: with the rest of the workspace, and not by itself. */
export const pipelineExporter = defineExporter({
  name: 'pipelines',
  label: 'Pipelines',
  permission: 'pipeline:read',
  filter: null,
  columns: [
    column<Pipeline>('name', ({ name }) => name),
    column<Pipeline>('isDefault', ({ isDefault }) => isDefault),
    column<Pipeline>('stages', ({ stages }) => stages.map(({ name }) => name)),
  ],
  read: (ctx) => listPipelines(ctx, { archived: false }),
});
