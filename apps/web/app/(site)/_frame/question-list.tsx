import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';

export type Question = { question: string; answer: string };

/** Questions that open by themselves, without a script. */
export function QuestionList({ questions, title }: { questions: readonly Question[]; title: string }): ReactNode {
  return (
    <section aria-labelledby="questions-heading" className="border-b border-line">
      <div className="mx-auto grid max-w-300 gap-x-12 gap-y-6 px-4 py-14 sm:px-6 lg:grid-cols-12 lg:py-20">
        <h2
          id="questions-heading"
          className="font-brand text-[1.75rem] leading-8.5 font-semibold text-balance lg:col-span-5"
        >
          {title}
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
