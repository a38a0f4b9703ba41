import { procedure, router } from '@aura/api';
import { idInput, versionedIdInput } from '@aura/kernel';
import { z } from 'zod';
import { getPipeline, listPipelines, listStages } from './pipeline.queries.ts';
import {
  pipelineCreateInput,
  pipelineListInput,
  pipelineOutput,
  pipelinePage,
  pipelineUpdateInput,
  stageCreateInput,
  stageListInput,
  stageOrderInput,
  stageOutput,
  stagePage,
  stageRetireInput,
  stageSaveInput,
  stageUpdateInput,
} from './pipeline.schema.ts';
import { archivePipeline, createPipeline, restorePipeline, updatePipeline } from './pipeline.service.ts';
import { createStage, orderStages, retireStage, updateStage } from './stage.service.ts';
import { saveStages } from './stage-save.service.ts';

export const pipelineRouter = router({
  list: procedure('pipeline:read')
    .meta({ rest: { method: 'GET', path: '/pipelines', summary: 'List pipelines with their stages' } })
    .input(pipelineListInput)
    .output(pipelinePage)
    .query(({ ctx, input }) => listPipelines(ctx, input)),
  get: procedure('pipeline:read')
    .meta({ rest: { method: 'GET', path: '/pipelines/{id}', summary: 'Read a pipeline' } })
    .input(idInput)
    .output(pipelineOutput)
    .query(({ ctx, input }) => getPipeline(ctx, input.id)),
  create: procedure('pipeline:create')
    .meta({
      rest: {
        method: 'POST',
        path: '/pipelines',
        status: 201,
        location: '/pipelines/{id}',
        summary: 'Create a pipeline',
      },
    })
    .input(pipelineCreateInput)
    .output(pipelineOutput)
    .mutation(({ ctx, input }) => createPipeline(ctx, input)),
  update: procedure('pipeline:update')
    .meta({ rest: { method: 'PATCH', path: '/pipelines/{id}', summary: 'Change a pipeline' } })
    .input(pipelineUpdateInput)
    .output(pipelineOutput)
    .mutation(({ ctx, input }) => updatePipeline(ctx, input)),
  archive: procedure('pipeline:archive')
    .meta({ rest: { method: 'DELETE', path: '/pipelines/{id}', status: 204, summary: 'Archive a pipeline' } })
    .input(versionedIdInput)
    .output(z.void())
    .mutation(({ ctx, input }) => archivePipeline(ctx, input)),
  restore: procedure('pipeline:archive')
    .meta({ rest: { method: 'POST', path: '/pipelines/{id}/restore', summary: 'Restore an archived pipeline' } })
    .input(idInput)
    .output(pipelineOutput)
    .mutation(({ ctx, input }) => restorePipeline(ctx, input)),
});

export const stageRouter = router({
  list: procedure('pipeline:read')
    .meta({ rest: { method: 'GET', path: '/pipelines/{id}/stages', summary: 'List the stages of a pipeline' } })
    .input(stageListInput)
    .output(stagePage)
    .query(({ ctx, input }) => listStages(ctx, input)),
  create: procedure('pipeline:update')
    .meta({
      rest: {
        method: 'POST',
        path: '/pipelines/{id}/stages',
        status: 201,
        location: '/pipelines/{pipelineId}/stages',
        summary: 'Add a stage',
      },
    })
    .input(stageCreateInput)
    .output(stageOutput)
    .mutation(({ ctx, input }) => createStage(ctx, input)),
  order: procedure('pipeline:update')
    .meta({ rest: { method: 'POST', path: '/pipelines/{id}/stages/order', summary: 'Put the stages in order' } })
    .input(stageOrderInput)
    .output(stagePage)
    .mutation(({ ctx, input }) => orderStages(ctx, input)),
  save: procedure('pipeline:update')
    .meta({
      rest: {
        method: 'POST',
        path: '/pipelines/{id}/stages/save',
        summary: 'Save all stages of a pipeline in one step',
      },
    })
    .input(stageSaveInput)
    .output(pipelineOutput)
    .mutation(({ ctx, input }) => saveStages(ctx, input)),
  update: procedure('pipeline:update')
    .meta({ rest: { method: 'PATCH', path: '/pipelines/{id}/stages/{stageId}', summary: 'Change a stage' } })
    .input(stageUpdateInput)
    .output(stageOutput)
    .mutation(({ ctx, input }) => updateStage(ctx, input)),
  retire: procedure('pipeline:update')
    .meta({
      rest: {
        method: 'POST',
        path: '/pipelines/{id}/stages/{stageId}/retire',
        summary: 'Retire a stage and move its open deals',
      },
    })
    .input(stageRetireInput)
    .output(stageOutput)
    .mutation(({ ctx, input }) => retireStage(ctx, input)),
});
