import type { ReactNode } from 'react';

const facts = [
  {
    term: 'Kept apart by the database',
    text: 'Each workspace is separated by rules inside the database, not by a line of application code.',
  },
  {
    term: 'Yours to take along',
    text: 'All records leave as CSV and JSON whenever you like. Nothing has to be asked for.',
  },
  {
    term: 'Any hand, any screen',
    text: 'Works from a 320-pixel phone to a wall, by keyboard alone, and with a screen reader.',
  },
  {
    term: 'Every change on record',
    text: 'Who changed what and when, in a log that nobody can edit, administrators included.',
  },
];

/** What can be checked about the product; no borrowed logos. */
export function Proof(): ReactNode {
  return (
    <section aria-labelledby="proof-heading" className="border-b border-line bg-surface">
      <div className="mx-auto max-w-300 px-4 py-14 sm:px-6 lg:py-20">
        <h2
          id="proof-heading"
          className="max-w-[24ch] font-brand text-[1.75rem] leading-8.5 font-semibold text-balance"
        >
          Four things you can check before you trust us
        </h2>
        <dl className="mt-8 grid border-t border-line sm:grid-cols-2">
          {facts.map(({ term, text }) => (
            <div key={term} className="border-b border-line py-5 sm:odd:border-e sm:odd:pe-8 sm:even:ps-8">
              <dt className="text-h2">{term}</dt>
              <dd className="mt-1 max-w-[52ch] text-body-lg text-muted">{text}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}
