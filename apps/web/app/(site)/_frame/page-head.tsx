import type { ReactNode } from 'react';

type PageHeadProps = {
  title: ReactNode;
  /** What the page says in two sentences. */
  lead?: ReactNode;
  /** A version, a date: small, below. */
  meta?: ReactNode;
  children?: ReactNode;
};

/** The top of a site page: its title large, on ruled paper where there is room for it. */
export function PageHead({ title, lead, meta, children }: PageHeadProps): ReactNode {
  return (
    <div className="border-b border-line">
      <div aria-hidden className="hidden h-12 ruled lg:block" />
      <div className="mx-auto max-w-300 px-4 py-10 sm:px-6 sm:py-14">
        <h1 className="max-w-[22ch] font-brand text-display text-balance">{title}</h1>
        {lead ? (
          <p className="mt-5 max-w-[58ch] text-[1.125rem] leading-7 text-pretty text-muted sm:mt-6">{lead}</p>
        ) : null}
        {meta ? <p className="mt-4 text-muted">{meta}</p> : null}
        {children ? <div className="mt-8">{children}</div> : null}
      </div>
    </div>
  );
}
