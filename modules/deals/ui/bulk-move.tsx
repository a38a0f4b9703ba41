'use client';

import { type BulkChanges, BulkDialog, type BulkTarget, useBulkPreview } from '@aura/bulk/client';
import { readTyped, useCustomFields } from '@aura/custom-fields/client';
import { StageSelect, usePipelines } from '@aura/pipelines/client';
import { Field } from '@aura/ui/field';
import { type ReactNode, useState } from 'react';
import { BulkGate, type GateAnswers, gateChanges, noAnswers } from './bulk-gate.tsx';

type BulkMoveProps = { target: BulkTarget; pipelineId: string | null };

/** Moves the selected deals to one stage, asking for what it needs of those that do not have it. */
export function BulkMove({ target, pipelineId }: BulkMoveProps): ReactNode {
  const stages = usePipelines().pick(pipelineId)?.stages ?? [];
  const { fields: definitions } = useCustomFields('deal');
  const [stageId, setStageId] = useState('');
  const [answers, setAnswers] = useState<GateAnswers>(noAnswers);
  const stage = stages.find(({ id }) => id === stageId);
  // Which deals lack something is asked without the answers, so that no row goes away while it is filled.
  const { preview } = useBulkPreview(target.calls, stageId ? target.requestOf({ stageId }) : null);
  const gated = (preview?.failures ?? []).filter(({ code }) => code === 'stage_requirements');
  const changes: BulkChanges | null = stageId
    ? { stageId, ...gateChanges(answers, (custom) => readTyped(definitions, custom)) }
    : null;
  return (
    <BulkDialog
      target={target}
      title={`Move ${target.what}`}
      verb="Move"
      size={gated.length > 0 ? 'lg' : 'sm'}
      changes={changes}
      sentence={(what, tense) => `Stage of ${what} ${tense ? 'is now' : 'becomes'} ${stage?.name ?? ''}`}
    >
      <Field label="New stage">
        <StageSelect
          stages={stages}
          value={stageId}
          placeholder="Choose a stage"
          onStageChange={(id) => {
            setStageId(id);
            setAnswers(noAnswers);
          }}
        />
      </Field>
      {stage && gated.length > 0 ? (
        <BulkGate stageName={stage.name} deals={gated} answers={answers} onAnswers={setAnswers} />
      ) : null}
    </BulkDialog>
  );
}
