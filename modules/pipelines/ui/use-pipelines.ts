'use client';

import { useApi } from '@aura/api/client';
import { useQuery } from '@tanstack/react-query';
import type { pipelineRouter } from '../pipeline.router.ts';
import type { Pipeline } from '../pipeline.schema.ts';

const MINUTE_MS = 60_000;

export type Pipelines = {
  pipelines: readonly Pipeline[];
  /** The pipeline with this id, else the default one. Undefined until loaded. */
  pick: (id: string | null | undefined) => Pipeline | undefined;
  isLoading: boolean;
  error: unknown;
  refetch: () => void;
};

/** The pipelines that deals may stand in, with their stages. They change rarely, so they are kept for a minute. */
export function usePipelines(): Pipelines {
  const { pipelines: api } = useApi<{ pipelines: typeof pipelineRouter }>();
  const query = useQuery(api.list.queryOptions({}, { staleTime: MINUTE_MS }));
  const pipelines = query.data?.items ?? [];
  return {
    pipelines,
    pick: (id) => pipelines.find((one) => one.id === id) ?? pipelines.find((one) => one.isDefault) ?? pipelines[0],
    isLoading: query.isPending,
    error: query.error,
    refetch: () => void query.refetch(),
  };
}
