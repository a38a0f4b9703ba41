import type { ReactNode } from 'react';
import type { InlineControl } from './inline-editor.tsx';

/** New values by the API's names. */
export type CellPatch = Record<string, unknown>;

/** A text, a figure, a date or one of a few: edited in the cell. */
type TypedCell<Row> = {
  kind: 'typed';
  /** The text that is edited. */
  valueOf: (row: Row) => string;
  patchOf: (text: string, row: Row) => CellPatch;
  /** What is wrong with a text, or null. */
  validate?: (text: string, row: Row) => string | null;
  /** Another control than a line of text; it must take all the props it is given. */
  editor?: (control: InlineControl, row: Row) => ReactNode;
};

/** One of many, found by name in a panel beside the cell. */
type PickedCell<Row> = {
  kind: 'picked';
  /** Draws the picker; it calls `choose` once, which saves and closes. */
  picker: (row: Row, choose: (value: string | null) => void) => ReactNode;
  patchOf: (value: string | null, row: Row) => CellPatch;
};

/** What has a window of its own, such as moving a deal. */
type OpenedCell<Row> = { kind: 'opened'; open: (row: Row, anchor: HTMLElement) => void };

/** How the cells of a column are changed where they stand. */
export type CellEdit<Row> = {
  /** Why this cell cannot be changed, instead of the table's own reason; null: it can. */
  lockedOf?: (row: Row) => string | null;
  /** The cell shows a link, so not the value but the pencil beside it is pressed. */
  isLink?: boolean;
} & (TypedCell<Row> | PickedCell<Row> | OpenedCell<Row>);

/** What a table needs for cells that are changed where they stand. */
export type TableEditing<Row> = {
  /** Why this row cannot be changed; null: it can. */
  lockedOf: (row: Row) => string | null;
  /** Throws an error whose message is shown at the cell. `false`: nothing more to say about it. */
  save: (row: Row, patch: CellPatch, what: string) => Promise<boolean>;
  /** A cell is being changed, or no longer: nothing should move below it meanwhile. */
  onOpenChange?: (isOpen: boolean) => void;
};

const CELLS = 'td[data-cell], th[data-cell]';

/** The button that changes this cell. */
export function editButtonOf(cell: Element): HTMLElement | null {
  return cell.querySelector<HTMLElement>('[data-edit]');
}

/** Goes from a cell to the next, or the one before, that can be changed, and opens it. False: there is none. */
export function stepFrom(cell: Element, exit: 'next' | 'previous'): boolean {
  const cells = [...(cell.closest('table')?.querySelectorAll(CELLS) ?? [])];
  const place = cells.indexOf(cell);
  const ahead = exit === 'next' ? cells.slice(place + 1) : cells.slice(0, Math.max(place, 0)).reverse();
  for (const other of ahead) {
    const button = editButtonOf(other);
    if (!button || button.ariaDisabled === 'true' || !button.checkVisibility()) continue;
    button.focus();
    // What has a window of its own opens when it is asked for.
    if (button.dataset['edit'] !== 'opened') button.click();
    return true;
  }
  return false;
}
