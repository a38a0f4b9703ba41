'use client';

import { apiFailure } from '@aura/api/client';
import { Button } from '@aura/ui/button';
import { EmptyState } from '@aura/ui/empty-state';
import type { ReactNode } from 'react';

type LoadFailureProps = { thing: string; error: unknown; onRetry: () => void; level?: 1 | 2 };

/** A part of a page that could not be loaded: never to be taken for an empty one. */
export function LoadFailure({ thing, error, onRetry, level = 2 }: LoadFailureProps): ReactNode {
  const { status, message, requestId } = apiFailure(error);
  const isForbidden = status === 403;
  return (
    <div role="alert">
      {level === 1 ? <h1 className="sr-only">Couldn't load {thing}</h1> : null}
      <EmptyState
        kind={isForbidden ? 'no-permission' : 'filtered'}
        title={isForbidden ? 'Your role has no access to this' : `We couldn't load ${thing}`}
        action={isForbidden ? null : <Button onClick={onRetry}>Try again</Button>}
      >
        <p>{status >= 500 && status !== 503 ? 'This is on our side. Nothing was lost.' : message}</p>
        {requestId && status >= 500 ? <p className="mt-1 font-mono text-small">ref {requestId.slice(0, 8)}</p> : null}
      </EmptyState>
    </div>
  );
}
