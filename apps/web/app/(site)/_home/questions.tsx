import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';

const questions = [
  {
    question: 'How long until my team can work?',
    answer:
      'A few minutes. You choose an address, a password and a currency, and the workspace opens with a pipeline in it. People you invite need only the link from their e-mail.',
  },
  {
    question: 'We have everything in a spreadsheet. Now what?',
    answer:
      'Import it as CSV. Aura suggests which column is what, shows what would happen before anything does, tells you which rows have a problem, and can undo the whole import.',
  },
  {
    question: 'Who can see our data?',
    answer:
      'The people you invite, each as far as their role goes: sales reps see their own records and those shared with them. We who run Aura can suspend a workspace, but have no access to its records.',
  },
  {
    question: 'Can we leave again?',
    answer:
      'Yes. Everything in your workspace can be read out through the documented REST API, by every member within their own rights.',
  },
  {
    question: 'Is there an API?',
    answer:
      'Yes, a REST API with an OpenAPI description, used by the same rules as the pages. Every person can make keys that may do what they may do, or less.',
  },
];

export function Questions(): ReactNode {
  return (
    <section aria-labelledby="questions-heading" className="border-b border-line">
      <div className="mx-auto grid max-w-300 gap-x-12 gap-y-6 px-4 py-14 sm:px-6 lg:grid-cols-12 lg:py-20">
        <h2 id="questions-heading" className="font-brand text-[1.75rem] leading-8.5 font-semibold lg:col-span-5">
          Questions people ask first
        </h2>
        <div className="border-t border-line lg:col-span-7">
          {questions.map(({ question, answer }) => (
            <details key={question} className="group border-b border-line">
              <summary className="flex min-h-14 list-none items-center justify-between gap-4 py-3 text-body-lg font-medium -outline-offset-2 [&::-webkit-details-marker]:hidden">
                {question}
                <Plus aria-hidden className="size-5 text-muted group-open:rotate-45" />
              </summary>
              <p className="max-w-[65ch] pb-5 text-body-lg text-pretty text-muted">{answer}</p>
            </details>
          ))}
        </div>
      </div>
    </section>
  );
}
