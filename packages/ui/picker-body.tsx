'use client';

import { type ReactNode, useState } from 'react';
import { announce } from './announce.ts';
import { failureOf } from './inline-editor.tsx';
import { Spinner } from './spinner.tsx';

export type PickerBodyProps = {
  /** What is chosen, e.g. "Owner". */
  label: string;
  /** Draws the picker; it calls `choose` once, which saves and closes. */
  children: (choose: (value: string | null) => void) => ReactNode;
  /** Throws an error whose message is shown. `false`: nothing more to say about it. */
  onSave: (value: string | null) => Promise<unknown>;
  onDone: () => void;
};

/** A picker that saves what is chosen, and says below it what became of that. */
export function PickerBody({ label, children, onSave, onDone }: PickerBodyProps): ReactNode {
  const [state, setState] = useState<{ isSaving: boolean; problem: string | null }>({ isSaving: false, problem: null });
  const choose = async (value: string | null): Promise<void> => {
    setState({ isSaving: true, problem: null });
    try {
      if ((await onSave(value)) !== false) announce(`${label} saved`);
      setState({ isSaving: false, problem: null });
      onDone();
    } catch (failure) {
      setState({ isSaving: false, problem: failureOf(failure) });
    }
  };
  return (
    <>
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
    </>
  );
}
