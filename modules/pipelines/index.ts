export { findFirstStage, findStage, getPipeline, listPipelines } from './pipeline.queries.ts';
export type { Pipeline, PipelineCreate, Stage } from './pipeline.schema.ts';
export { createPipeline, provisionPipelines } from './pipeline.service.ts';
export { DEFAULT_PIPELINE, isRequirable, STAGE_KINDS, type StageKind } from './pipeline.ts';
