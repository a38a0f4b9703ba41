'use client';

import { buttonClass } from '@aura/ui/button-class';
import { EmptyState } from '@aura/ui/empty-state';
import { Wordmark } from '@aura/ui/logo';
import { type ReactNode, useEffect } from 'react';
import { explainError } from '../shell/explain-error.ts';
import type { PageErrorProps } from '../shell/page-error.tsx';

/** For pages without a frame. Every page loads it with itself, so it is made of little. */
export default function RootError({ error, retry }: PageErrorProps): ReactNode {
  const { isStale, title, text, reference } = explainError(error);
  useEffect(() => console.error(error), [error]);
  return (
    <main className="mx-auto max-w-160 px-4 py-16">
      <Wordmark />
      <h1 className="sr-only">{title}</h1>
      <EmptyState
        kind="filtered"
        title={title}
        action={
          <>
            <button
              type="button"
              className={buttonClass({ variant: 'primary' })}
              onClick={isStale ? () => location.reload() : retry}
            >
              {isStale ? 'Reload' : 'Try again'}
            </button>
            <button type="button" className={buttonClass({})} onClick={() => history.back()}>
              Go back
            </button>
          </>
        }
      >
        <p>{text}</p>
        {reference ? (
          <p className="mt-3 text-small">
            Reference <code className="font-mono">{reference}</code>
          </p>
        ) : null}
      </EmptyState>
    </main>
  );
}
