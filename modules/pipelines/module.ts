import { defineModule } from '@aura/kernel';
import { pipelineArchive, stageArchive } from './pipeline.archive.ts';
import { pipelinePermissions } from './pipeline.permissions.ts';
import { pipelineRouter, stageRouter } from './pipeline.router.ts';
import { provisionPipelines } from './pipeline.service.ts';

export const pipelinesModule = defineModule({
  id: 'pipelines',
  dependsOn: [],
  permissions: pipelinePermissions,
  routers: { pipelines: pipelineRouter, stages: stageRouter },
  archives: [pipelineArchive, stageArchive],
  constraints: {
    pipelines_name_key: {
      code: 'conflict',
      reason: 'duplicate_name',
      field: 'name',
      detail: 'A pipeline with this name exists already.',
    },
    stages_name_key: {
      code: 'conflict',
      reason: 'duplicate_name',
      field: 'name',
      detail: 'A stage with this name exists in this pipeline already.',
    },
  },
  provision: provisionPipelines,
});
