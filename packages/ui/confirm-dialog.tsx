'use client';

import { AlertDialog as Base } from '@base-ui/react/alert-dialog';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { backdropClass, DialogFoot } from './dialog.tsx';
import { Field } from './field.tsx';
import { TextInput } from './text-input.tsx';

export type ConfirmDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The question, e.g. "Delete 3 deals?" */
  title: string;
  /** What will happen, in one sentence. */
  consequence: ReactNode;
  /** The verb on the button, e.g. "Delete 3 deals". */
  confirmLabel: string;
  confirmingLabel?: string;
  onConfirm: () => void | Promise<void>;
  tone?: 'danger' | 'primary';
  /** Text to type first; only for what cannot be undone and reaches far. */
  typed?: string;
};

/** Asks before something that is hard to take back. Focus starts on Cancel. */
export function ConfirmDialog(props: ConfirmDialogProps): ReactNode {
  const { open, onOpenChange, title, consequence, typed } = props;
  const cancel = useRef<HTMLButtonElement>(null);
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Viewport className="fixed inset-0 z-40 flex items-end justify-center sm:items-center sm:p-6">
          <Base.Popup
            initialFocus={typed ? undefined : cancel}
            className="w-full rounded-t-panel border border-line bg-raised text-ink shadow-float transition-opacity duration-180 data-ending-style:opacity-0 data-starting-style:opacity-0 sm:max-w-110 sm:rounded-panel"
          >
            <ConfirmBody {...props} key={String(open)} cancel={cancel} title={title} consequence={consequence} />
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

function ConfirmBody(props: ConfirmDialogProps & { cancel: RefObject<HTMLButtonElement | null> }): ReactNode {
  const {
    title,
    consequence,
    confirmLabel,
    confirmingLabel = 'Working…',
    onConfirm,
    onOpenChange,
    tone = 'danger',
    typed,
    cancel,
  } = props;
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const confirm = async (): Promise<void> => {
    if (typed && text.trim() !== typed) return setProblem(`Type ${typed} to go on`);
    setBusy(true);
    try {
      await onConfirm();
      onOpenChange(false);
    } catch (failure) {
      setProblem(failure instanceof Error ? failure.message : 'This did not work. Try again.');
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      <div className="flex flex-col gap-4 p-4 sm:p-5">
        <div>
          <Base.Title className="text-h2">{title}</Base.Title>
          <Base.Description className="mt-1 text-body text-muted">{consequence}</Base.Description>
        </div>
        {typed ? (
          <Field
            label={
              <>
                Type <strong>{typed}</strong> to confirm
              </>
            }
            error={problem}
          >
            <TextInput
              value={text}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setText(event.target.value)}
            />
          </Field>
        ) : problem ? (
          <p role="alert" className="text-small font-medium text-danger">
            {problem}
          </p>
        ) : null}
      </div>
      <DialogFoot>
        <Base.Close render={<Button ref={cancel}>Cancel</Button>} />
        <Button type="submit" variant={tone} loading={isBusy} loadingLabel={confirmingLabel}>
          {confirmLabel}
        </Button>
      </DialogFoot>
    </form>
  );
}
