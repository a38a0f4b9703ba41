'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { backdropClass, bodyClass, DialogFoot, DialogHead, type DialogProps, firstControl } from './dialog.tsx';

export type SheetProps = Omit<DialogProps, 'size'> & { size?: 'md' | 'lg' };

const widths = { md: 'sm:max-w-110', lg: 'sm:max-w-160' };

/** A panel at the right edge for reading or editing beside the page's context; up to 640 px it rises from the bottom. */
export function Sheet(props: SheetProps): ReactNode {
  const {
    title,
    description,
    children,
    footer,
    trigger,
    open,
    onOpenChange,
    size = 'md',
    initialFocus,
    finalFocus,
  } = props;
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Viewport className="fixed inset-0 z-40 flex items-end sm:items-stretch sm:justify-end">
          <Base.Popup
            initialFocus={initialFocus ?? firstControl}
            finalFocus={finalFocus}
            className={`${panelClass} ${widths[size]}`}
          >
            <DialogHead title={title} description={description} />
            <div className={bodyClass}>{children}</div>
            {footer ? <DialogFoot>{footer}</DialogFoot> : null}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

const panelClass =
  'flex max-h-[calc(100dvh-2rem)] w-full flex-col rounded-t-panel border border-line bg-raised text-ink shadow-float ' +
  'transition-[transform,opacity] duration-240 ease-ledger sm:max-h-none sm:rounded-none sm:border-y-0 sm:border-e-0 ' +
  'data-ending-style:translate-y-8 data-ending-style:opacity-0 data-starting-style:translate-y-8 data-starting-style:opacity-0 ' +
  'sm:data-ending-style:translate-x-8 sm:data-ending-style:translate-y-0 sm:data-starting-style:translate-x-8 sm:data-starting-style:translate-y-0 ' +
  'motion-reduce:data-ending-style:translate-none motion-reduce:data-starting-style:translate-none';
