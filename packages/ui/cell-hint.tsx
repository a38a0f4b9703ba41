'use client';

import { Tooltip as Base } from '@base-ui/react/tooltip';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { tooltipClass } from './tooltip.tsx';

const DELAY_MS = 400;

type Hint = {
  isShown: boolean;
  /** Pressed in vain: says why at once. */
  show: () => void;
  hide: () => void;
  /** For the button: shows the hint while it is looked at. */
  handlers: Record<'onPointerEnter' | 'onPointerLeave' | 'onFocus' | 'onBlur', () => void>;
};

/** Whether to say why a cell cannot be changed. */
export function useCellHint(): Hint {
  const [isShown, setShown] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const hide = (): void => {
    clearTimeout(timer.current);
    setShown(false);
  };
  const soon = (): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setShown(true), DELAY_MS);
  };
  return {
    isShown,
    show: () => setShown(true),
    hide,
    handlers: { onPointerEnter: soon, onPointerLeave: hide, onFocus: soon, onBlur: hide },
  };
}

type CellHintProps = { anchor: RefObject<HTMLElement | null>; text: string; onClose: () => void };

/** Why a cell cannot be changed. Its button says the same to screen readers. */
export function CellHint({ anchor, text, onClose }: CellHintProps): ReactNode {
  return (
    <Base.Root open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <Base.Portal>
        <Base.Positioner anchor={anchor} side="top" sideOffset={6} collisionPadding={8} className="z-50">
          <Base.Popup className={tooltipClass}>{text}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
