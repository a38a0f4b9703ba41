'use client';

import { Popover as Base } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';

export type PopoverProps = {
  trigger: ReactElement;
  /** Names the popover; shown unless `hideTitle`. */
  title: ReactNode;
  hideTitle?: boolean;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

/** A small panel beside its button, for a filter or one short form. */
export function Popover({
  trigger,
  title,
  hideTitle = false,
  children,
  align = 'start',
  open,
  onOpenChange,
}: PopoverProps): ReactNode {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} sideOffset={6} collisionPadding={8} className="z-50">
          <Base.Popup className="max-h-(--available-height) w-80 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-panel border border-line bg-raised p-4 text-ink shadow-float transition-opacity duration-120 data-ending-style:opacity-0 data-starting-style:opacity-0">
            <Base.Title className={hideTitle ? 'sr-only' : 'mb-3 text-h3'}>{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** Wraps a button so that pressing it closes the popover around it. */
export function PopoverClose({ children }: { children: ReactElement }): ReactNode {
  return <Base.Close render={children} />;
}
