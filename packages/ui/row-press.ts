'use client';

import type { KeyboardEvent, MouseEvent } from 'react';
import { isNarrowNow } from './use-narrow.ts';

type RowPress = {
  onClick: (event: MouseEvent<HTMLElement>) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
};

/**
 * What pressing a row or a card beside its buttons does. For the mouse the whole of it leads where its link leads, or
 * opens the panel where there is one and room for it; Space on the link opens the panel too.
 */
export function rowPress(onPeek: (() => void) | undefined): RowPress {
  const peek = (): boolean => {
    if (!onPeek || isNarrowNow()) return false;
    onPeek();
    return true;
  };
  return {
    onClick: (event) => {
      if (!isBackground(event)) return;
      const { ctrlKey, metaKey, shiftKey } = event;
      if (!ctrlKey && !metaKey && !shiftKey && peek()) return;
      linkOf(event.currentTarget)?.dispatchEvent(
        new window.MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }),
      );
    },
    onKeyDown: (event) => {
      const { target } = event;
      const link = target instanceof HTMLElement && target.matches(LINK) ? target : null;
      if (!onPeek || !link || !isSpace(event)) return;
      event.preventDefault();
      if (!peek()) link.click();
    },
  };
}

const isSpace = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean =>
  key === ' ' && ![ctrlKey, metaKey, altKey, shiftKey].includes(true);

const LINK = '[data-row-link], [data-deal-link]';

const linkOf = (row: Element): HTMLElement | null => row.querySelector<HTMLElement>(LINK);

function isBackground({ target, currentTarget }: MouseEvent<HTMLElement>): boolean {
  if (!(target instanceof Element) || !currentTarget.contains(target)) return false;
  if (target.closest('a, button, input, label, select, textarea, [role="menuitem"]')) return false;
  return !window.getSelection()?.toString();
}
