import type { ReactNode } from 'react';

const gates = [
  {
    name: 'Catalogue',
    text: 'Some 45 rules read the database’s own catalogue: is every table forced, every policy there, every right as narrow as it should be?',
  },
  {
    name: 'Attacks',
    text: 'Hundreds of attempts with a plain client under the application’s own login. Each must be refused, see nothing and change nothing.',
  },
  {
    name: 'Two worlds',
    text: 'The same random work is done for a workspace alone, and beside a look-alike with the same ids and names. Every answer must be equal.',
  },
  {
    name: 'Pool',
    text: 'Two workspaces share two connections: reads, writes, faults, cancellations and forged contexts, all at once.',
  },
  {
    name: 'Plans',
    text: 'Everyday queries over 50,000 records: each must go by an index that begins with the workspace.',
  },
  {
    name: 'Mutation',
    text: 'The wall is broken on purpose, in each way that we can think of. The gates above have to notice.',
  },
];

/** How the wall is tried in each run of the tests. */
export function GateList(): ReactNode {
  return (
    <section aria-labelledby="gates-heading" className="border-y border-line bg-surface">
      <div className="mx-auto max-w-300 px-4 py-12 sm:px-6 lg:py-16">
        <h2 id="gates-heading" className="font-brand text-[1.75rem] leading-8.5 font-semibold text-balance">
          Six gates, in every run of the tests
        </h2>
        <p className="mt-3 max-w-[62ch] text-body-lg text-pretty text-muted">
          A wall that nobody pushes against is a drawing. These find each new table by themselves, and each is shown to
          fail when it should.
        </p>
        <ol className="mt-8 grid border-t border-line sm:grid-cols-2 lg:grid-cols-3">
          {gates.map(({ name, text }, index) => (
            <li key={name} className="flex gap-4 border-b border-line py-5 pe-6">
              <span aria-hidden className="w-6 shrink-0 font-brand text-[1.125rem] leading-6 text-copper tabular-nums">
                {index + 1}
              </span>
              <div className="min-w-0">
                <h3 className="text-h2">{name}</h3>
                <p className="mt-0.5 text-body-lg text-pretty text-muted">{text}</p>
              </div>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
