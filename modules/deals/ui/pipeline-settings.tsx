'use client';

import { useCustomFields } from '@aura/custom-fields/client';
import { PipelineEditorScreen, REQUIRABLE_FIELDS, type StageFigures } from '@aura/pipelines/client';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { fieldLabels } from './field-labels.ts';
import { useDealsApi } from './use-deals-api.ts';

/** The editor of a pipeline's stages, with what deals know of them: how many there are, and what they can be asked for. */
export function PipelineSettings({ id }: { id: string }): ReactNode {
  const { fields } = useCustomFields('deal');
  const requirable = [
    ...REQUIRABLE_FIELDS.map((value) => ({ value: value as string, label: fieldLabels[value] ?? value })),
    ...fields.map(({ key, label }) => ({ value: `customFields.${key}`, label })),
  ];
  return <PipelineEditorScreen id={id} figures={useStageFigures(id)} requirable={requirable} />;
}

function useStageFigures(pipelineId: string): StageFigures | undefined {
  const { deals } = useDealsApi();
  const { data } = useQuery(deals.board.queryOptions({ pipelineId, status: 'open', limit: 1 }));
  return useMemo(
    () => data && new Map(data.columns.map(({ stage, count, sums }) => [stage.id, { count, sums }])),
    [data],
  );
}
