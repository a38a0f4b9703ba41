import { LinkButton } from '@aura/ui/link-button';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';

const parts = [
  'Board, lists, contacts, organizations, products',
  'Unlimited people, with roles',
  'Import from CSV, with undo',
  'A documented REST API for all of your data',
  'API keys for programs of your own',
  'Audit log',
];

export function Pricing(): ReactNode {
  return (
    <section id="pricing" aria-labelledby="pricing-heading" className="border-b border-line">
      <div className="mx-auto grid max-w-300 gap-x-12 gap-y-8 px-4 py-14 sm:px-6 lg:grid-cols-12 lg:py-20">
        <div className="lg:col-span-5">
          <h2 id="pricing-heading" className="font-brand text-[1.75rem] leading-8.5 font-semibold text-balance">
            One plan, and it is all of it
          </h2>
          <p className="mt-3 max-w-[44ch] text-body-lg text-muted">
            Aura is free during the preview. We ask for no card, and there is no smaller plan with the useful parts
            taken out.
          </p>
        </div>
        <div className="rounded-panel border border-control bg-surface p-6 lg:col-span-7 lg:p-8">
          <p className="flex items-baseline gap-3">
            <span className="font-brand text-[3rem] leading-12 font-semibold tabular-nums">$0</span>
            <span className="text-body-lg text-muted">for every person, during the preview</span>
          </p>
          <ul className="mt-6 grid gap-x-8 gap-y-2.5 sm:grid-cols-2">
            {parts.map((part) => (
              <li key={part} className="flex items-start gap-2.5 text-body-lg">
                <Check aria-hidden className="mt-1 size-4 text-primary" />
                {part}
              </li>
            ))}
          </ul>
          <LinkButton href="/signup" variant="primary" size="lg" className="mt-8 w-full sm:w-auto">
            Start free
          </LinkButton>
        </div>
      </div>
    </section>
  );
}
