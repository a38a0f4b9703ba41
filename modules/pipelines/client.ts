'use client';

export {
  type Pipeline,
  pipelineCreateInput,
  pipelineUpdateInput,
  type Stage,
  stageCreateInput,
  stageUpdateInput,
} from './pipeline.schema.ts';
export { REQUIRABLE_FIELDS, STAGE_KINDS, type StageKind } from './pipeline.ts';
export { PipelineEditorScreen, type PipelineEditorScreenProps } from './ui/pipeline-editor-screen.tsx';
export { PipelinesScreen } from './ui/pipelines-screen.tsx';
export type { StageFigures } from './ui/stage-figures.ts';
export { StageMark, StageName } from './ui/stage-mark.tsx';
export { StageSelect } from './ui/stage-select.tsx';
export { glyphOf, type StageShape } from './ui/stage-shape.ts';
export { StageStepper } from './ui/stage-stepper.tsx';
export { type Pipelines, usePipelines } from './ui/use-pipelines.ts';
export { usePipelinesApi } from './ui/use-pipelines-api.ts';
