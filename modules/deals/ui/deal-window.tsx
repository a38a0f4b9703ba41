'use client';

import { AnchoredPopover } from '@aura/ui/anchored-popover';
import type { ReactNode } from 'react';
import type { Deal } from '../deal.schema.ts';
import { CallForm } from './call-form.tsx';
import { type ActionKind, focusDeal, linkOfDeal, neighbourOf, useDealActions } from './deal-actions-context.ts';
import type { FieldChanges } from './deal-changes.ts';
import { LostForm } from './lost-form.tsx';
import { MoveMenu } from './move-menu.tsx';
import { NextStepForm } from './next-step-form.tsx';
import { OwnerMenu } from './owner-menu.tsx';
import { ValueForm } from './value-form.tsx';
import { WonForm } from './won-form.tsx';

export type OpenWindow = { kind: ActionKind; deal: Deal; anchor: HTMLElement };

type DealWindowProps = {
  shown: OpenWindow | null;
  onClose: () => void;
};

/** The one window that is open beside a deal: a menu of stages or people, or a form of a field or two. */
export function DealWindow({ shown, onClose }: DealWindowProps): ReactNode {
  const { assign } = useDealActions();
  const kind = shown?.kind;
  // A moved card is another element in another column: focus goes to its link there.
  const focusBack = (): HTMLElement | null => (shown && !shown.anchor.isConnected ? linkOfDeal(shown.deal.id) : null);
  const isForm = kind === 'value' || kind === 'won' || kind === 'lost' || kind === 'nextStep' || kind === 'call';
  return (
    <>
      <MoveMenu shown={kind === 'move' ? shown : null} onClose={onClose} onFocusBack={focusBack} />
      <OwnerMenu
        shown={kind === 'owner' ? shown : null}
        onClose={onClose}
        onAssign={(deal, person) => void assign(deal, person)}
      />
      <AnchoredPopover
        anchor={isForm && shown ? shown.anchor : null}
        title={shown ? titles[shown.kind] : ''}
        onClose={onClose}
        onFocusBack={focusBack}
      >
        {shown && isForm ? <WindowForm shown={shown} onClose={onClose} /> : null}
      </AnchoredPopover>
    </>
  );
}

const titles: Record<ActionKind, string> = {
  move: 'Move to stage',
  owner: 'Owner',
  value: 'Value',
  won: 'Mark as won',
  lost: 'Why was it lost?',
  nextStep: 'Next step',
  call: 'How did the call go?',
};

type WindowFormProps = { shown: OpenWindow; onClose: () => void };

function WindowForm({ shown, onClose }: WindowFormProps): ReactNode {
  const { deal, kind } = shown;
  const close = useClosing(deal, onClose);
  const { change } = useDealActions();
  const save = (fields: FieldChanges): void => {
    onClose();
    void change(deal, fields);
  };
  switch (kind) {
    case 'value':
      return <ValueForm deal={deal} onSave={save} />;
    case 'nextStep':
      return <NextStepForm deal={deal} onSave={save} />;
    case 'won':
      return <WonForm deal={deal} onWon={(fields) => close('won', fields)} />;
    case 'lost':
      return <LostForm onLost={(lostReason) => close('lost', { lostReason })} />;
    case 'call':
      return <CallForm deal={deal} onClose={onClose} />;
    case 'move':
    case 'owner':
      return null;
  }
}

/** Closes a deal into the won or lost stage of its own pipeline. */
function useClosing(deal: Deal, onClose: () => void): (kind: 'won' | 'lost', fields: FieldChanges) => void {
  const { move, closingStage } = useDealActions();
  return (kind, fields) => {
    const stage = closingStage(deal, kind);
    const next = neighbourOf(deal.id);
    onClose();
    if (!stage) return;
    void move(deal, { stage, fields });
    if (next) focusDeal(next);
  };
}
