'use client';

import { StageMark } from '@aura/pipelines/client';
import { AnchoredMenu } from '@aura/ui/anchored-menu';
import { MenuItem, MenuRadioGroup, MenuRadioItem, MenuSeparator } from '@aura/ui/menu';
import { Sheet } from '@aura/ui/sheet';
import { StageGlyph } from '@aura/ui/stage-glyph';
import { useNarrow } from '@aura/ui/use-narrow';
import { Archive } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Deal } from '../deal.schema.ts';
import { useDealActions } from './deal-actions-context.ts';
import { MoveSheet } from './move-sheet.tsx';
import { useMoveTargets } from './use-move-targets.ts';

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
  const { stages, onChoose } = useMoveTargets(deal);
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
