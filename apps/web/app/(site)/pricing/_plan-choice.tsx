import { Badge } from '@aura/ui/badge';
import { LinkButton } from '@aura/ui/link-button';
import { RadioGroup } from '@aura/ui/radio-group';
import type { ReactNode } from 'react';
import { type Plan, plans } from './_plans.ts';

/** The plans side by side. The choice of the period is the browser's own: it works before and without a script. */
export function PlanChoice(): ReactNode {
  return (
    <section aria-labelledby="plans-heading" className="group/plans border-b border-line bg-surface">
      <div className="mx-auto max-w-300 px-4 py-10 sm:px-6 sm:py-14">
        <h2 id="plans-heading" className="sr-only">
          Plans
        </h2>
        <RadioGroup
          label="Pay"
          name="period"
          defaultValue="yearly"
          layout="row"
          options={[
            { value: 'yearly', label: 'Yearly' },
            { value: 'monthly', label: 'Monthly' },
          ]}
        />
        <div className="mt-6 grid gap-px overflow-hidden rounded-panel border border-control bg-line md:grid-cols-3">
          {plans.map((plan) => (
            <PlanArticle key={plan.id} plan={plan} />
          ))}
        </div>
        <p className="mt-4 text-muted">Prices in US dollars for one person and month, without taxes.</p>
      </div>
    </section>
  );
}

function PlanArticle({ plan }: { plan: Plan }): ReactNode {
  const { id, name, who, price, state, terms } = plan;
  const lines = [
    ['People', terms.people],
    ['Billing', terms.billing],
    ['Leave', terms.leave],
  ] as const;
  return (
    <article aria-labelledby={`plan-${id}`} className="flex flex-col bg-canvas p-5 sm:p-6">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 id={`plan-${id}`} className="font-brand text-[1.375rem] leading-7 font-semibold">
          {name}
        </h3>
        <Badge tone={state === 'now' ? 'primary' : 'neutral'}>{state === 'now' ? 'Today' : 'Planned'}</Badge>
      </div>
      <p className="mt-1 text-muted">{who}</p>
      <p className="mt-6 group-has-[input[value=monthly]:checked]/plans:hidden">
        <Price amount={price.yearly} note={price.yearly === 0 ? 'for everyone' : 'a month, paid yearly'} />
      </p>
      <p className="mt-6 hidden group-has-[input[value=monthly]:checked]/plans:block">
        <Price amount={price.monthly} note={price.monthly === 0 ? 'for everyone' : 'a month, paid monthly'} />
      </p>
      <dl className="mt-6 mb-6 border-t border-line">
        {lines.map(([term, text]) => (
          <div key={term} className="flex justify-between gap-4 border-b border-line py-2.5">
            <dt className="text-muted">{term}</dt>
            <dd className="text-end">{text}</dd>
          </div>
        ))}
      </dl>
      <LinkButton
        href="/signup"
        prefetch={false}
        variant={state === 'now' ? 'primary' : 'secondary'}
        size="lg"
        className="mt-auto w-full"
        aria-label={`Start free: ${name}`}
      >
        Start free
      </LinkButton>
    </article>
  );
}

function Price({ amount, note }: { amount: number; note: string }): ReactNode {
  return (
    <>
      <span className="block font-brand text-[3rem] leading-12 font-semibold tabular-nums">${amount}</span>{' '}
      <span className="mt-1 block text-body-lg text-muted">{note}</span>
    </>
  );
}
