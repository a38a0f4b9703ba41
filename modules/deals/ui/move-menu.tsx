'use client';

import { StageMark } from '@aura/pipelines/client';
import { AnchoredMenu } from '@aura/ui/anchored-menu';
import { MenuItem, MenuRadioGroup, MenuRadioItem, MenuSeparator } from '@aura/ui/menu';
import { Sheet } from '@aura/ui/sheet';
import { StageGlyph } from '@aura/ui/stage-glyph';
import { useNarrow } from '@aura/ui/use-narrow';
import { Archive, CalendarClock, Coins, Phone, UserRound } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import type { Deal } from '../deal.schema.ts';
import { previewMove } from './board-preview.ts';
import { type ActionKind, useDealActions } from './deal-actions-context.ts';
import type { TargetStage } from './deal-changes.ts';
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
  const { stages, onChoose } = useMoveTargets(deal);
  const group = useStagePreview(deal, stages);
  return (
    <>
      <div ref={group}>
        <MenuRadioGroup label="Move to stage" value={deal.stageId} onValueChange={onChoose}>
          {stages.map((stage) => (
            <MenuRadioItem key={stage.id} value={stage.id} icon={<StageMark stages={stages} stage={stage} />}>
              {stage.name}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </div>
      {deal.status === 'open' ? <OtherActions deal={deal} anchor={anchor} /> : null}
    </>
  );
}

/** What a card's other buttons and the keys do, for those who use neither. */
function OtherActions({ deal, anchor }: { deal: Deal; anchor: HTMLElement }): ReactNode {
  const { open, archive, canLog } = useDealActions();
  // The next window opens once this one has gone, or it would be closed with it.
  const later = (kind: ActionKind) => (): void => void setTimeout(() => open(kind, deal, anchor), 0);
  const isSummed = deal.amountSource === 'items';
  return (
    <>
      <MenuSeparator />
      <MenuItem icon={<StageGlyph outcome="won" />} keys="W" onSelect={later('won')}>
        Won…
      </MenuItem>
      <MenuItem icon={<StageGlyph outcome="lost" />} keys="X" onSelect={later('lost')}>
        Lost…
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        icon={<Coins aria-hidden />}
        keys="V"
        disabledReason={isSummed ? 'The sum of its line items' : null}
        onSelect={later('value')}
      >
        Change the value…
      </MenuItem>
      <MenuItem
        icon={<UserRound aria-hidden />}
        keys="O"
        disabledReason={deal.abilities.changeOwner ? null : 'Only managers change the owner'}
        onSelect={later('owner')}
      >
        Change the owner…
      </MenuItem>
      <MenuItem icon={<CalendarClock aria-hidden />} keys="T" onSelect={later('nextStep')}>
        Next step…
      </MenuItem>
      {canLog ? (
        <MenuItem icon={<Phone aria-hidden />} keys="L" onSelect={later('call')}>
          Log a call…
        </MenuItem>
      ) : null}
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

const stageItems = (group: Element): HTMLElement[] => [
  ...group.querySelectorAll<HTMLElement>('[role="menuitemradio"]'),
];

/** While a stage is looked at in the menu its column comes into sight and shows where the deal would go. */
function useStagePreview(deal: Deal, stages: readonly TargetStage[]): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const group = ref.current;
    if (!group) return;
    const onFocus = ({ target }: FocusEvent): void => {
      const stage = stages[stageItems(group).indexOf(target as HTMLElement)];
      previewMove(stage && stage.id !== deal.stageId ? { stageId: stage.id, name: deal.name } : null);
      if (stage) bringIntoSight(stage.id);
    };
    const onLeave = (): void => previewMove(null);
    const onKeyDown = (event: KeyboardEvent): void => alsoSideways(group, event);
    group.addEventListener('focusin', onFocus);
    group.addEventListener('focusout', onLeave);
    group.addEventListener('keydown', onKeyDown);
    return () => {
      group.removeEventListener('focusin', onFocus);
      group.removeEventListener('focusout', onLeave);
      group.removeEventListener('keydown', onKeyDown);
      previewMove(null);
    };
  }, [deal, stages]);
  return ref;
}

function bringIntoSight(stageId: string): void {
  document
    .querySelector(`[data-column="${CSS.escape(stageId)}"]`)
    ?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
}

/** The stages stand side by side on the board: left and right go through them too. */
function alsoSideways(group: HTMLElement, event: KeyboardEvent): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return;
  const items = stageItems(group);
  event.preventDefault();
  event.stopPropagation();
  items[items.indexOf(event.target as HTMLElement) + step]?.focus();
}
