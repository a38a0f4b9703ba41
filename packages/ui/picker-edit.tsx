'use client';

import { Pencil } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { IconButton } from './icon-button.tsx';
import { PickerBody, type PickerBodyProps } from './picker-body.tsx';
import { Popover } from './popover.tsx';

export type PickerEditProps = Pick<PickerBodyProps, 'label' | 'children' | 'onSave'> & {
  /** The value as it is read: text or a link. */
  display: ReactNode;
  disabledReason?: string | null;
  /** The single key that opens it on a record's page. */
  shortcut?: string;
};

/** A value that is chosen from a list where it stands: the pencil opens the picker, choosing saves. */
export function PickerEdit({ label, display, disabledReason, shortcut, children, onSave }: PickerEditProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <span className="flex min-w-0 items-center gap-1">
      <span className="min-w-0 wrap-anywhere">{display}</span>
      <Popover
        title={label}
        open={isOpen}
        onOpenChange={setOpen}
        trigger={
          <IconButton
            size="sm"
            label={`Change ${label.toLowerCase()}`}
            icon={<Pencil aria-hidden className="size-3.5 text-muted" />}
            disabledReason={disabledReason ?? null}
            data-shortcut={shortcut}
          />
        }
      >
        <PickerBody label={label} onSave={onSave} onDone={() => setOpen(false)}>
          {children}
        </PickerBody>
      </Popover>
    </span>
  );
}
