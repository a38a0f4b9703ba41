import type { ReactNode } from 'react';

export type Chapter = { id: string; title: string; body: ReactNode };

type ChaptersProps = {
  chapters: readonly Chapter[];
  /** Copper numerals before the titles. */
  isNumbered?: boolean;
};

/** Text in the columns of a ledger: what it is about on the left, what is said on the right. */
export function Chapters({ chapters, isNumbered = false }: ChaptersProps): ReactNode {
  return (
    <div className="mx-auto max-w-300 px-4 sm:px-6">
      {chapters.map(({ id, title, body }, index) => (
        <section
          key={id}
          id={id}
          aria-labelledby={`${id}-heading`}
          className="grid gap-x-12 gap-y-3 border-b border-line py-8 last:border-b-0 lg:grid-cols-12 lg:py-10"
        >
          <h2
            id={`${id}-heading`}
            className="flex gap-4 font-brand text-[1.375rem] leading-7 font-semibold text-balance lg:col-span-5"
          >
            {isNumbered ? (
              <span className="w-10 shrink-0 self-start border-e-2 border-copper text-copper tabular-nums">
                {index + 1}
              </span>
            ) : null}
            <span className="min-w-0">{title}</span>
          </h2>
          <div className={`lg:col-span-7 ${proseClass}`}>{body}</div>
        </section>
      ))}
    </div>
  );
}

/** The ways to the chapters of a long text. */
export function ChapterLinks({ chapters }: { chapters: readonly Chapter[] }): ReactNode {
  return (
    <nav aria-label="On this page">
      <ol className="gap-x-10 sm:columns-2 lg:columns-3">
        {chapters.map(({ id, title }, index) => (
          <li key={id} className="flex break-inside-avoid gap-2">
            <span aria-hidden className="w-6 shrink-0 py-1.5 text-end text-copper tabular-nums">
              {index + 1}
            </span>
            <a
              href={`#${id}`}
              className="inline-block min-h-8 py-1.5 text-muted underline-offset-3 hover:text-ink hover:underline pointer-coarse:min-h-11 pointer-coarse:py-3"
            >
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

export const proseClass =
  'flex min-w-0 max-w-[68ch] flex-col gap-3 text-body-lg text-pretty text-muted ' +
  '[&_strong]:font-medium [&_strong]:text-ink [&_a]:text-link ' +
  '[&_ul]:flex [&_ul]:flex-col [&_ul]:gap-1.5 [&_ul]:ps-5 [&_ul>li]:list-disc [&_ul>li]:marker:text-copper ' +
  '[&_code]:font-mono [&_code]:text-[0.9em] [&_code]:wrap-anywhere [&_h3:not(:first-child)]:mt-3 [&_h3]:text-h2 [&_h3]:text-ink';
