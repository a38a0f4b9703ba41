'use client';

import { Lock, Pencil } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { AnchoredPopover } from './anchored-popover.tsx';
import { announce } from './announce.ts';
import { type CellEdit, stepFrom, type TableEditing } from './cell-edit.ts';
import { classNames } from './class-names.ts';
import type { Column } from './data-table-column.ts';
import type { DataTableProps } from './data-table-props.ts';
import { InlineEditor, type InlineExit } from './inline-editor.tsx';
import { PickerBody } from './picker-body.tsx';
import { Tooltip } from './tooltip.tsx';

type EditableCellProps<Row> = {
  table: DataTableProps<Row>;
  row: Row;
  column: Column<Row>;
  edit: CellEdit<Row>;
  editing: TableEditing<Row>;
  content: ReactNode;
};

/** A cell's value with the button that changes it. There are thousands of them, so nothing more is drawn until it is pressed. */
export function EditableCell<Row>({ table, row, column, edit, editing, content }: EditableCellProps<Row>): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const reason = edit.lockedOf ? edit.lockedOf(row) : editing.lockedOf(row);
  const what = `${column.header} of ${table.rowLabel(row)}`;
  const isAtEnd = column.align === 'end';
  const isTyping = isOpen && edit.kind === 'typed';
  const open = (): void => {
    if (edit.kind !== 'opened') setOpen(true);
    else if (button.current) edit.open(row, button.current);
  };
  const face: FaceProps = { button, kind: edit.kind, what, isAtEnd, shown: edit.isLink ? null : content };
  return (
    <>
      <span className={classNames(valueClass, isAtEnd && atEndClass, isTyping && 'invisible @max-[40rem]:hidden')}>
        {edit.isLink ? <span className="min-w-0 @max-[40rem]:flex-1">{content}</span> : null}
        {reason ? <LockedFace {...face} reason={reason} /> : <OpenFace {...face} onOpen={open} />}
      </span>
      {isOpen && !reason ? <OpenCell {...{ row, edit, editing, what, button }} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

const valueClass = 'flex max-w-full min-w-0 items-center gap-1';
const atEndClass = 'justify-end @max-[40rem]:justify-start';

type FaceProps = {
  button: RefObject<HTMLButtonElement | null>;
  kind: CellEdit<unknown>['kind'];
  what: string;
  isAtEnd: boolean;
  /** The value; null where it stands beside the button, as a link does. */
  shown: ReactNode;
};

function OpenFace({ button, kind, what, isAtEnd, shown, onOpen }: FaceProps & { onOpen: () => void }): ReactNode {
  return (
    <button
      ref={button}
      type="button"
      data-edit={kind}
      aria-haspopup={kind === 'typed' ? undefined : 'dialog'}
      onClick={onOpen}
      onKeyDown={(event) => (event.key === 'F2' ? onOpen() : undefined)}
      className={classNames(buttonClass, shown === null ? besideClass : 'relative -mx-1.5')}
    >
      <Shown shown={shown} said={`change ${what}`} />
      <Pencil
        aria-hidden
        className={classNames(pencilClass, shown !== null && (isAtEnd ? marginBeforeClass : marginClass))}
      />
    </button>
  );
}

function LockedFace({ button, kind, what, shown, reason }: FaceProps & { reason: string }): ReactNode {
  const say = (): void => announce(reason);
  return (
    <Tooltip content={reason} opensOnPress>
      <button
        ref={button}
        type="button"
        data-edit={kind}
        aria-disabled
        onClick={say}
        onKeyDown={(event) => (event.key === 'F2' ? say() : undefined)}
        className={classNames(buttonClass, shown === null ? besideClass : 'relative -mx-1.5')}
      >
        <Shown shown={shown} said={`${what}: ${reason}`} />
        {shown === null ? <Lock aria-hidden className={pencilClass} /> : null}
      </button>
    </Tooltip>
  );
}

function Shown({ shown, said }: { shown: ReactNode; said: string }): ReactNode {
  if (shown === null) return <span className="sr-only">{said}</span>;
  return (
    <>
      <span className="min-w-0 @max-[40rem]:wrap-anywhere @min-[40rem]:truncate [&>:not(time)]:align-middle">
        {shown}
      </span>
      <span className="sr-only">, {said}</span>
    </>
  );
}

const buttonClass =
  'inline-flex max-w-[calc(100%+0.75rem)] min-h-7 min-w-7 items-center gap-1.5 rounded-control px-1.5 text-start hover:bg-sunken ' +
  'aria-disabled:cursor-default aria-disabled:hover:bg-transparent pointer-coarse:min-h-11 pointer-coarse:min-w-11';
/** Beside a link, over the cell's edge: a column of links is no wider for it. */
const besideClass =
  'shrink-0 justify-center @min-[40rem]:pointer-fine:absolute @min-[40rem]:pointer-fine:end-0.5 @min-[40rem]:pointer-fine:top-1/2 ' +
  '@min-[40rem]:pointer-fine:min-h-6 @min-[40rem]:pointer-fine:min-w-6 @min-[40rem]:pointer-fine:-translate-y-1/2 @min-[40rem]:pointer-fine:px-0 ' +
  'group-hover/cell:bg-raised group-focus-within/cell:bg-raised';
const pencilClass =
  'invisible size-3.5 shrink-0 text-muted group-hover/cell:visible group-focus-within/cell:visible pointer-coarse:visible';
/** In the space between two columns, close to the value. */
const marginClass = '@min-[40rem]:pointer-fine:absolute @min-[40rem]:pointer-fine:start-full';
const marginBeforeClass = '@min-[40rem]:pointer-fine:absolute @min-[40rem]:pointer-fine:end-full';

type OpenCellProps<Row> = {
  row: Row;
  edit: CellEdit<Row>;
  editing: TableEditing<Row>;
  what: string;
  button: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
};

function OpenCell<Row>({ edit, editing, what, button, onClose, ...now }: OpenCellProps<Row>): ReactNode {
  // As it was when the edit began: what a colleague saves meanwhile must be met as a conflict, not overwritten.
  const [row] = useState(now.row);
  const { onOpenChange } = editing;
  useEffect(() => {
    onOpenChange?.(true);
    return () => onOpenChange?.(false);
  }, [onOpenChange]);
  const close = (exit: InlineExit): void => {
    const cell = button.current?.closest('[data-cell]');
    flushSync(onClose);
    if (exit === 'leave') return;
    // What closes gives focus back by itself first.
    requestAnimationFrame(() => {
      if (exit !== 'stay' && cell && stepFrom(cell, exit)) return;
      button.current?.focus();
    });
  };
  if (edit.kind === 'typed')
    return (
      <div className={overClass}>
        <InlineEditor
          isOver
          hasNeighbours
          label={what}
          value={edit.valueOf(row)}
          validate={(text) => edit.validate?.(text, row) ?? null}
          editor={edit.editor ? (control) => edit.editor?.(control, row) : undefined}
          onSave={(text) => editing.save(row, edit.patchOf(text, row), what)}
          onClose={close}
        />
      </div>
    );
  if (edit.kind !== 'picked') return null;
  return (
    <CellPicker
      what={what}
      anchor={button.current}
      onSave={(value) => editing.save(row, edit.patchOf(value, row), what)}
      onClose={close}
    >
      {(choose) => edit.picker(row, choose)}
    </CellPicker>
  );
}

const overClass =
  'absolute inset-x-1 top-[calc(50%-1.125rem)] z-5 min-w-48 rounded-control text-start font-normal shadow-float has-[fieldset]:border has-[fieldset]:border-line has-[fieldset]:bg-raised has-[fieldset]:p-2 ' +
  'pointer-coarse:top-[calc(50%-1.375rem)] @max-[40rem]:static @max-[40rem]:min-w-0 @max-[40rem]:shadow-none';

export type CellPickerProps = {
  what: string;
  anchor: HTMLElement | null;
  onSave: (value: string | null) => Promise<unknown>;
  onClose: (exit: InlineExit) => void;
  children: (choose: (value: string | null) => void) => ReactNode;
};

/** A panel beside a button, from which one of many is picked. */
export function CellPicker({ what, anchor, onSave, onClose, children }: CellPickerProps): ReactNode {
  return (
    <AnchoredPopover
      anchor={anchor}
      title={what}
      onClose={() => onClose('stay')}
      onKeyDown={(event) => {
        if (event.key !== 'Tab') return;
        event.preventDefault();
        onClose(event.shiftKey ? 'previous' : 'next');
      }}
    >
      <PickerBody label={what} onSave={onSave} onDone={() => onClose('stay')}>
        {children}
      </PickerBody>
    </AnchoredPopover>
  );
}
