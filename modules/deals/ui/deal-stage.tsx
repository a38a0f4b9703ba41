'use client';

import { StageSelect, StageStepper, usePipelines } from '@aura/pipelines/client';
import { Skeleton } from '@aura/ui/skeleton';
import { StageGlyph } from '@aura/ui/stage-glyph';
import { useNarrow } from '@aura/ui/use-narrow';
import type { ReactNode } from 'react';
import type { Deal } from '../deal.schema.ts';
import { useDealActions } from './deal-actions-context.ts';
import { readOnlyReason } from './deal-inline-edits.tsx';

/** Where the deal stands, to be moved: steps where there is room, else a choice. */
export function DealStage({ deal, isCompact = false }: { deal: Deal; isCompact?: boolean }): ReactNode {
  const { pipelines, isLoading } = usePipelines();
  const { move } = useDealActions();
  const isNarrow = useNarrow();
  const stages = pipelines.find((one) => one.id === deal.pipelineId)?.stages ?? [];
  const blocked = readOnlyReason(deal) ?? (deal.status === 'open' ? null : 'Reopen the deal to move it');
  const go = (stageId: string): void => {
    const stage = stages.find((one) => one.id === stageId);
    if (stage) void move(deal, { stage });
  };
  if (isLoading) return <Skeleton className="h-9 w-full max-w-120" />;
  if (stages.length === 0) return <p>{deal.stageName}</p>;
  if (!isNarrow && !isCompact)
    return (
      <StageStepper
        stages={stages}
        currentId={deal.stageId}
        onMove={(stage) => go(stage.id)}
        disabledReason={blocked}
      />
    );
  return blocked ? (
    <p className="flex items-center gap-2 font-medium">
      <StageGlyph outcome={deal.status} />
      {deal.stageName}
    </p>
  ) : (
    <StageSelect
      aria-label="Stage"
      stages={stages.filter((stage) => stage.kind === 'open')}
      value={deal.stageId}
      onStageChange={go}
    />
  );
}
