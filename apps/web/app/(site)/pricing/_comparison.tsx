import { Check, Plus } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { features, type Plan, plans } from './_plans.ts';

/** What is in the plans: a table where there is room for one, the same as a list for each plan where there is not. */
export function Comparison(): ReactNode {
  return (
    <section aria-labelledby="comparison-heading" className="border-b border-line">
      <div className="mx-auto max-w-300 px-4 py-14 sm:px-6 lg:py-20">
        <h2 id="comparison-heading" className="font-brand text-[1.75rem] leading-8.5 font-semibold text-balance">
          What is in it
        </h2>
        <ComparisonTable />
        <div className="mt-6 border-t border-line md:hidden">
          {plans.map((plan) => (
            <PlanDetails key={plan.id} plan={plan} />
          ))}
        </div>
      </div>
    </section>
  );
}

function ComparisonTable(): ReactNode {
  return (
    <table className="mt-6 hidden w-full border-collapse text-body-lg md:table">
      <caption className="sr-only">What each plan has</caption>
      <thead>
        <tr className="border-b border-control">
          <th scope="col" className="py-3 text-start text-h3">
            Plan
          </th>
          {plans.map(({ id, name }) => (
            <th key={id} scope="col" className="w-[17%] px-2 py-3 text-center text-h3">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      {features.map(({ title, lines }) => (
        <tbody key={title}>
          <tr>
            <th scope="rowgroup" colSpan={plans.length + 1} className="pt-8 pb-2 text-start font-brand text-h2">
              {title}
            </th>
          </tr>
          {lines.map((line) => (
            <tr key={line} className="border-b border-line">
              <th scope="row" className="py-2.5 pe-4 text-start font-normal text-pretty">
                {line}
              </th>
              {plans.map(({ id }) => (
                <td key={id} className="text-center">
                  <Check aria-hidden className="mx-auto size-5 text-primary" />
                  <span className="sr-only">Included</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function PlanDetails({ plan }: { plan: Plan }): ReactNode {
  return (
    <details className="group border-b border-line" open={plan.state === 'now'}>
      <summary className="flex min-h-14 list-none items-center justify-between gap-4 py-3 text-h2 -outline-offset-2 [&::-webkit-details-marker]:hidden">
        {plan.name}
        <Plus aria-hidden className="size-5 text-muted group-open:rotate-45" />
      </summary>
      <div className="pb-5">
        {features.map(({ title, lines }) => (
          <Fragment key={title}>
            <h3 className="mt-4 mb-2 text-h3 first:mt-0">{title}</h3>
            <ul className="flex flex-col gap-2">
              {lines.map((line) => (
                <li key={line} className="flex items-start gap-2.5 text-body-lg text-muted">
                  <Check aria-hidden className="mt-1 size-4 text-primary" />
                  {line}
                </li>
              ))}
            </ul>
          </Fragment>
        ))}
      </div>
    </details>
  );
}
