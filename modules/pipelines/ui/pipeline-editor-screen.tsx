'use client';

import { LoadFailure, settingsCrumb } from '@aura/identity/client';
import { Badge } from '@aura/ui/badge';
import { Banner } from '@aura/ui/banner';
import { PageHeader } from '@aura/ui/page-header';
import { SkeletonRegion, SkeletonRows } from '@aura/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Pipeline } from '../pipeline.schema.ts';
import { PipelineEditor } from './pipeline-editor.tsx';
import type { StageFigures } from './stage-figures.ts';
import { usePipelinesApi } from './use-pipelines-api.ts';

export type PipelineEditorScreenProps = {
  id: string;
  /** The open deals of each stage; undefined until they are counted. */
  figures: StageFigures | undefined;
  /** What a stage may require, as it is called in the interface. */
  requirable: readonly { value: string; label: string }[];
};

const crumbs = [...settingsCrumb, { label: 'Pipelines', href: '/settings/pipelines' }];

/** The stages of one pipeline, edited together and saved in one step. */
export function PipelineEditorScreen({ id, figures, requirable }: PipelineEditorScreenProps): ReactNode {
  const { pipelines } = usePipelinesApi();
  // While somebody edits, what others save is told on saving and not under their hands.
  const { data, error, refetch } = useQuery(
    pipelines.get.queryOptions({ id }, { staleTime: Number.POSITIVE_INFINITY, refetchOnMount: 'always' }),
  );
  const [saved, setSaved] = useState<{ pipeline: Pipeline; count: number } | null>(null);
  const pipeline = saved?.pipeline ?? data;
  return (
    <>
      <PageHeader
        breadcrumb={crumbs}
        title={pipeline?.name ?? 'Pipeline'}
        status={pipeline?.isDefault ? <Badge tone="primary">Default</Badge> : null}
        subtitle="What each stage means, how likely its deals are won, and what a deal needs to enter."
      />
      <div className="max-w-200">
        {pipeline && !pipeline.abilities.update ? (
          <div className="pb-4">
            <Banner tone="info" title={pipeline.archived ? 'This pipeline is archived' : 'Only admins change stages'}>
              {pipeline.archived
                ? 'Restore it on the page of pipelines to change its stages.'
                : 'Everyone’s deals walk through them. Ask an admin of this workspace for a change.'}
            </Banner>
          </div>
        ) : null}
        {pipeline ? (
          <PipelineEditor
            key={`${pipeline.id}:${saved?.count ?? 0}`}
            pipeline={pipeline}
            figures={figures}
            requirable={requirable}
            isSaved={saved !== null}
            onPipeline={(next) => setSaved({ pipeline: next, count: (saved?.count ?? 0) + 1 })}
          />
        ) : error ? (
          <LoadFailure thing="this pipeline" error={error} onRetry={() => void refetch()} />
        ) : (
          <SkeletonRegion>
            <SkeletonRows rows={8} />
          </SkeletonRegion>
        )}
      </div>
    </>
  );
}
