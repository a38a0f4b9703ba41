'use client';

import { Button } from '@aura/ui/button';
import { CopyButton } from '@aura/ui/copy-button';
import { EmptyState } from '@aura/ui/empty-state';
import { type ReactNode, useEffect } from 'react';
import { explainError } from './explain-error.ts';

export type PageErrorProps = { error: Error & { digest?: string }; retry: () => void };

/** What a page shows in its place when it failed; the frame around it stays. */
export function PageError({ error, retry }: PageErrorProps): ReactNode {
  const { isStale, title, text, reference } = explainError(error);
  useEffect(() => console.error(error), [error]);
  return (
    <>
      <h1 className="sr-only">{title}</h1>
      <EmptyState
        kind="filtered"
        title={title}
        action={
          <>
            <Button variant="primary" onClick={isStale ? () => location.reload() : retry}>
              {isStale ? 'Reload' : 'Try again'}
            </Button>
            <Button onClick={() => history.back()}>Go back</Button>
          </>
        }
      >
        <p>{text}</p>
        {reference ? (
          <p className="mt-3 flex flex-wrap items-center justify-center gap-2 text-small">
            Reference <code className="font-mono">{reference}</code>
            <CopyButton size="sm" variant="ghost" text={reference} />
          </p>
        ) : null}
      </EmptyState>
    </>
  );
}
