'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ComponentProps, ReactElement, ReactNode, RefObject } from 'react';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';

export type DialogProps = {
  title: ReactNode;
  /** One sentence under the title, read out when the dialog opens. */
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons at the end; they stay in sight while the body scrolls. */
  footer?: ReactNode;
  /** A button that opens the dialog. Leave out when `open` is controlled. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  size?: 'sm' | 'md' | 'lg';
  /** Where focus goes first; by default the first control of the body. */
  initialFocus?: RefObject<HTMLElement | null>;
  /** Where focus goes on closing; by default back to what opened the dialog. */
  finalFocus?: RefObject<HTMLElement | null>;
};

const widths = { sm: 'sm:max-w-100', md: 'sm:max-w-140', lg: 'sm:max-w-200' };

/** A modal in the middle; up to 640 px a sheet at the bottom. Escape closes it and focus returns. Never nest them. */
export function Dialog({ children, size = 'md', ...rest }: DialogProps): ReactNode {
  return (
    <Modal
      {...rest}
      viewportClass="flex items-end justify-center sm:items-center sm:p-6"
      popupClass={`${popupClass} ${widths[size]}`}
    >
      {children ? <div className={bodyClass}>{children}</div> : null}
    </Modal>
  );
}

type ModalProps = Omit<DialogProps, 'size'> & { viewportClass: string; popupClass: string };

/** What a dialog and a sheet have in common: head, foot, and where focus goes. */
export function Modal(props: ModalProps): ReactNode {
  const { title, description, children, footer, trigger, open, onOpenChange } = props;
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Viewport className={`fixed inset-0 z-40 ${props.viewportClass}`}>
          <Base.Popup
            initialFocus={props.initialFocus ?? firstControl}
            finalFocus={props.finalFocus}
            className={props.popupClass}
          >
            <DialogHead title={title} description={description} />
            {children}
            {footer ? <DialogFoot>{footer}</DialogFoot> : null}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** A button that closes the dialog or sheet around it. */
export function DialogClose({ children = 'Cancel', ...rest }: ComponentProps<typeof Button>): ReactNode {
  return <Base.Close render={<Button {...rest}>{children}</Button>} />;
}

function DialogHead({ title, description }: { title: ReactNode; description?: ReactNode }): ReactNode {
  return (
    <header className="flex items-start gap-3 border-b border-line px-4 py-3 sm:px-5 sm:py-4">
      <div className="min-w-0 flex-1 self-center">
        <Base.Title className="text-h2 wrap-anywhere text-ink">{title}</Base.Title>
        {description ? <Base.Description className="mt-1 text-body text-muted">{description}</Base.Description> : null}
      </div>
      <Base.Close
        render={<IconButton label="Close" size="sm" icon={<X aria-hidden />} data-dialog-close className="-me-1.5" />}
      />
    </header>
  );
}

export function DialogFoot({ children }: { children: ReactNode }): ReactNode {
  return (
    <footer className="flex flex-wrap justify-end gap-2 border-t border-line bg-canvas px-4 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:rounded-b-panel sm:px-5">
      {children}
    </footer>
  );
}

export const bodyClass = 'min-h-0 flex-1 overflow-y-auto overscroll-contain p-4 sm:p-5';

export const backdropClass =
  'fixed inset-0 z-40 bg-scrim transition-opacity duration-180 data-ending-style:opacity-0 data-starting-style:opacity-0';

const popupClass =
  'flex max-h-[calc(100dvh-2rem)] w-full flex-col overflow-hidden rounded-t-panel border border-line bg-raised text-ink shadow-float ' +
  'transition-[transform,opacity] duration-180 ease-ledger sm:rounded-panel ' +
  'data-ending-style:translate-y-4 data-ending-style:opacity-0 data-starting-style:translate-y-4 data-starting-style:opacity-0 ' +
  'motion-reduce:data-ending-style:translate-y-0 motion-reduce:data-starting-style:translate-y-0';

/** The close button comes first in the DOM but is the last thing someone opening a form wants. */
function firstControl(): HTMLElement | true {
  const controls = document.querySelectorAll<HTMLElement>(
    '[role="dialog"][data-open] :is(input:not([type="hidden"]), select, textarea, button, a[href])' +
      ':not([data-dialog-close], [disabled], [aria-hidden="true"])',
  );
  return controls[0] ?? true;
}
