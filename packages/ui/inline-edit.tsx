'use client';

import { Pencil } from 'lucide-react';
import { type ReactNode, type RefObject, useId, useRef, useState } from 'react';
import { InlineEditor, type InlineEditorProps, type InlineExit } from './inline-editor.tsx';
import { Tooltip } from './tooltip.tsx';

export type InlineEditProps = Pick<InlineEditorProps, 'label' | 'value' | 'onSave' | 'validate' | 'editor'> & {
  /** How the value is shown; by default its text. */
  display?: ReactNode;
  /** The value cannot be changed, and why. */
  disabledReason?: string | null;
};

/** A value that is edited where it stands. Enter or leaving saves if valid, Escape brings the old value back. */
export function InlineEdit({ display, disabledReason, ...edit }: InlineEditProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = (exit: InlineExit): void => {
    setOpen(false);
    // The button is back after the next paint; a blur that closed us keeps focus where it went.
    if (exit !== 'leave') requestAnimationFrame(() => button.current?.focus());
  };
  if (isOpen) return <InlineEditor {...edit} onClose={close} />;
  return (
    <ValueButton
      label={edit.label}
      shown={display ?? (edit.value || '—')}
      disabledReason={disabledReason}
      buttonRef={button}
      onOpen={() => setOpen(true)}
    />
  );
}

type ValueButtonProps = {
  label: string;
  shown: ReactNode;
  disabledReason?: string | null | undefined;
  buttonRef: RefObject<HTMLButtonElement | null>;
  onOpen: () => void;
};

function ValueButton({ label, shown, disabledReason, buttonRef, onOpen }: ValueButtonProps): ReactNode {
  const hintId = useId();
  const button = (
    <button
      ref={buttonRef}
      type="button"
      aria-disabled={disabledReason ? true : undefined}
      aria-describedby={hintId}
      onClick={disabledReason ? undefined : onOpen}
      onKeyDown={(event) => {
        if (event.key === 'F2' && !disabledReason) onOpen();
      }}
      className="group/edit -mx-1.5 inline-flex min-h-8 max-w-[calc(100%+0.75rem)] items-center gap-1.5 rounded-control px-1.5 text-start hover:bg-sunken aria-disabled:cursor-not-allowed aria-disabled:hover:bg-transparent pointer-coarse:min-h-11"
    >
      <span className="min-w-0 wrap-break-word">{shown}</span>
      {disabledReason ? (
        // Keeps figures in one line with those that can be edited.
        <span aria-hidden className="size-3.5 shrink-0" />
      ) : (
        <Pencil
          aria-hidden
          className="invisible size-3.5 text-muted group-hover/edit:visible group-focus-visible/edit:visible pointer-coarse:visible"
        />
      )}
    </button>
  );
  return (
    <>
      {disabledReason ? <Tooltip content={disabledReason}>{button}</Tooltip> : button}
      <span id={hintId} hidden>
        {disabledReason ? `${label}. ${disabledReason}` : `Change ${label}`}
      </span>
    </>
  );
}
