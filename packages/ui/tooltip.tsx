'use client';

import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';

export type TooltipProps = {
  content: ReactNode;
  /** The element the tooltip explains; must take a ref and pass its props on. */
  children: ReactElement;
  side?: 'top' | 'right' | 'bottom' | 'left';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

/** Extra words on hover and focus. Escape closes it, the pointer may enter it. Nothing essential lives only here. */
export function Tooltip({ content, children, side = 'top', open, onOpenChange }: TooltipProps): ReactNode {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Trigger render={children} delay={400} closeOnClick={false} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} collisionPadding={8} className="z-50">
          <Base.Popup className={tooltipClass}>{content}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** Groups tooltips: after the first has opened, its neighbours open at once. */
export function TooltipProvider({ children }: { children: ReactNode }): ReactNode {
  return <Base.Provider delay={400}>{children}</Base.Provider>;
}

export const tooltipClass =
  'max-w-72 rounded-control bg-ink px-2.5 py-1.5 text-small text-canvas shadow-float transition-opacity duration-120 data-ending-style:opacity-0 data-starting-style:opacity-0';
