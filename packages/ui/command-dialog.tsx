'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode, RefObject } from 'react';
import { backdropClass } from './dialog.tsx';

export type CommandDialogProps = {
  /** Names the dialog; not shown. */
  title: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Runs once it has gone and focus is back where it came from. */
  onClosed: () => void;
  initialFocus: RefObject<HTMLElement | null>;
  /** What had focus before; the field takes it too early for the dialog to know. */
  finalFocus: RefObject<HTMLElement | null>;
  children: ReactNode;
};

/** A modal near the top for a field and its list; up to 640 px the whole screen. Escape closes it and focus returns. */
export function CommandDialog(props: CommandDialogProps): ReactNode {
  const { title, open, onOpenChange, onClosed, initialFocus, finalFocus, children } = props;
  return (
    <Base.Root
      open={open}
      onOpenChange={onOpenChange}
      onOpenChangeComplete={(isOpen) => (isOpen ? undefined : onClosed())}
    >
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Viewport className="fixed inset-0 z-40 flex items-start justify-center sm:p-6 sm:pt-[12dvh]">
          <Base.Popup initialFocus={initialFocus} finalFocus={finalFocus} className={popupClass}>
            <Base.Title className="sr-only">{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

// It comes at once: whoever types ahead must not lose letters to a movement.
const popupClass =
  'flex h-dvh w-full flex-col overflow-hidden bg-raised text-ink shadow-float sm:h-auto sm:max-h-[min(32rem,76dvh)] sm:max-w-160 sm:rounded-panel sm:border sm:border-line';
