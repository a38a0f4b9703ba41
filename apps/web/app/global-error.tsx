'use client';

import './globals.css';
import type { ReactNode } from 'react';

/** The last resort: the root layout itself failed, so this page stands alone. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }): ReactNode {
  return (
    <html lang="en">
      <body>
        <title>We couldn't show this page</title>
        <main className="mx-auto flex min-h-dvh max-w-160 flex-col justify-center gap-4 px-4">
          <h1 className="text-h1">We couldn't show this page</h1>
          <p className="text-body-lg text-muted">Nothing was lost. Load the page again in a moment.</p>
          {error.digest ? <p className="font-mono text-small text-muted">Reference {error.digest}</p> : null}
          <p>
            <button
              type="button"
              className="min-h-11 rounded-control bg-primary px-5 font-medium text-on-primary"
              onClick={() => location.reload()}
            >
              Load again
            </button>
          </p>
        </main>
      </body>
    </html>
  );
}
