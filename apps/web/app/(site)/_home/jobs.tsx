import type { ReactNode } from 'react';
import { CallVignette } from './call-vignette.tsx';
import { CoachVignette } from './coach-vignette.tsx';
import { PipelineVignette } from './pipeline-vignette.tsx';

/** Three entries of the book: what a day with it is like. */
export function Jobs(): ReactNode {
  return (
    <section id="product" aria-labelledby="product-heading" className="mx-auto max-w-300 px-4 sm:px-6">
      <h2 id="product-heading" className="sr-only">
        What you do with it
      </h2>
      <Job number="1" title="See your pipeline, not a report about it" vignette={<PipelineVignette />}>
        <p>
          Every stage with its value and its count, from the same figures as the deals beneath. Move a deal with one
          press, by hand, by keyboard or on the phone. If a total and a list ever disagreed, nobody would trust either.
        </p>
      </Job>
      <Job number="2" title="Log a call in two taps" vignette={<CallVignette />}>
        <p>
          Say what happened and when you talk again. That is all. The deal leaves the list of silent ones, and the note
          is on the contact, the organization and the deal at once.
        </p>
      </Job>
      <Job number="3" title="Coach from facts" vignette={<CoachVignette />}>
        <p>
          Managers see which deals have no next step and which have waited too long in a stage, before the quarter ends.
          Reps see the same page about themselves. Nothing is measured behind anyone's back.
        </p>
      </Job>
    </section>
  );
}

type JobProps = { number: string; title: string; children: ReactNode; vignette: ReactNode };

function Job({ number, title, children, vignette }: JobProps): ReactNode {
  return (
    <div className="grid gap-x-12 gap-y-8 border-b border-line py-14 last:border-b-0 lg:grid-cols-12 lg:items-center lg:py-20">
      <div className="flex gap-5 lg:col-span-5">
        <span
          aria-hidden
          className="w-6 shrink-0 border-e-2 border-copper pt-1 font-brand text-h2 text-copper tabular-nums"
        >
          {number}
        </span>
        <div className="min-w-0">
          <h3 className="font-brand text-[1.75rem] leading-8.5 font-semibold text-balance">{title}</h3>
          <div className="mt-3 max-w-[48ch] text-body-lg text-pretty text-muted">{children}</div>
        </div>
      </div>
      <div aria-hidden className="min-w-0 select-none lg:col-span-7">
        {vignette}
      </div>
    </div>
  );
}
