'use client';

import { failureText } from '@aura/api/record-edit';
import { Banner } from '@aura/ui/banner';
import { Button } from '@aura/ui/button';
import { Dialog, DialogClose } from '@aura/ui/dialog';
import type { Noun } from '@aura/ui/list-text';
import { Spinner } from '@aura/ui/spinner';
import { type ReactNode, useId, useState } from 'react';
import type { BulkEdit } from '../bulk.schema.ts';
import type { BulkCalls, BulkChanges, BulkRequest } from './bulk-request.ts';
import { previewText, type Sentence } from './bulk-words.ts';
import { type PreviewAnswer, useBulkPreview } from './use-bulk-preview.ts';

const REASONS_MAX = 3;

/** Which records, by which procedures, and what is done once the edit is on its way. */
export type BulkTarget = {
  noun: Noun;
  /** "12 deals". */
  what: string;
  calls: BulkCalls;
  requestOf: (changes: BulkChanges) => BulkRequest;
  onStarted: (edit: BulkEdit, sentence: Sentence) => void;
  onClose: () => void;
};

export type BulkDialogProps = {
  target: BulkTarget;
  title: string;
  /** On the button, before the number: "Change", "Archive". */
  verb: string;
  /** Null until the form says what to change. */
  changes: BulkChanges | null;
  sentence: Sentence;
  size?: 'sm' | 'md' | 'lg';
  children?: ReactNode;
};

/** Asks what to change, says what that would do, and starts it. */
export function BulkDialog({
  target,
  title,
  verb,
  changes,
  sentence,
  size = 'sm',
  children,
}: BulkDialogProps): ReactNode {
  const formId = useId();
  const request = changes ? target.requestOf(changes) : null;
  const answer = useBulkPreview(target.calls, request);
  const [state, setState] = useState<{ isBusy: boolean; problem: string | null }>({ isBusy: false, problem: null });
  const isEmpty = answer.preview?.changing === 0;
  const start = async (): Promise<void> => {
    if (!request || isEmpty || state.isBusy) return;
    setState({ isBusy: true, problem: null });
    try {
      target.onStarted(await target.calls.run(request), sentence);
    } catch (error) {
      setState({ isBusy: false, problem: failureText(error) });
    }
  };
  return (
    <Dialog
      open
      size={size}
      onOpenChange={(isOpen) => (isOpen ? undefined : target.onClose())}
      title={title}
      footer={
        <>
          <DialogClose />
          <Button
            type="submit"
            form={formId}
            variant="primary"
            loading={state.isBusy}
            loadingLabel="Working…"
            disabledReason={request ? (isEmpty ? 'Nothing would change' : null) : 'Say what to change first'}
          >
            {verb} {target.what}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        {children}
        <PreviewNote answer={answer} target={target} sentence={sentence} />
        {state.problem ? <Banner tone="danger">{state.problem}</Banner> : null}
      </form>
    </Dialog>
  );
}

type PreviewNoteProps = { answer: PreviewAnswer; target: BulkTarget; sentence: Sentence };

function PreviewNote({ answer: { preview, isPending, error }, target, sentence }: PreviewNoteProps): ReactNode {
  return (
    <div aria-live="polite" className="flex min-h-6 flex-col gap-2 text-body">
      {isPending ? (
        <p className="flex items-center gap-2 text-muted">
          <Spinner /> Looking at {target.what}…
        </p>
      ) : null}
      {error ? <p className="text-danger">{failureText(error)}</p> : null}
      {preview ? <p>{previewText(preview, { noun: target.noun, sentence })}</p> : null}
      {preview && preview.reasons.length > 0 ? (
        <ul className="flex list-disc flex-col gap-1 ps-5 text-small text-muted">
          {preview.reasons.slice(0, REASONS_MAX).map(({ code, message, count }) => (
            <li key={`${code} ${message}`}>
              {count.toLocaleString('en-US')}: {message}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
