'use client';

import { type Patch, type RowEdit, type Stored, useRowEdit } from '@aura/api/record-edit';
import { announce } from '@aura/ui/announce';
import type { TableEditing } from '@aura/ui/data-table';
import { dismissToast, toast } from '@aura/ui/toast';
import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { RecordNames } from './conflict-value.tsx';
import { EditConflict } from './edit-conflict.tsx';
import { inverseOf } from './inverse-patch.ts';

type Editable = Stored & { updatedBy: string | null };

export type TableEditsOptions<Item> = {
  update: (input: { id: string; expectedVersion: number } & Patch) => Promise<Item>;
  /** Why a row cannot be changed; null: it can. */
  lockedOf: (row: Item) => string | null;
  /** Of the list's answers: a saved row shows in them at once. */
  listKey: QueryKey;
  /** Of whatever else shows such a record; read anew once nothing is being edited. */
  shownBy: QueryKey;
  /** The fields' names in the interface, by their names in the API. */
  labels: Readonly<Record<string, string>>;
  /** Of fields that hold ids of records. */
  names?: RecordNames;
};

export type TableEdits<Item> = {
  editing: TableEditing<Item>;
  /** Above the table while two people's changes of the same field wait for a decision. */
  conflict: ReactNode;
};

/** Editing in the cells of a list, as on a record's page: nobody's change is lost, and each can be taken back. */
export function useTableEdits<Item extends Editable>(options: TableEditsOptions<Item>): TableEdits<Item> {
  const { update, lockedOf, listKey, shownBy, labels, names } = options;
  const queries = useQueryClient();
  const latest = useRef(new Map<string, Item>());
  const [calm] = useState(() => createCalmRefresh(() => void queries.invalidateQueries({ queryKey: shownBy })));
  const edit = useRowEdit<Item>({
    update,
    onRecord: (item) => {
      latest.current.set(item.id, item);
      queries.setQueriesData<{ items: Item[] }>({ queryKey: listKey }, (page) =>
        page ? { ...page, items: page.items.map((row) => (row.id === item.id ? { ...row, ...item } : row)) } : page,
      );
      calm.changed();
    },
  });
  const place = useRef<CellPlace | null>(null);
  useFocusBack(edit, place);
  const tell = useUndo(edit, latest);
  return {
    editing: {
      lockedOf,
      onOpenChange: calm.setOpen,
      save: async (row, patch, what) => {
        place.current = placeOf(row.id);
        const before = inverseOf(patch, row);
        if (await edit.save(row, patch)) tell({ row, what, before });
        return false;
      },
    },
    conflict: <EditConflict edit={edit} labels={labels} names={names} />,
  };
}

type Change<Item> = { row: Item; what: string; before: Patch };

/** One message at a time: who fills a column does not want three of them over the last rows. */
function useUndo<Item extends Editable>(
  { save }: RowEdit<Item>,
  latest: RefObject<Map<string, Item>>,
): (change: Change<Item>) => void {
  const shown = useRef<number | null>(null);
  return ({ row, what, before }) => {
    const undo = (): void =>
      void save(latest.current.get(row.id) ?? row, before).then(
        (isSaved) => (isSaved ? announce(`${what} is as before`) : undefined),
        (error: Error) => toast({ title: `Couldn't take back ${what}`, description: error.message, tone: 'danger' }),
      );
    if (shown.current !== null) dismissToast(shown.current);
    shown.current = toast({ title: `${what} changed`, action: { label: 'Undo', isUndo: true, onAction: undo } });
  };
}

const SETTLED_AFTER_MS = 400;

type CalmRefresh = { setOpen: (isOpen: boolean) => void; changed: () => void };

/** Reads anew once no cell is open: until then no row may leave or change its place. */
function createCalmRefresh(refresh: () => void): CalmRefresh {
  let open = 0;
  let isDue = false;
  const settle = (): void =>
    void setTimeout(() => {
      if (open > 0 || !isDue) return;
      isDue = false;
      refresh();
    }, SETTLED_AFTER_MS);
  return {
    setOpen: (isOpen) => {
      open += isOpen ? 1 : -1;
      if (!isOpen) settle();
    },
    changed: () => {
      isDue = true;
      settle();
    },
  };
}

type CellPlace = { row: string; column: string | null };

function placeOf(row: string): CellPlace {
  const cell = document.activeElement?.closest<HTMLElement>('[data-cell]');
  return { row, column: cell?.dataset['cell'] ?? null };
}

/** Once a conflict is settled, its note has gone: back to the cell. */
function useFocusBack<Item>({ conflict }: RowEdit<Item>, place: RefObject<CellPlace | null>): void {
  const had = useRef(false);
  const has = conflict !== null;
  useEffect(() => {
    const wasSettled = had.current && !has;
    had.current = has;
    if (!wasSettled || !place.current) return;
    const { row, column } = place.current;
    const inCell = column === null ? '' : `[data-cell="${CSS.escape(column)}"] `;
    document.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"] ${inCell}[data-edit]`)?.focus();
  }, [has, place]);
}
