'use client';

import type { ReactNode } from 'react';
import { bodyClass, type DialogProps, Modal } from './dialog.tsx';

export type SheetProps = Omit<DialogProps, 'size'> & { size?: 'md' | 'peek' | 'lg' };

const widths = { md: 'sm:max-w-110', peek: 'sm:max-w-120', lg: 'sm:max-w-160' };

/** A panel at the right edge for reading or editing beside the page's context; up to 640 px it rises from the bottom. */
export function Sheet({ children, size = 'md', ...rest }: SheetProps): ReactNode {
  return (
    <Modal
      {...rest}
      viewportClass="flex items-end sm:items-stretch sm:justify-end"
      popupClass={`${panelClass} ${widths[size]}`}
    >
      <div className={bodyClass}>{children}</div>
    </Modal>
  );
}

const panelClass =
  'flex max-h-[calc(100dvh-2rem)] w-full flex-col rounded-t-panel border border-line bg-raised text-ink shadow-float ' +
  'transition-[transform,opacity] duration-240 ease-ledger sm:max-h-none sm:rounded-none sm:border-y-0 sm:border-e-0 ' +
  'data-ending-style:translate-y-8 data-ending-style:opacity-0 data-starting-style:translate-y-8 data-starting-style:opacity-0 ' +
  'sm:data-ending-style:translate-x-8 sm:data-ending-style:translate-y-0 sm:data-starting-style:translate-x-8 sm:data-starting-style:translate-y-0 ' +
  'motion-reduce:data-ending-style:translate-none motion-reduce:data-starting-style:translate-none';
