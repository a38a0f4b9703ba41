'use client';

import { apiFailure } from '@aura/api/client';
import { Button } from '@aura/ui/button';
import { CopyButton } from '@aura/ui/copy-button';
import { EmptyState } from '@aura/ui/empty-state';
import { type ReactNode, useEffect } from 'react';

export type PageErrorProps = { error: Error & { digest?: string }; retry: () => void };

/** What a page shows in its place when it failed; the frame around it stays. */
export function PageError({ error, retry }: PageErrorProps): ReactNode {
  const { isStale, title, text, reference } = explain(error);
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

type Explanation = { isStale: boolean; title: string; text: string; reference: string | null };

function explain(error: Error & { digest?: string }): Explanation {
  if (error.name === 'ChunkLoadError') {
    return {
      isStale: true,
      title: 'A new version is available',
      text: 'Reload the page to go on with it.',
      reference: null,
    };
  }
  const failure = apiFailure(error);
  if (failure.status === 503) {
    return {
      isStale: false,
      title: "Aura can't reach its database right now",
      text: 'This usually takes a few seconds. Nothing was lost.',
      reference: null,
    };
  }
  return {
    isStale: false,
    title: "We couldn't show this page",
    text: 'Nothing was lost. Try again, or go back to where you came from.',
    reference: error.digest ?? failure.requestId,
  };
}
