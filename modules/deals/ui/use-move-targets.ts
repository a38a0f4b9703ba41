'use client';

import { usePipelines } from '@aura/pipelines/client';
import type { Deal } from '../deal.schema.ts';
import { focusDeal, useDealActions } from './deal-actions-context.ts';
import type { TargetStage } from './deal-changes.ts';

/** The menu, while it closes, gives focus back to a button that is no longer there. */
const CLOSED_AFTER_MS = 180;

/** The open stages of the deal's pipeline, and moving to one of them. */
export function useMoveTargets(deal: Deal): { stages: readonly TargetStage[]; onChoose: (stageId: string) => void } {
  const { pipelines } = usePipelines();
  const { move } = useDealActions();
  const stages = (pipelines.find((one) => one.id === deal.pipelineId)?.stages ?? []).filter(
    (stage) => stage.kind === 'open',
  );
  return {
    stages,
    onChoose: (stageId) => {
      const stage = stages.find((one) => one.id === stageId);
      if (!stage || stageId === deal.stageId) return;
      void move(deal, { stage });
      setTimeout(() => focusDeal(deal.id), CLOSED_AFTER_MS);
    },
  };
}
