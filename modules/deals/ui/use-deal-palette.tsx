'use client';

import { startLog } from '@aura/activities/client';
import { StageMark } from '@aura/pipelines/client';
import { Avatar } from '@aura/ui/avatar';
import { type PaletteAction, usePaletteActions } from '@aura/ui/palette-actions';
import { StageGlyph } from '@aura/ui/stage-glyph';
import { Banknote, CalendarClock, Phone, Shuffle, UserRound } from 'lucide-react';
import type { Deal } from '../deal.schema.ts';
import { type ActionKind, useDealActions } from './deal-actions-context.ts';
import { useMe, usePeople } from './people.ts';
import { useMoveTargets } from './use-move-targets.ts';
import { buttonOf } from './use-record-keys.ts';

/** Offers in the palette what the page of a deal offers: the same windows, the same abilities. */
export function useDealPalette(deal: Deal): void {
  const { stages, onChoose } = useMoveTargets(deal);
  const people = usePeople();
  const { open, assign } = useDealActions();
  const canLog = useMe()?.can('activity:create') === true && !deal.deletedAt;
  const { update, changeOwner } = deal.abilities;
  const isOpen = deal.status === 'open';
  const inWindow = (kind: ActionKind) => () => {
    const button = buttonOf(kind, deal);
    if (button) open(kind, deal, button);
  };
  const move: PaletteAction = {
    id: 'move',
    label: isOpen ? 'Move to…' : 'Reopen in…',
    keys: 'S',
    icon: <Shuffle aria-hidden />,
    ask: 'Move to which stage?',
    choices: stages
      .filter((stage) => !isOpen || stage.id !== deal.stageId)
      .map((stage) => ({
        id: stage.id,
        label: stage.name,
        icon: <StageMark stages={stages} stage={stage} />,
        run: () => onChoose(stage.id),
      })),
  };
  const give: PaletteAction = {
    id: 'assign',
    label: 'Assign to…',
    keys: 'O',
    icon: <UserRound aria-hidden />,
    ask: 'Assign to whom?',
    choices: people
      .filter(({ userId }) => userId !== deal.ownerId)
      .map((person) => ({
        id: person.userId,
        label: person.name,
        icon: <Avatar name={person.name} size="sm" />,
        run: () => void assign(deal, person),
      })),
  };
  const close: PaletteAction[] = [
    { id: 'won', label: 'Mark won…', keys: 'W', icon: <StageGlyph outcome="won" />, run: inWindow('won') },
    { id: 'lost', label: 'Mark lost…', keys: 'X', icon: <StageGlyph outcome="lost" />, run: inWindow('lost') },
  ];
  const value: PaletteAction = {
    id: 'value',
    label: 'Edit value…',
    keys: 'V',
    icon: <Banknote aria-hidden />,
    run: inWindow('value'),
  };
  const step: PaletteAction = {
    id: 'step',
    label: 'Set next step…',
    keys: 'T',
    icon: <CalendarClock aria-hidden />,
    run: inWindow('nextStep'),
  };
  usePaletteActions(deal.name, [
    ...(update ? [move] : []),
    ...(changeOwner ? [give] : []),
    ...(canLog ? [{ id: 'log', label: 'Log call', keys: 'L', icon: <Phone aria-hidden />, run: startLog }] : []),
    ...(update && isOpen ? close : []),
    ...(update && deal.amountSource !== 'items' ? [value] : []),
    ...(update && isOpen ? [step] : []),
  ]);
}
