import { LinkButton } from '@aura/ui/link-button';
import type { ReactNode } from 'react';
import { MiniBoard } from './mini-board.tsx';

export function Hero(): ReactNode {
  return (
    <section>
      <RuledPaper />
      <div className="mx-auto grid max-w-300 gap-x-12 gap-y-10 px-4 py-12 sm:px-6 lg:grid-cols-12">
        <div className="flex flex-col justify-center lg:col-span-5">
          <h1 className="font-brand text-display text-balance">No deal without a next step.</h1>
          <p className="mt-6 max-w-[42ch] text-[1.125rem] leading-7 text-pretty text-muted">
            Aura is a sales book for teams who would rather call a customer than fill in a form. It keeps pipeline,
            contacts and follow-ups on one page, and says out loud when something has gone quiet.
          </p>
          <div className="mt-8 flex flex-col gap-3 xs:flex-row xs:flex-wrap">
            <LinkButton href="/signup" variant="primary" size="lg">
              Start free
            </LinkButton>
            <LinkButton href="/pricing" size="lg">
              See pricing
            </LinkButton>
          </div>
        </div>
        <div className="lg:col-span-7">
          <MiniBoard />
        </div>
      </div>
      <RuledPaper />
      <div className="border-b border-line lg:hidden" />
    </section>
  );
}

/** Empty lines of the book above and below what is written in it. */
function RuledPaper(): ReactNode {
  return <div aria-hidden className="hidden h-24 ruled lg:block" />;
}
