import { Check } from 'lucide-react';
import type { ReactNode } from 'react';

export type Step = { id: string; label: string };

/** The steps of a wizard, those done and the current one marked in signs and words. */
export function Stepper({
  label,
  steps,
  currentId,
}: {
  label: string;
  steps: readonly Step[];
  currentId: string;
}): ReactNode {
  const current = steps.findIndex((step) => step.id === currentId);
  return (
    <nav aria-label={label}>
      <p className="pb-2 text-small text-muted sm:hidden">
        Step {current + 1} of {steps.length}
      </p>
      <ol className="flex gap-2 sm:gap-4">
        {steps.map((step, index) => (
          <li
            key={step.id}
            aria-current={index === current ? 'step' : undefined}
            className="min-w-0 flex-1 sm:flex-none"
          >
            <span
              className={`flex items-center gap-2 border-t-2 pt-2 text-small ${index <= current ? 'border-primary' : 'border-control'} ${index === current ? 'font-medium text-ink' : 'text-muted'}`}
            >
              <span
                aria-hidden
                className={`hidden size-6 shrink-0 place-items-center rounded-full border tabular-nums sm:grid ${markClass(index, current)}`}
              >
                {index < current ? <Check className="size-3.5" /> : index + 1}
              </span>
              <span className={index === current ? '' : 'sr-only sm:not-sr-only'}>
                {step.label}
                {index < current ? <span className="sr-only">, done</span> : null}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function markClass(index: number, current: number): string {
  if (index < current) return 'border-primary bg-primary-soft text-primary';
  return index === current ? 'border-primary bg-primary text-on-primary' : 'border-control';
}
