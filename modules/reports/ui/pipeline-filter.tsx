'use client';

import { usePipelinesApi } from '@aura/pipelines/client';
import { Select } from '@aura/ui/select';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

type PipelineFilterProps = { value: string | null; onValueChange: (pipelineId: string | null) => void };

/** Chooses a pipeline, where there are several. */
export function PipelineFilter({ value, onValueChange }: PipelineFilterProps): ReactNode {
  const pipelines = useQuery(usePipelinesApi().pipelines.list.queryOptions({})).data?.items ?? [];
  if (pipelines.length < 2) return null;
  return (
    <Select
      aria-label="Pipeline"
      className="w-full min-w-40 sm:w-auto sm:max-w-64"
      value={value ?? ''}
      onChange={(event) => onValueChange(event.target.value || null)}
      placeholder="All pipelines"
      options={pipelines.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
