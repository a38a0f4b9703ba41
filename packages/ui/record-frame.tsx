'use client';

import { Archive, Copy, Ellipsis, Link2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { announce } from './announce.ts';
import { Banner } from './banner.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { IconButton } from './icon-button.tsx';
import { Menu, MenuItem, MenuSeparator } from './menu.tsx';
import { PageHeader, type PageHeaderProps } from './page-header.tsx';
import { RestoreButton } from './restore-button.tsx';

export type RecordHeadProps = Pick<
  PageHeaderProps,
  'title' | 'status' | 'subtitle' | 'breadcrumb' | 'primaryAction' | 'actions'
> & {
  record: { id: string; name: string; isArchived: boolean };
  /** "contact" */
  noun: string;
  /** Null where the person may not. They throw errors in the person's words. */
  onArchive: (() => Promise<unknown>) | null;
  onRestore: (() => Promise<unknown>) | null;
  /** What archiving means, in one sentence. */
  consequence: string;
  /** More entries of the menu, first. */
  menu?: ReactNode;
};

/** The head of a record page, with what every record can do: copy its link and id, archive, come back. */
export function RecordHead(props: RecordHeadProps): ReactNode {
  const { record, noun, onArchive, onRestore, consequence, menu, actions, ...header } = props;
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <PageHeader
        {...header}
        actions={
          <>
            {actions}
            <Menu
              align="end"
              trigger={
                <IconButton variant="secondary" label={`More about ${record.name}`} icon={<Ellipsis aria-hidden />} />
              }
            >
              {menu}
              <MenuItem
                icon={<Link2 aria-hidden />}
                onSelect={() => void copy(location.href.split('?')[0] ?? '', 'Link copied')}
              >
                Copy link
              </MenuItem>
              <MenuItem icon={<Copy aria-hidden />} onSelect={() => void copy(record.id, 'Id copied')}>
                Copy id
              </MenuItem>
              {onArchive && !record.isArchived ? (
                <>
                  <MenuSeparator />
                  <MenuItem icon={<Archive aria-hidden />} tone="danger" onSelect={() => setAsking(true)}>
                    Archive {noun}
                  </MenuItem>
                </>
              ) : null}
            </Menu>
          </>
        }
      />
      {record.isArchived ? (
        <div className="pb-4">
          <Banner
            tone="warn"
            title={`This ${noun} is archived`}
            actions={onRestore ? <RestoreButton name={record.name} onRestore={onRestore} variant="primary" /> : null}
          >
            It can be read, but not changed.
          </Banner>
        </div>
      ) : null}
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={`Archive ${record.name}?`}
        consequence={consequence}
        confirmLabel={`Archive ${noun}`}
        confirmingLabel="Archiving…"
        onConfirm={async () => {
          await onArchive?.();
        }}
      />
    </>
  );
}

async function copy(text: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announce(said);
  } catch {
    announce("Couldn't copy", { assertive: true });
  }
}
