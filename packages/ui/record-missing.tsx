import type { ReactNode } from 'react';
import { EmptyState } from './empty-state.tsx';
import { LinkButton } from './link-button.tsx';

/** One sentence for what is not there and for what is not theirs: the difference would be an answer. */
export function RecordMissing({ noun, href, listName }: { noun: string; href: string; listName: string }): ReactNode {
  return (
    <>
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        kind="filtered"
        title={`This ${noun} doesn't exist or you don't have access`}
        action={
          <>
            <LinkButton href="/search">Search</LinkButton>
            <LinkButton href={href}>{listName}</LinkButton>
          </>
        }
      >
        It may have been given to someone else.
      </EmptyState>
    </>
  );
}
