'use client';

import { failureText } from '@aura/api/record-edit';
import type { Noun } from '@aura/ui/list-text';
import { toast } from '@aura/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BulkEdit } from '../bulk.schema.ts';
import { doneText, type Sentence, skippedText } from './bulk-words.ts';
import { useBulkApi } from './use-bulk-api.ts';

const POLL_MS = 700;

export type BulkRun = {
  /** The edit that is under way, as far as it is. */
  running: BulkEdit | null;
  /** What was done of an edit that skipped some, until it is put away. */
  outcome: { edit: BulkEdit; sentence: Sentence } | null;
  closeOutcome: () => void;
  follow: (edit: BulkEdit, sentence: Sentence) => Promise<void>;
  undo: (id: string) => Promise<void>;
};

type Followed = { edit: BulkEdit; sentence: Sentence };

/** Follows a bulk edit to its end, says what came of it, and offers to undo it; also once the list has been left. */
export function useBulkRun({ noun, onChanged }: { noun: Noun; onChanged: () => void }): BulkRun {
  const api = useBulkApi();
  const queries = useQueryClient();
  const [running, setRunning] = useState<BulkEdit | null>(null);
  const [outcome, setOutcome] = useState<Followed | null>(null);
  const undoing = useMutation(api.undo.mutationOptions()).mutateAsync;

  const tell = ({ edit, sentence }: Followed): void => {
    if (edit.changed > 0) tellDone(edit, { noun, sentence, onUndo: () => void undo(edit.id) });
  };
  const atEndOf = async (edit: BulkEdit): Promise<BulkEdit> => {
    let latest = edit;
    while (!isOver(latest)) {
      setRunning(latest);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      latest = await queries.fetchQuery(api.get.queryOptions({ id: edit.id }, { staleTime: 0 }));
    }
    return latest;
  };
  const follow = async (started: BulkEdit, sentence: Sentence): Promise<void> => {
    try {
      const edit = await atEndOf(started);
      if (edit.failed > 0 || edit.status === 'failed') setOutcome({ edit, sentence });
      else tell({ edit, sentence });
    } catch (error) {
      const title = 'The change goes on, but we cannot see how far it is';
      toast({ title, description: failureText(error), tone: 'danger' });
    } finally {
      setRunning(null);
      onChanged();
    }
  };
  const undo = async (id: string): Promise<void> => {
    setOutcome(null);
    try {
      await follow(await undoing({ id }), (what) => `${what} put back as before`);
    } catch (error) {
      toast({ title: "Couldn't undo this", description: failureText(error), tone: 'danger' });
    }
  };
  // The dialog has an undo of its own; once it is closed, the toast and Ctrl+Z have it.
  const closeOutcome = (): void => {
    setOutcome(null);
    if (outcome) tell(outcome);
  };
  return { running, outcome, closeOutcome, follow, undo };
}

const isOver = ({ status }: BulkEdit): boolean => status === 'done' || status === 'failed';

type Telling = { noun: Noun; sentence: Sentence; onUndo: () => void };

function tellDone(edit: BulkEdit, { noun, sentence, onUndo }: Telling): void {
  const description = skippedText(edit);
  toast({
    title: doneText(edit, noun, sentence),
    ...(description ? { description } : {}),
    ...(edit.undoOf ? {} : { action: { label: 'Undo', onAction: onUndo, isUndo: true } }),
  });
}
