import { Button } from '@aura/ui/button';
import type { ReactNode } from 'react';
import type { PipelineEdit } from './stage-draft.ts';
import type { StageFigures } from './stage-figures.ts';
import { dealsText } from './stage-text.ts';

type RetiredStagesProps = {
  edit: PipelineEdit;
  figures: StageFigures | undefined;
  onBack: (stageId: string) => void;
};

/** The stages that retire on saving, each with a way back until then. */
export function RetiredStages({ edit, figures, onBack }: RetiredStagesProps): ReactNode {
  if (edit.retired.length === 0) return null;
  return (
    <ul aria-label="Stages that retire on saving" className="flex flex-col gap-2">
      {edit.retired.map(({ stage, moveDealsTo }) => {
        const target = edit.stages.find(({ key }) => key === moveDealsTo);
        return (
          <li
            key={stage.id}
            className="flex flex-wrap items-center justify-between gap-2 rounded-panel border border-dashed border-control px-3 py-2 sm:px-4"
          >
            <span className="min-w-0 wrap-anywhere text-muted">
              {stage.name} retires on saving
              {target ? `; ${dealsText(figures?.get(stage.id)?.count)} go to ${target.name}` : ''}
            </span>
            <Button size="sm" onClick={() => onBack(stage.id)}>
              Keep {stage.name}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
