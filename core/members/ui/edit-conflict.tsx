'use client';

import type { RecordEdit } from '@aura/api/record-edit';
import { plainText } from '@aura/kernel';
import { ConflictNote } from '@aura/ui/conflict-note';
import type { ReactNode } from 'react';
import { useMemberNames } from './member-names.ts';

export type EditConflictProps<Item extends { updatedBy: string | null }> = {
  edit: Pick<RecordEdit<Item>, 'conflict' | 'takeTheirs' | 'saveMine' | 'isSaving'>;
  /** The fields' names in the interface, by their names in the API. */
  labels: Readonly<Record<string, string>>;
};

/** Above a record while two people's changes of the same field wait for a decision; else nothing. */
export function EditConflict<Item extends { updatedBy: string | null }>({
  edit,
  labels,
}: EditConflictProps<Item>): ReactNode {
  const members = useMemberNames();
  if (!edit.conflict) return null;
  const { current, patch, problem } = edit.conflict;
  const shown = (value: unknown): string =>
    typeof value === 'string' ? (members.get(value)?.name ?? value) : plainText(value);
  const all = flatten(patch).map(({ name, path, value }) => ({
    name,
    label: labels[name] ?? name,
    theirs: shown(valueAt(current, path)),
    mine: shown(value),
  }));
  // A price is sent whole: what both say alike is no question.
  const different = all.filter(({ theirs, mine }) => theirs !== mine);
  const fields = different.length > 0 ? different : all;
  return (
    <div className="pb-4">
      <ConflictNote
        who={members.get(current.updatedBy ?? '')?.name ?? 'Someone'}
        fields={fields}
        onTheirs={edit.takeTheirs}
        onMine={edit.saveMine}
        isSaving={edit.isSaving}
        problem={problem}
      />
    </div>
  );
}

type Field = { name: string; path: readonly string[]; value: unknown };

/** Custom fields and the parts of a price are named by their key, like fields of the record. */
function flatten(patch: Record<string, unknown>): Field[] {
  return Object.entries(patch).flatMap(([name, value]) =>
    isPlain(value)
      ? Object.entries(value).map(([key, each]) => ({ name: key, path: [name, key], value: each }))
      : [{ name, path: [name], value }],
  );
}

function valueAt(source: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (isPlain(value) ? value[key] : undefined), source);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
