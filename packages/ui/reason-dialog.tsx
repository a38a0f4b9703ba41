'use client';

import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { Button } from './button.tsx';
import { Dialog, DialogClose } from './dialog.tsx';
import { Field } from './field.tsx';
import { Textarea } from './textarea.tsx';

export type ReasonDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description: string;
  /** Names the text. It may stay empty. */
  label: string;
  confirmLabel: string;
  confirmingLabel: string;
  /** Throws an error in the person's words. */
  onConfirm: (text: string) => Promise<unknown>;
};

/** Does something after a few words about it. */
export function ReasonDialog(props: ReasonDialogProps): ReactNode {
  const { open, onOpenChange, title, description, confirmLabel, confirmingLabel } = props;
  const formId = useId();
  const [isBusy, setBusy] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      description={description}
      footer={
        <>
          <DialogClose />
          <Button type="submit" form={formId} variant="primary" loading={isBusy} loadingLabel={confirmingLabel}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {open ? <ReasonForm {...props} formId={formId} isBusy={isBusy} onBusy={setBusy} /> : null}
    </Dialog>
  );
}

type FormProps = ReasonDialogProps & { formId: string; isBusy: boolean; onBusy: (isBusy: boolean) => void };

function ReasonForm({ formId, label, onConfirm, onOpenChange, isBusy, onBusy }: FormProps): ReactNode {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const confirm = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    onBusy(true);
    try {
      await onConfirm(text.trim());
      onOpenChange(false);
    } catch (failure) {
      setProblem(failure instanceof Error ? failure.message : 'This did not work. Try again.');
    } finally {
      onBusy(false);
    }
  };
  return (
    <form id={formId} noValidate onSubmit={(event) => void confirm(event)}>
      <Field label={label} mark="optional" error={problem}>
        <Textarea name="reason" maxLength={1_000} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
    </form>
  );
}
