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
      const button = document.querySelector<HTMLElement>(`[data-deal-action="${kind}"]`);
      const { deal: shown, actions: able } = latest.current;
      if (!button || button.getAttribute('aria-disabled') === 'true') return;
      event.preventDefault();
      able.open(kind, shown, button);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
