import { LinkButton } from '@aura/ui/link-button';
import type { ReactNode } from 'react';

/** The way on at the end of a page. */
export function LastLine({ title, children }: { title: string; children?: ReactNode }): ReactNode {
  return (
    <section aria-labelledby="last-heading" className="bg-primary-soft">
      <div className="mx-auto flex max-w-300 flex-col gap-6 px-4 py-14 sm:px-6 md:flex-row md:items-center md:justify-between lg:py-20">
        <div className="min-w-0">
          <h2 id="last-heading" className="font-brand text-[1.75rem] leading-8.5 font-semibold text-balance">
            {title}
          </h2>
          {children ? <div className="mt-2 max-w-[52ch] text-body-lg text-muted">{children}</div> : null}
        </div>
        <LinkButton
          href="/signup"
          variant="primary"
          size="lg"
          className="w-full sm:w-auto sm:self-start md:self-center"
        >
          Start free
        </LinkButton>
      </div>
    </section>
  );
}
