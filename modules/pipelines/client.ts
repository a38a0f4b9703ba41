'use client';
import { useApi } from '@aura/api/client';
import type { pipelineRouter, stageRouter } from './pipeline.router.ts';

export { REQUIRABLE_FIELDS, STAGE_KINDS, type StageKind } from './pipeline.ts';
export {
  type Pipeline,
  pipelineCreateInput,
  pipelineUpdateInput,
  type Stage,
  stageCreateInput,
  stageUpdateInput,
} from './pipeline.schema.ts';

export function usePipelinesApi() {
  return useApi<{ pipelines: typeof pipelineRouter; stages: typeof stageRouter }>();
}

export { StageMark, StageName } from './ui/stage-mark.tsx';
export { StageSelect } from './ui/stage-select.tsx';
export { glyphOf, type StageShape } from './ui/stage-shape.ts';
export { StageStepper } from './ui/stage-stepper.tsx';
export { type Pipelines, usePipelines } from './ui/use-pipelines.ts';
