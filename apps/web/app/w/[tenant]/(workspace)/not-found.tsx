import { EmptyState } from '@aura/ui/empty-state';
import { LinkButton } from '@aura/ui/link-button';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = { title: 'Not found' };

/** One sentence for what is not there and for what is not theirs: the difference would be an answer. */
export default function WorkspaceNotFound(): ReactNode {
  return (
    <>
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        kind="filtered"
        title="This page doesn't exist or you don't have access"
        action={<LinkButton href="/">Go to the start page</LinkButton>}
      >
        It may have been deleted, or the address has a typing mistake.
      </EmptyState>
    </>
  );
}
