'use client';

import { type FocusEvent, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { announce } from './announce.ts';
import { FieldError } from './field.tsx';
import { TextInput } from './text-input.tsx';

export type InlineControl = {
  id: string;
  value: string;
  onValueChange: (value: string) => void;
  'aria-label': string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  autoFocus: true;
  readOnly: boolean;
};

/** How an edit ended: focus stays, has gone elsewhere, or goes on to a neighbour. */
export type InlineExit = 'stay' | 'leave' | 'next' | 'previous';

export type InlineEditorProps = {
  /** What is edited, e.g. "Value of Acme renewal". */
  label: string;
  value: string;
  /** Saves; a thrown error's message is shown and the typed value kept. `false`: nothing more to say about it. */
  onSave: (value: string) => Promise<unknown>;
  /** What is wrong with a value, or null. */
  validate?: ((value: string) => string | null) | undefined;
  /** Another control than a line of text; it must take all the props it is given. */
  editor?: ((control: InlineControl) => ReactNode) | undefined;
  onClose: (exit: InlineExit) => void;
  /** Tab saves and goes on to a neighbour, as in a table. */
  hasNeighbours?: boolean;
  /** Laid over its place, which keeps its size. */
  isOver?: boolean;
};

/** A value while it is edited. Enter saves, leaving saves if valid, Escape brings the old value back. */
export function InlineEditor(props: InlineEditorProps): ReactNode {
  const { label, editor, isOver = false } = props;
  const edit = useInlineEditor(props);
  const control: InlineControl = {
    id: edit.controlId,
    value: edit.draft,
    onValueChange: edit.setDraft,
    'aria-label': label,
    'aria-describedby': edit.error ? edit.errorId : undefined,
    'aria-invalid': edit.error ? true : undefined,
    autoFocus: true,
    readOnly: edit.isSaving,
  };
  return (
    <div
      aria-busy={edit.isSaving || undefined}
      className={`flex min-w-0 flex-col gap-1 ${edit.isSaving ? 'shadow-[0_2px_0_var(--primary)]' : ''}`}
      {...edit.handlers}
    >
      {editor ? editor(control) : <TextEditor {...control} />}
      {edit.error && isOver ? (
        <div className="rounded-control border border-danger bg-raised p-2 shadow-float">
          <FieldError id={edit.errorId} error={edit.error} />
        </div>
      ) : (
        <FieldError id={edit.errorId} error={edit.error} />
      )}
    </div>
  );
}

function TextEditor({ onValueChange, ...rest }: InlineControl): ReactNode {
  return (
    <TextInput
      {...rest}
      autoComplete="off"
      onFocus={(event) => event.target.select()}
      onChange={(event) => onValueChange(event.target.value)}
    />
  );
}

type InlineEditorState = {
  draft: string;
  error: string | null;
  isSaving: boolean;
  controlId: string;
  errorId: string;
  setDraft: (draft: string) => void;
  handlers: {
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
    onBlur: (event: FocusEvent<HTMLElement>) => void;
  };
};

function useInlineEditor(props: InlineEditorProps): InlineEditorState {
  const { label, value, onSave, validate, onClose, hasNeighbours = false } = props;
  const [draft, setDraft] = useState(value);
  const [error, setError] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const controlId = useId();
  const isBusy = useRef(false);

  const close = (exit: InlineExit): void => {
    // What follows, such as the blur of the control that goes, is not ours any more.
    isBusy.current = true;
    onClose(exit);
  };

  const save = async (exit: InlineExit): Promise<void> => {
    if (isBusy.current) return;
    if (draft === value) return close(exit);
    const problem = validate?.(draft) ?? null;
    setError(problem);
    if (problem) return;
    isBusy.current = true;
    setSaving(true);
    try {
      if ((await onSave(draft)) !== false) announce(`${label} saved`);
      close(exit);
    } catch (failure) {
      isBusy.current = false;
      setSaving(false);
      setError(failureOf(failure));
    }
  };

  return {
    ...{ draft, error, isSaving, controlId, setDraft },
    errorId: `${controlId}-error`,
    handlers: {
      onBlur: (event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) void save('leave');
      },
      onKeyDown: (event) => {
        const exit = hasNeighbours ? tabOf(event) : null;
        if (event.key === 'Escape') {
          event.stopPropagation();
          close('stay');
        } else if (event.key === 'Enter' && !event.shiftKey) {
          event.preventDefault();
          void save('stay');
        } else if (exit) {
          event.preventDefault();
          void save(exit);
        }
      },
    },
  };
}

export function failureOf(failure: unknown): string {
  return failure instanceof Error && failure.message ? failure.message : "We couldn't save this. Try again.";
}

const CONTROLS = 'input, select, textarea, button';

/** Where Tab leads; null while it still leads from one control of this editor to another, as between boxes. */
function tabOf({ key, shiftKey, target, currentTarget }: KeyboardEvent<HTMLElement>): 'next' | 'previous' | null {
  if (key !== 'Tab') return null;
  const controls = [...currentTarget.querySelectorAll<HTMLElement>(CONTROLS)].filter(({ tabIndex }) => tabIndex >= 0);
  const edge = shiftKey ? controls[0] : controls.at(-1);
  if (edge !== target && controls.includes(target as HTMLElement)) return null;
  return shiftKey ? 'previous' : 'next';
}
