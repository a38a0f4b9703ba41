'use client';

import { Pencil } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { announce } from './announce.ts';
import { IconButton } from './icon-button.tsx';
import { Popover } from './popover.tsx';
import { Spinner } from './spinner.tsx';

export type PickerEditProps = {
  /** What is chosen, e.g. "Owner". */
  label: string;
  /** The value as it is read: text or a link. */
  display: ReactNode;
  disabledReason?: string | null;
  /** The single key that opens it on a record's page. */
  shortcut?: string;
  /** Draws the picker; it calls `choose` once, which saves and closes. */
  children: (choose: (value: string | null) => void) => ReactNode;
  /** Throws an error whose message is shown. `false`: not saved, and said elsewhere why. */
  onSave: (value: string | null) => Promise<unknown>;
};

/** A value that is chosen from a list where it stands: the pencil opens the picker, choosing saves. */
export function PickerEdit({ label, display, disabledReason, shortcut, children, onSave }: PickerEditProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const [state, setState] = useState<{ isSaving: boolean; problem: string | null }>({ isSaving: false, problem: null });
  const choose = async (value: string | null): Promise<void> => {
    setState({ isSaving: true, problem: null });
    try {
      if ((await onSave(value)) !== false) announce(`${label} saved`);
      setOpen(false);
      setState({ isSaving: false, problem: null });
    } catch (failure) {
      const problem =
        failure instanceof Error && failure.message ? failure.message : "We couldn't save this. Try again.";
      setState({ isSaving: false, problem });
    }
  };
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
        {children((value) => void choose(value))}
        {state.isSaving ? (
          <p className="mt-2 flex items-center gap-1.5 text-small text-muted">
            <Spinner className="size-3.5" /> Saving…
          </p>
        ) : null}
        {state.problem ? (
          <p role="alert" className="mt-2 text-small font-medium text-danger">
            {state.problem}
          </p>
        ) : null}
      </Popover>
    </span>
  );
}
