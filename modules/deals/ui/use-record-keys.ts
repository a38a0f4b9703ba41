'use client';

import { isShortcut } from '@aura/ui/shortcuts';
import { useEffect, useRef } from 'react';
import type { Deal } from '../deal.schema.ts';
import { type ActionKind, useDealActions } from './deal-actions-context.ts';

const keys: Readonly<Record<string, ActionKind>> = {
  s: 'move',
  m: 'move',
  v: 'value',
  o: 'owner',
  t: 'nextStep',
  w: 'won',
  x: 'lost',
};

/** The keys of a deal's page: they press the button that does the same. */
export function useRecordKeys(deal: Deal): void {
  const actions = useDealActions();
  const latest = useRef({ deal, actions });
  useEffect(() => {
    latest.current = { deal, actions };
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const kind = keys[event.key];
      if (!kind || !isShortcut(event)) return;
      const { deal: shown, actions: able } = latest.current;
      const button = buttonOf(kind, shown);
      if (!button) return;
      event.preventDefault();
      able.open(kind, shown, button);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** The button that does the same; for a move of an open deal the step or the choice that shows where it stands. */
export function buttonOf(kind: ActionKind, deal: Deal): HTMLElement | null {
  const button = document.querySelector<HTMLElement>(`[data-deal-action="${kind}"]`);
  if (button) return button.getAttribute('aria-disabled') === 'true' ? null : button;
  if (kind !== 'move' || !deal.abilities.update) return null;
  return document.querySelector<HTMLElement>('[data-deal-stages] :is([aria-current="step"], select)');
}
