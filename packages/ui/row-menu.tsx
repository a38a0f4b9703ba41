'use client';

import { Ellipsis } from 'lucide-react';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { CellPicker, type CellPickerProps } from './editable-cell.tsx';
import { IconButton } from './icon-button.tsx';
import { Menu, MenuItem, MenuLinkItem, MenuSeparator } from './menu.tsx';
import { toast } from './toast.ts';

type Act = { onSelect: () => void; disabledReason: string | null };

export type RowMenuProps = {
  row: { id: string; name: string };
  /** The record's own page, or why there is none for this person. */
  href: string | { disabledReason: string };
  edit: Act;
  /** Picks another owner in a panel beside the menu. Left out where nobody owns such a record. */
  assign?: { disabledReason: string | null } & Pick<CellPickerProps, 'children' | 'onSave'>;
  archive: { disabledReason: string | null; onArchive: () => void };
  /** Of this noun alone, between assigning and archiving. */
  children?: ReactNode;
  /** The button, for windows that open beside it. */
  buttonRef?: RefObject<HTMLButtonElement | null>;
};

/** What can be done with a row, in the same order in every list: what cannot says why. */
export function RowMenu({ row, href, edit, assign, archive, children, buttonRef }: RowMenuProps): ReactNode {
  const own = useRef<HTMLButtonElement>(null);
  const button = buttonRef ?? own;
  const [assignAt, setAssignAt] = useState<HTMLElement | null>(null);
  return (
    <>
      <Menu
        align="end"
        trigger={
          <IconButton ref={button} label={`Actions for ${row.name}`} size="sm" icon={<Ellipsis aria-hidden />} />
        }
      >
        <Ways href={href} />
        <MenuItem onSelect={() => copy('Id', row.id)}>Copy id</MenuItem>
        <MenuSeparator />
        <MenuItem {...edit}>Edit</MenuItem>
        {assign ? (
          // Once the menu has gone, or the panel would be closed with it.
          <MenuItem
            disabledReason={assign.disabledReason}
            onSelect={() => void setTimeout(() => setAssignAt(button.current), 0)}
          >
            Assign…
          </MenuItem>
        ) : null}
        {children}
        <MenuSeparator />
        <MenuItem tone="danger" disabledReason={archive.disabledReason} onSelect={archive.onArchive}>
          Archive
        </MenuItem>
      </Menu>
      {assign && assignAt ? (
        <CellPicker
          what={`Owner of ${row.name}`}
          anchor={assignAt}
          onSave={assign.onSave}
          onClose={() => setAssignAt(null)}
        >
          {assign.children}
        </CellPicker>
      ) : null}
    </>
  );
}

function Ways({ href }: Pick<RowMenuProps, 'href'>): ReactNode {
  if (typeof href !== 'string')
    return ['Open', 'Open in new tab', 'Copy link'].map((label) => (
      <MenuItem key={label} disabledReason={href.disabledReason} onSelect={() => undefined}>
        {label}
      </MenuItem>
    ));
  return (
    <>
      <MenuLinkItem href={href}>Open</MenuLinkItem>
      <MenuItem onSelect={() => window.open(href, '_blank', 'noopener')}>Open in new tab</MenuItem>
      <MenuItem onSelect={() => copy('Link', `${location.origin}${href}`)}>Copy link</MenuItem>
    </>
  );
}

function copy(what: string, text: string): void {
  navigator.clipboard.writeText(text).then(
    () => toast({ title: `${what} copied` }),
    () => toast({ title: `Couldn't copy the ${what.toLowerCase()}`, description: text, tone: 'danger' }),
  );
}

type Archiving = {
  name: string;
  /** Both throw an error in the person's words. */
  archive: () => Promise<unknown>;
  restore: () => Promise<unknown>;
  onChanged: () => void;
};

/** Archives at once; the message that says so takes it back. */
export async function archiveRow({ name, archive, restore, onChanged }: Archiving): Promise<void> {
  const attempt = (change: () => Promise<unknown>, what: string): Promise<boolean> =>
    change()
      .then(
        () => true,
        (error: Error) => {
          toast({ title: `Couldn't ${what} ${name}`, description: error.message, tone: 'danger' });
          return false;
        },
      )
      .finally(onChanged);
  const back = async (): Promise<void> => {
    if (await attempt(restore, 'restore')) toast({ title: `${name} is back` });
  };
  if (!(await attempt(archive, 'archive'))) return;
  toast({ title: `Archived ${name}`, action: { label: 'Undo', isUndo: true, onAction: () => void back() } });
}
