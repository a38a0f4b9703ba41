'use client';
import { useApi } from '@aura/api/client';
import type { pipelineRouter, stageRouter } from '../pipeline.router.ts';

export function usePipelinesApi() {
  return useApi<{ pipelines: typeof pipelineRouter; stages: typeof stageRouter }>();
}
