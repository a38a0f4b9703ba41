'use client';

import type { RecordEdit } from '@aura/api/record-edit';
import { ConflictNote } from '@aura/ui/conflict-note';
import type { ReactNode } from 'react';
import { conflictValue, type RecordNames, sameValue } from './conflict-value.tsx';
import { useMemberNames } from './member-names.ts';

export type EditConflictProps<Item extends { updatedBy: string | null }> = {
  edit: Pick<RecordEdit<Item>, 'conflict' | 'takeTheirs' | 'saveMine' | 'isSaving'>;
  /** The fields' names in the interface, by their names in the API. */
  labels: Readonly<Record<string, string>>;
  /** Of fields that hold ids of records; people are known here. */
  names?: RecordNames | undefined;
};

/** Above a record while two people's changes of the same field wait for a decision; else nothing. */
export function EditConflict<Item extends { updatedBy: string | null }>({
  edit,
  labels,
  names = {},
}: EditConflictProps<Item>): ReactNode {
  const members = useMemberNames();
  if (!edit.conflict) return null;
  const { current, patch, problem } = edit.conflict;
  const personOf = (id: string): ReactNode => members.get(id)?.name ?? 'A person who is not in this workspace';
  const named: RecordNames = { ownerId: personOf, collaboratorIds: personOf, ...names };
  const all = flatten(patch).map((field) => ({ ...field, theirs: valueAt(current, field.path) }));
  // A price is sent whole: what both say alike is no question.
  const different = all.filter(({ theirs, value }) => !sameValue(theirs, value));
  const fields = (different.length > 0 ? different : all).map(({ name, theirs, value }) => ({
    name,
    label: labels[name] ?? name,
    theirs: conflictValue(theirs, named[name]),
    mine: conflictValue(value, named[name]),
  }));
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
