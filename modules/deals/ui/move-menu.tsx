'use client';

import { StageMark, usePipelines } from '@aura/pipelines/client';
import { AnchoredMenu } from '@aura/ui/anchored-menu';
import { MenuItem, MenuRadioGroup, MenuRadioItem, MenuSeparator } from '@aura/ui/menu';
import { Sheet } from '@aura/ui/sheet';
import { StageGlyph } from '@aura/ui/stage-glyph';
import { useNarrow } from '@aura/ui/use-narrow';
import { Archive } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Deal } from '../deal.schema.ts';
import { focusDeal, useDealActions } from './deal-actions-context.ts';
import type { TargetStage } from './deal-changes.ts';
import { MoveSheet } from './move-sheet.tsx';

type MoveMenuProps = {
  shown: { deal: Deal; anchor: HTMLElement } | null;
  onClose: () => void;
  onFocusBack: () => HTMLElement | null;
};

/** Where a deal can go: the way for keys, voice and screen readers, and on a phone a sheet. */
export function MoveMenu({ shown, onClose, onFocusBack }: MoveMenuProps): ReactNode {
  const isNarrow = useNarrow();
  if (isNarrow)
    return (
      <Sheet
        title={shown ? `Move ${shown.deal.name}` : 'Move'}
        open={shown !== null}
        onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      >
        {shown ? <MoveSheet deal={shown.deal} anchor={shown.anchor} onClose={onClose} /> : null}
      </Sheet>
    );
  return (
    <AnchoredMenu
      anchor={shown?.anchor ?? null}
      label={shown ? `Move ${shown.deal.name}` : 'Move'}
      onClose={onClose}
      onFocusBack={onFocusBack}
    >
      {shown ? <MoveItems deal={shown.deal} anchor={shown.anchor} /> : null}
    </AnchoredMenu>
  );
}

function MoveItems({ deal, anchor }: { deal: Deal; anchor: HTMLElement }): ReactNode {
  const { open, archive } = useDealActions();
  const { stages, onChoose } = useTargets(deal);
  // The next window opens once this one has gone, or it would be closed with it.
  const later = (run: () => void): void => void setTimeout(run, 0);
  return (
    <>
      <MenuRadioGroup label="Move to stage" value={deal.stageId} onValueChange={onChoose}>
        {stages.map((stage) => (
          <MenuRadioItem key={stage.id} value={stage.id} icon={<StageMark stages={stages} stage={stage} />}>
            {stage.name}
          </MenuRadioItem>
        ))}
      </MenuRadioGroup>
      <MenuSeparator />
      <MenuItem icon={<StageGlyph outcome="won" />} keys="W" onSelect={() => later(() => open('won', deal, anchor))}>
        Won…
      </MenuItem>
      <MenuItem icon={<StageGlyph outcome="lost" />} keys="X" onSelect={() => later(() => open('lost', deal, anchor))}>
        Lost…
      </MenuItem>
      <MenuItem
        icon={<Archive aria-hidden />}
        disabledReason={deal.abilities.archive ? null : 'Only the owner and managers archive a deal.'}
        onSelect={() => void archive(deal)}
      >
        Archive
      </MenuItem>
    </>
  );
}

/** The menu, while it closes, gives focus back to a button that is no longer there. */
const CLOSED_AFTER_MS = 180;

/** The open stages of the deal's pipeline, and moving to one of them. */
export function useTargets(deal: Deal): { stages: readonly TargetStage[]; onChoose: (stageId: string) => void } {
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
