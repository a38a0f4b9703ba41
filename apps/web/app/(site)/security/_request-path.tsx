import type { ReactNode } from 'react';

const steps = [
  {
    title: 'It starts with nothing',
    text: 'The application logs in to the database under a name that owns no table and may read none.',
  },
  {
    title: 'It shows the session’s secret',
    text: 'With the first statement of a request goes the secret of the person’s session, and the workspace that was asked for.',
  },
  {
    title: 'The database looks it up',
    text: 'A live secret, of a live session, of an active member, of an active workspace, and of this one: or the request ends there. Nothing is assumed.',
  },
  {
    title: 'Every statement is asked again',
    text: 'Each row’s policy derives the workspace from the secret once more. Changing a setting afterwards gets a refusal, not another company’s rows.',
  },
  {
    title: 'It ends with nothing',
    text: 'When the transaction is over, so is the context. No connection carries one person’s rights to the next.',
  },
];

/** The way of one request through the wall, as five lines of a ledger. */
export function RequestPath(): ReactNode {
  return (
    <section aria-labelledby="path-heading" className="border-b border-line bg-surface">
      <div className="mx-auto grid max-w-300 gap-x-12 gap-y-8 px-4 py-12 sm:px-6 lg:grid-cols-12 lg:py-16">
        <div className="lg:col-span-5">
          <h2 id="path-heading" className="font-brand text-[1.75rem] leading-8.5 font-semibold text-balance">
            The database refuses
          </h2>
          <p className="mt-3 max-w-[46ch] text-body-lg text-pretty text-muted">
            All workspaces’ records are in the same tables. What keeps them apart is not our code: it is PostgreSQL’s
            row-level security, under a context that a query cannot forge. This is the way of one request.
          </p>
        </div>
        <ol className="border-t border-line lg:col-span-7">
          {steps.map(({ title, text }, index) => (
            <li key={title} className="flex gap-5 border-b border-line py-4">
              <span
                aria-hidden
                className="w-9 shrink-0 border-e-2 border-copper font-brand text-[1.125rem] leading-6 text-copper tabular-nums"
              >
                {index + 1}
              </span>
              <div className="min-w-0">
                <h3 className="text-h2">{title}</h3>
                <p className="mt-0.5 max-w-[62ch] text-body-lg text-pretty text-muted">{text}</p>
              </div>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
