'use client';

import { type ReactNode, useState } from 'react';
import { Button } from './button.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Dialog, DialogClose } from './dialog.tsx';
import { Field } from './field.tsx';
import { GalleryRow, GallerySection, longText } from './gallery-section.tsx';
import { Popover } from './popover.tsx';
import { Sheet } from './sheet.tsx';
import { TextInput } from './text-input.tsx';
import { Textarea } from './textarea.tsx';
import { Tooltip } from './tooltip.tsx';

export function GalleryOverlays(): ReactNode {
  const [isConfirming, setConfirming] = useState(false);
  return (
    <GallerySection title="Overlays">
      <GalleryRow title="Dialog, confirmation, sheet, popover, tooltip">
        <Dialog
          trigger={<Button>Open dialog</Button>}
          title="New deal"
          description="A name is enough to begin."
          footer={
            <>
              <DialogClose />
              <Button variant="primary">Create deal</Button>
            </>
          }
        >
          <div className="flex flex-col gap-4">
            <Field label="Deal name">
              <TextInput defaultValue={longText} />
            </Field>
            <Field label="Note">
              <Textarea rows={12} />
            </Field>
          </div>
        </Dialog>
        <Button variant="danger" onClick={() => setConfirming(true)}>
          Delete 3 deals
        </Button>
        <ConfirmDialog
          open={isConfirming}
          onOpenChange={setConfirming}
          title="Delete 3 deals?"
          consequence="Their activities go with them. You can restore them for 30 days."
          confirmLabel="Delete 3 deals"
          onConfirm={() => undefined}
        />
        <Sheet trigger={<Button>Open sheet</Button>} title="Acme renewal" footer={<DialogClose>Close</DialogClose>}>
          <p>{longText}</p>
        </Sheet>
        <Popover trigger={<Button>Open popover</Button>} title="Owner">
          <Field label="Name">
            <TextInput />
          </Field>
        </Popover>
        <Tooltip content="4 Mar 2026, 14:05">
          <Button variant="ghost">Open tooltip</Button>
        </Tooltip>
      </GalleryRow>
    </GallerySection>
  );
}
