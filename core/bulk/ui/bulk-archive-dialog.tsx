'use client';

import type { ReactNode } from 'react';
import { BulkDialog, type BulkTarget } from './bulk-dialog.tsx';

/** Archives the selected records, or brings archived ones back. */
export function BulkArchiveDialog({ target, isRestore }: { target: BulkTarget; isRestore: boolean }): ReactNode {
  return (
    <BulkDialog
      target={target}
      title={isRestore ? `Restore ${target.what}` : `Archive ${target.what}`}
      verb={isRestore ? 'Restore' : 'Archive'}
      changes={{ archived: !isRestore }}
      sentence={(what, tense) => {
        const verb = isRestore ? 'restored' : 'archived';
        return tense ? `${what} ${verb}` : `${what} ${what.startsWith('1 ') ? 'is' : 'are'} ${verb}`;
      }}
    >
      <p className="text-muted">
        {isRestore
          ? 'They are back in lists, search and figures.'
          : 'They leave lists, search and figures, and can be restored.'}
      </p>
    </BulkDialog>
  );
}
