'use client';

import { Pencil } from 'lucide-react';
import { type FocusEvent, type KeyboardEvent, type ReactNode, type RefObject, useId, useRef, useState } from 'react';
import { announce } from './announce.ts';
import { FieldError } from './field.tsx';
import { TextInput } from './text-input.tsx';
import { Tooltip } from './tooltip.tsx';

export type InlineEditor = {
  id: string;
  value: string;
  onValueChange: (value: string) => void;
  'aria-label': string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  autoFocus: true;
  readOnly: boolean;
};

export type InlineEditProps = {
  /** What is edited, e.g. "Value of Acme renewal". */
  label: string;
  value: string;
  /** How the value is shown; by default its text. */
  display?: ReactNode;
  /** Saves; a thrown error's message is shown and the typed value kept. `false`: not saved, and said elsewhere why. */
  onSave: (value: string) => Promise<unknown>;
  /** What is wrong with a value, or null. */
  validate?: (value: string) => string | null;
  /** The value cannot be changed, and why. */
  disabledReason?: string | null;
  /** Another control than a line of text; it must take all the props it is given. */
  editor?: (editor: InlineEditor) => ReactNode;
};

/** A value that is edited where it stands. Enter or leaving saves if valid, Escape brings the old value back. */
export function InlineEdit(props: InlineEditProps): ReactNode {
  const edit = useInlineEdit(props);
  const { label, value, display, disabledReason, editor } = props;
  if (edit.mode === 'view') {
    return (
      <ValueButton
        label={label}
        shown={display ?? (value || '—')}
        disabledReason={disabledReason}
        buttonRef={edit.buttonRef}
        onOpen={edit.open}
      />
    );
  }
  const control: InlineEditor = {
    id: edit.controlId,
    value: edit.draft,
    onValueChange: edit.setDraft,
    'aria-label': label,
    'aria-describedby': edit.error ? edit.errorId : undefined,
    'aria-invalid': edit.error ? true : undefined,
    autoFocus: true,
    readOnly: edit.mode === 'saving',
  };
  return (
    <div
      aria-busy={edit.mode === 'saving' || undefined}
      className={`flex min-w-0 flex-col gap-1 ${edit.mode === 'saving' ? 'shadow-[0_2px_0_var(--primary)]' : ''}`}
      {...edit.handlers}
    >
      {editor ? editor(control) : <TextEditor {...control} />}
      <FieldError id={edit.errorId} error={edit.error} />
    </div>
  );
}

function TextEditor({ onValueChange, ...rest }: InlineEditor): ReactNode {
  return (
    <TextInput
      {...rest}
      onFocus={(event) => event.target.select()}
      onChange={(event) => onValueChange(event.target.value)}
    />
  );
}

type ValueButtonProps = {
  label: string;
  shown: ReactNode;
  disabledReason?: string | null;
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

type InlineEditState = {
  mode: 'view' | 'edit' | 'saving';
  draft: string;
  error: string | null;
  controlId: string;
  errorId: string;
  buttonRef: RefObject<HTMLButtonElement | null>;
  setDraft: (draft: string) => void;
  open: () => void;
  handlers: { onKeyDown: (event: KeyboardEvent) => void; onBlur: (event: FocusEvent) => void };
};

function useInlineEdit({ label, value, onSave, validate }: InlineEditProps): InlineEditState {
  const [mode, setMode] = useState<InlineEditState['mode']>('view');
  const [draft, setDraft] = useState(value);
  const [error, setError] = useState<string | null>(null);
  const controlId = useId();
  const buttonRef = useRef<HTMLButtonElement>(null);
  const isBusy = useRef(false);

  const close = (returnFocus: boolean): void => {
    isBusy.current = true;
    setError(null);
    setMode('view');
    // The button is back after the next paint; a blur that closed us keeps focus where it went.
    requestAnimationFrame(() => {
      isBusy.current = false;
      if (returnFocus) buttonRef.current?.focus();
    });
  };

  const save = async (cause: 'enter' | 'blur'): Promise<void> => {
    if (isBusy.current) return;
    if (draft === value) return close(cause === 'enter');
    const problem = validate?.(draft) ?? null;
    setError(problem);
    if (problem) return;
    isBusy.current = true;
    setMode('saving');
    try {
      if ((await onSave(draft)) !== false) announce(`${label} saved`);
      close(cause === 'enter');
    } catch (failure) {
      isBusy.current = false;
      setMode('edit');
      setError(failure instanceof Error && failure.message ? failure.message : "We couldn't save this. Try again.");
    }
  };

  return {
    mode,
    draft,
    error,
    controlId,
    errorId: `${controlId}-error`,
    buttonRef,
    setDraft,
    open: () => {
      setDraft(value);
      setMode('edit');
    },
    handlers: {
      onBlur: (event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) void save('blur');
      },
      onKeyDown: (event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          close(true);
        }
        if (event.key === 'Enter' && !event.shiftKey) {
          event.preventDefault();
          void save('enter');
        }
      },
    },
  };
}
