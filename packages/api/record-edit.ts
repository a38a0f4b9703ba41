'use client';
import { useState } from 'react';
import { apiFailure } from './client.tsx';

export type Stored = { id: string; version: number };
export type Patch = Record<string, unknown>;

export type Conflict<Item> = { current: Item; patch: Patch; problem: string | null };

export type RecordEdit<Item> = {
  /** Saves some fields; `false` when a conflict must be settled first. Throws an error in the person's words. */
  save: (patch: Patch) => Promise<boolean>;
  /** Someone else changed one of the same fields in the meantime. */
  conflict: Conflict<Item> | null;
  takeTheirs: () => void;
  saveMine: () => void;
  isSaving: boolean;
};

export type RecordEditOptions<Item> = {
  record: Item;
  update: (input: { id: string; expectedVersion: number } & Patch) => Promise<Item>;
  /** The record as it is now, to be shown. */
  onRecord: (item: Item) => void;
};

export type RowEdit<Item> = Omit<RecordEdit<Item>, 'save'> & { save: (record: Item, patch: Patch) => Promise<boolean> };

/** Edits one record, as `useRowEdit` does. */
export function useRecordEdit<Item extends Stored>({ record, ...options }: RecordEditOptions<Item>): RecordEdit<Item> {
  const edit = useRowEdit(options);
  return { ...edit, save: (patch) => edit.save(record, patch) };
}

/**
 * Edits records in place without losing anyone's change: a save names the version it was made from. If only other
 * fields have changed since, it is made again on top; if the same one has, the person chooses.
 */
export function useRowEdit<Item extends Stored>({
  update,
  onRecord,
}: Omit<RecordEditOptions<Item>, 'record'>): RowEdit<Item> {
  const [conflict, setConflict] = useState<Conflict<Item> | null>(null);
  const [isSaving, setSaving] = useState(false);

  const write = async (patch: Patch, base: Item): Promise<boolean> => {
    try {
      onRecord(await update({ id: base.id, expectedVersion: base.version, ...patch }));
      setConflict(null);
      return true;
    } catch (error) {
      const current = conflictOf<Item>(error);
      if (!current) throw new Error(failureText(error), { cause: error });
      if (!touches(patch, base, current)) return write(patch, current);
      setConflict({ current, patch, problem: null });
      return false;
    }
  };

  return {
    save: (record, patch) => write(patch, record),
    conflict,
    takeTheirs: () => {
      if (conflict) onRecord(conflict.current);
      setConflict(null);
    },
    saveMine: () => {
      if (!conflict) return;
      setSaving(true);
      void write(conflict.patch, conflict.current)
        .catch((error: unknown) => setConflict({ ...conflict, problem: error instanceof Error ? error.message : '' }))
        .finally(() => setSaving(false));
    },
    isSaving,
  };
}

/** The answer, or an error in the person's words. */
export async function inWords<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    throw new Error(failureText(error), { cause: error });
  }
}

/** What to say about a failed save of one field. */
export function failureText(error: unknown): string {
  const failure = apiFailure(error);
  const said = failure.issues[0]?.message ?? failure.message;
  if (failure.status < 500 || failure.status === 503) return said;
  const reference = failure.requestId ? ` (ref ${failure.requestId.slice(0, 8)})` : '';
  return `We couldn't save this. Nothing was lost; try again.${reference}`;
}

function conflictOf<Item>(error: unknown): Item | null {
  const failure = apiFailure(error);
  return failure.status === 412 && failure.current ? (failure.current as Item) : null;
}

/** Whether a field of the patch is another now than it was when the edit began. */
function touches(patch: Patch, before: object, now: object): boolean {
  return Object.keys(patch).some((name) => {
    const [was, is, wanted] = [valueAt(before, name), valueAt(now, name), patch[name]];
    if (!isPlain(wanted)) return !isSame(was, is);
    return Object.keys(wanted).some((key) => !isSame(valueAt(was, key), valueAt(is, key)));
  });
}

function valueAt(source: unknown, name: string): unknown {
  return isPlain(source) ? source[name] : undefined;
}

function isPlain(value: unknown): value is Patch {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
