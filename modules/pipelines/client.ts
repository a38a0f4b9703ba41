'use client';

export {
  type Pipeline,
  pipelineCreateInput,
  pipelineUpdateInput,
  type Stage,
  stageCreateInput,
  stageUpdateInput,
} from './pipeline.schema.ts';
export { REQUIRABLE_FIELDS, STAGE_COLORS, STAGE_KINDS, type StageKind } from './pipeline.ts';
export { StageMark, StageName } from './ui/stage-mark.tsx';
export { StageSelect } from './ui/stage-select.tsx';
export { glyphOf, type StageShape } from './ui/stage-shape.ts';
export { StageStepper } from './ui/stage-stepper.tsx';
export { type Pipelines, usePipelines } from './ui/use-pipelines.ts';
export { usePipelinesApi } from './ui/use-pipelines-api.ts';
