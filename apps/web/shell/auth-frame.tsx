import { Wordmark } from '@aura/ui/logo';
import type { ReactNode } from 'react';
import { preloadedDisplayFont } from './display-font.ts';

/** One card on paper; on a phone the card is the page. */
export function AuthFrame({ children }: { children: ReactNode }): ReactNode {
  return (
    <div
      className={`${preloadedDisplayFont.variable} flex min-h-dvh flex-col bg-surface sm:bg-canvas sm:px-6 sm:py-12`}
    >
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-112 px-4 pt-6 pb-12 outline-none sm:my-auto sm:rounded-panel sm:border sm:border-line sm:bg-surface sm:p-8"
      >
        <p className="mb-8">
          <Wordmark />
        </p>
        {children}
      </main>
    </div>
  );
}
