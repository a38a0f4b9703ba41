'use client';

import { announce } from '@aura/ui/announce';
import { Avatar } from '@aura/ui/avatar';
import { Dialog, DialogClose } from '@aura/ui/dialog';
import { Field } from '@aura/ui/field';
import { IconButton } from '@aura/ui/icon-button';
import { X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { MemberPicker } from './member-picker.tsx';

/** Somebody who sees the record, and why. */
export type Viewer = { userId: string; name: string; why: string; canRemove?: boolean };

export type ShareDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The record's name. */
  name: string;
  viewers: readonly Viewer[];
  /** Null where the person may only look. They throw errors in the person's words. */
  onShare: ((userId: string) => Promise<unknown>) | null;
  onUnshare: ((userId: string) => Promise<unknown>) | null;
};

/** Who sees a record, and letting more people see it. */
export function ShareDialog(props: ShareDialogProps): ReactNode {
  const { open, onOpenChange, name } = props;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Who sees ${name}`}
      description="Managers and admins see everything. A sales rep sees it as one of these."
      footer={<DialogClose>Done</DialogClose>}
    >
      {open ? <ShareBody {...props} /> : null}
    </Dialog>
  );
}

function ShareBody({ viewers, onShare, onUnshare }: ShareDialogProps): ReactNode {
  const [problem, setProblem] = useState<string | null>(null);
  const run = async (change: Promise<unknown>, said: string): Promise<void> => {
    setProblem(null);
    try {
      await change;
      announce(said);
    } catch (failure) {
      setProblem(failure instanceof Error ? failure.message : 'This did not work. Try again.');
    }
  };
  const share = (userId: string | null): void => {
    if (!userId || !onShare) return;
    if (viewers.some((viewer) => viewer.userId === userId)) setProblem('This person sees it already.');
    else void run(onShare(userId), 'Shared');
  };
  return (
    <div className="flex flex-col gap-4">
      <ul className="flex flex-col">
        {viewers.map((viewer) => (
          <li key={`${viewer.why}:${viewer.userId}`} className="flex min-h-10 items-center gap-2">
            <Avatar name={viewer.name} size="sm" />
            <span className="min-w-0 flex-1 wrap-anywhere">{viewer.name}</span>
            <span className="text-small text-muted">{viewer.why}</span>
            {viewer.canRemove && onUnshare ? (
              <IconButton
                label={`Stop sharing with ${viewer.name}`}
                size="sm"
                icon={<X aria-hidden />}
                onClick={() => void run(onUnshare(viewer.userId), `No longer shared with ${viewer.name}`)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {onShare ? (
        <Field label="Share with" error={problem}>
          <MemberPicker key={viewers.length} value={null} onValueChange={share} />
        </Field>
      ) : null}
    </div>
  );
}
