import type { ReactNode } from 'react';
import { principles } from './_principles.ts';

/** What every decision is held against, with numerals as in a ledger's margin. */
export function PrincipleList(): ReactNode {
  return (
    <section aria-labelledby="principles-heading" className="border-y border-line bg-surface">
      <div className="mx-auto grid max-w-300 gap-x-12 gap-y-8 px-4 py-14 sm:px-6 lg:grid-cols-12 lg:py-20">
        <h2
          id="principles-heading"
          className="font-brand text-[1.75rem] leading-8.5 font-semibold text-balance lg:col-span-5"
        >
          Seven things we hold on to
        </h2>
        <ol className="border-t border-line lg:col-span-7">
          {principles.map(({ title, text }, index) => (
            <li key={title} className="flex gap-5 border-b border-line py-6">
              <span
                aria-hidden
                className="w-9 shrink-0 border-e-2 border-copper font-brand text-[1.375rem] leading-7 text-copper tabular-nums"
              >
                {index + 1}
              </span>
              <div className="min-w-0">
                <h3 className="font-brand text-[1.25rem] leading-7 font-semibold text-balance">{title}</h3>
                <p className="mt-1.5 max-w-[65ch] text-body-lg text-pretty text-muted">{text}</p>
              </div>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
