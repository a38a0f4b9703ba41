'use client';

import { CircleAlert } from 'lucide-react';
import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react';

export type FormError = {
  /** The id or name of the control to fix; without it the message is about the whole form. */
  field?: string;
  message: ReactNode;
};

export type FormErrorSummaryProps = {
  errors: readonly FormError[];
  /** Counts the failed submits: each new number moves focus to the summary again. */
  attempt?: number;
  title?: string;
};

/** What to fix, at the top of a form after a failed submit. Takes focus, and its links lead to the fields. */
export function FormErrorSummary({ errors, attempt = 0, title }: FormErrorSummaryProps): ReactNode {
  if (errors.length === 0) return null;
  const heading = title ?? (errors.length === 1 ? '1 thing to fix' : `${errors.length} things to fix`);
  return (
    // A new attempt is a new box: it is read out and takes focus again.
    <FocusedAlert key={attempt}>
      <h2 className="flex items-center gap-2 text-h3">
        <CircleAlert aria-hidden className="size-5 text-danger" />
        {heading}
      </h2>
      <ul className="mt-2 flex flex-col gap-1 ps-7">
        {errors.map((error, index) => (
          <li key={error.field ?? index} className="list-disc marker:text-danger">
            {error.field ? (
              <a
                href={`#${error.field}`}
                onClick={focusField}
                className="inline-block min-h-6 align-top text-danger underline underline-offset-3 hover:decoration-2"
              >
                {error.message}
              </a>
            ) : (
              error.message
            )}
          </li>
        ))}
      </ul>
    </FocusedAlert>
  );
}

function FocusedAlert({ children }: { children: ReactNode }): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="rounded-panel border border-danger bg-danger-soft p-4 text-ink"
    >
      {children}
    </div>
  );
}

/** A field is found by its id, else by its name in the form around the summary. */
function focusField(event: MouseEvent<HTMLAnchorElement>): void {
  const key = decodeURIComponent(event.currentTarget.hash.slice(1));
  const named = event.currentTarget.closest('form')?.elements.namedItem(key);
  const found = document.getElementById(key) ?? (named instanceof RadioNodeList ? named.item(0) : named);
  if (!(found instanceof HTMLElement)) return;
  event.preventDefault();
  const control = found.matches('fieldset')
    ? found.querySelector<HTMLElement>('input, select, textarea, button')
    : found;
  control?.focus();
  control?.scrollIntoView({ block: 'center' });
}
