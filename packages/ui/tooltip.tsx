'use client';

import { Tooltip as Base } from '@base-ui/react/tooltip';
import {
  cloneElement,
  type DOMAttributes,
  type ReactElement,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react';

const OPEN_AFTER_MS = 400;
/** A pointer on its way into the tooltip leaves its element first. */
const CLOSE_AFTER_MS = 120;
/** After one has closed its neighbours open at once for so long. */
const NEIGHBOURS_FOR_MS = 400;

let closedAtMs = Number.NEGATIVE_INFINITY;

export type TooltipProps = {
  content: ReactNode;
  /** The element the tooltip explains; must pass its handlers on. */
  children: ReactElement<TooltipHandlers>;
  side?: 'top' | 'right' | 'bottom' | 'left';
  /** A tap shows no hover tooltip: a press of what cannot be used says why. */
  opensOnPress?: boolean;
};

type TooltipHandlers = Pick<
  DOMAttributes<HTMLElement>,
  'onPointerEnter' | 'onPointerLeave' | 'onPointerUp' | 'onFocus' | 'onBlur'
>;

/**
 * Extra words on hover and focus. Escape closes it, the pointer may enter it. Nothing essential lives only here. A table has
 * hundreds: only the open one is made.
 */
export function Tooltip({ content, children, side = 'top', opensOnPress = false }: TooltipProps): ReactNode {
  const { anchor, show, hide } = useAnchor();
  const own = children.props;
  return (
    <>
      {cloneElement(children, {
        onPointerEnter: (event) => {
          own.onPointerEnter?.(event);
          if (event.pointerType !== 'touch') show(event.currentTarget, openDelayMs());
        },
        onPointerLeave: (event) => {
          own.onPointerLeave?.(event);
          hide(CLOSE_AFTER_MS);
        },
        onPointerUp: (event) => {
          own.onPointerUp?.(event);
          if (opensOnPress) show(event.currentTarget, 0);
        },
        onFocus: (event) => {
          own.onFocus?.(event);
          if (event.currentTarget.matches(':focus-visible')) show(event.currentTarget, 0);
        },
        onBlur: (event) => {
          own.onBlur?.(event);
          hide(0);
        },
      })}
      {anchor ? (
        <Base.Root open onOpenChange={(isOpen) => (isOpen ? undefined : hide(0))}>
          <Base.Portal>
            <Base.Positioner anchor={anchor} side={side} sideOffset={6} collisionPadding={8} className="z-50">
              <Base.Popup
                role="tooltip"
                className={tooltipClass}
                onPointerEnter={() => show(anchor, 0)}
                onPointerLeave={() => hide(CLOSE_AFTER_MS)}
              >
                {content}
              </Base.Popup>
            </Base.Positioner>
          </Base.Portal>
        </Base.Root>
      ) : null}
    </>
  );
}

const openDelayMs = (): number => (performance.now() - closedAtMs < NEIGHBOURS_FOR_MS ? 0 : OPEN_AFTER_MS);

type Anchor = {
  /** The element whose tooltip is open. */
  anchor: HTMLElement | null;
  show: (element: HTMLElement, afterMs: number) => void;
  hide: (afterMs: number) => void;
};

/** The last that was said holds: a pointer that comes back in time keeps its tooltip. */
function useAnchor(): Anchor {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const soon = (next: HTMLElement | null, afterMs: number): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (!next && anchor) closedAtMs = performance.now();
      setAnchor(next);
    }, afterMs);
  };
  return { anchor, show: (element, afterMs) => soon(element, afterMs), hide: (afterMs) => soon(null, afterMs) };
}

export const tooltipClass =
  'max-w-72 rounded-control bg-ink px-2.5 py-1.5 text-small text-canvas shadow-float transition-opacity duration-120 data-starting-style:opacity-0';
