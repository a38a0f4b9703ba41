'use client';

import { EmptyState } from '@aura/ui/empty-state';
import { LinkButton } from '@aura/ui/link-button';
import { FileInput, Plus } from 'lucide-react';
import type { ReactNode } from 'react';

/** In place of figures that would all be zero. */
export function FirstDeal({ canImport = true }: { canImport?: boolean }): ReactNode {
  return (
    <EmptyState
      title="Your figures begin with the first deal"
      action={
        <>
          <LinkButton variant="primary" href="/deals?new=true" icon={<Plus aria-hidden />}>
            Add your first deal
          </LinkButton>
          {canImport ? (
            <LinkButton href="/import?entity=deals" icon={<FileInput aria-hidden />}>
              Import deals
            </LinkButton>
          ) : null}
        </>
      }
    >
      Pipeline, forecast and what needs attention show up here as soon as there is something to show.
    </EmptyState>
  );
}
