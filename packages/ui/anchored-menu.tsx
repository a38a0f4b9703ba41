'use client';

import { Menu as Base } from '@base-ui/react/menu';
import { type ReactNode, useState } from 'react';
import { unlessInDialog } from './focus-back.ts';
import { menuPopupClass } from './menu-class.ts';

export type AnchoredMenuProps = {
  /** The button that the menu stands beside. Null: closed. */
  anchor: HTMLElement | null;
  /** Names the menu. */
  label: string | { id: string };
  onClose: () => void;
  /** Where focus goes on closing; by default to where it was: a key opens the menu of another button too. */
  onFocusBack?: () => HTMLElement | null;
  /** Opened by a key: focus begins at an entry. */
  isByKey?: boolean;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom' | 'left' | 'right';
  children: ReactNode;
};

/** One menu shared by many buttons, as on a board of cards: only the open one exists. */
export function AnchoredMenu(props: AnchoredMenuProps): ReactNode {
  const { anchor, label, onClose, onFocusBack, isByKey = false, children, ...at } = props;
  // On its way out it stays where it was.
  const [place, setPlace] = useState(anchor);
  if (anchor && anchor !== place) setPlace(anchor);
  return (
    <Base.Root open={anchor !== null} onOpenChange={(isOpen) => (isOpen ? undefined : onClose())} modal={false}>
      <Base.Portal>
        <Base.Positioner anchor={place} align="start" {...at} sideOffset={4} collisionPadding={8} className="z-50">
          <Base.Popup
            {...(typeof label === 'string' ? { 'aria-label': label } : { 'aria-labelledby': label.id })}
            ref={isByKey ? focusFirst : focusChosen}
            className={menuPopupClass}
            // Without a trigger of its own it would keep the focus on an empty place behind its last item.
            onKeyDown={(event) => {
              if (event.key !== 'Tab') return;
              event.preventDefault();
              onClose();
            }}
            finalFocus={unlessInDialog(() => onFocusBack?.() ?? true)}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

const CHOSEN = '[role="menuitemradio"][aria-checked="true"]';

/** Begins at what is chosen now, so that one arrow key leads to its neighbour. */
const focusChosen = (popup: HTMLElement | null): void => focusSoon(popup, CHOSEN);

const focusFirst = (popup: HTMLElement | null): void => focusSoon(popup, CHOSEN, '[role^="menuitem"]');

/** Deferred: the menu first takes focus itself. */
function focusSoon(popup: HTMLElement | null, ...selectors: string[]): void {
  requestAnimationFrame(() => {
    const found = selectors.map((selector) => popup?.querySelector<HTMLElement>(selector));
    found.find(Boolean)?.focus();
  });
}
