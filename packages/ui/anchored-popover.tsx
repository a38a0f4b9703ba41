'use client';

import { Popover as Base } from '@base-ui/react/popover';
import type { KeyboardEvent, ReactNode } from 'react';
import { unlessInDialog } from './focus-back.ts';

export type AnchoredPopoverProps = {
  /** The button that was pressed: the panel stands beside it, and focus returns to it. Null: closed. */
  anchor: HTMLElement | null;
  title: ReactNode;
  onClose: () => void;
  /** Where focus goes on closing; by default the anchor. */
  onFocusBack?: () => HTMLElement | null;
  /** Keys of what is inside, before the panel's own. */
  onKeyDown?: (event: KeyboardEvent) => void;
  children: ReactNode;
};

/** One popover shared by many buttons: only the open one exists. */
export function AnchoredPopover({
  anchor,
  title,
  onClose,
  onFocusBack,
  onKeyDown,
  children,
}: AnchoredPopoverProps): ReactNode {
  return (
    <Base.Root open={anchor !== null} onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <Base.Portal>
        <Base.Positioner anchor={anchor} align="start" sideOffset={6} collisionPadding={8} className="z-50">
          <Base.Popup
            onKeyDown={onKeyDown}
            finalFocus={unlessInDialog(() => onFocusBack?.() ?? (anchor?.isConnected ? anchor : true))}
            className="max-h-(--available-height) w-80 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-panel border border-line bg-raised p-4 text-ink shadow-float transition-opacity duration-120 data-ending-style:opacity-0 data-starting-style:opacity-0"
          >
            <Base.Title className="mb-3 text-h3">{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
