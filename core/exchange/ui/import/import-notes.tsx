import { Banner } from '@aura/ui/banner';
import type { ReactNode } from 'react';
import type { Import } from '../../import/import.schema.ts';

/** What the import did on its own account, so that nobody wonders later. */
export function ImportNotes({ notes }: { notes: Import['notes'] }): ReactNode {
  if (notes.length === 0) return null;
  return (
    <Banner tone="info" title="Good to know">
      <ul className="list-disc ps-5">
        {notes.map(({ code, message }) => (
          <li key={code + message}>{message}</li>
        ))}
      </ul>
    </Banner>
  );
}
