import { Field } from '@aura/ui/field';
import { PlainButton } from '@aura/ui/plain-button';
import { TextInput } from '@aura/ui/text-input';
import type { ReactNode } from 'react';

/** The end of the page: a plain form, which works without a script. */
export function LastWord(): ReactNode {
  return (
    <section aria-labelledby="start-heading" className="bg-primary-soft">
      <div className="mx-auto max-w-300 px-4 py-16 sm:px-6 lg:py-24">
        <h2 id="start-heading" className="max-w-[20ch] font-brand text-display text-balance">
          Open the book.
        </h2>
        <form action="/signup" method="get" className="mt-8 flex max-w-140 flex-col gap-3 sm:flex-row sm:items-end">
          <Field label="Your company" className="flex-1">
            <TextInput
              name="company"
              autoComplete="organization"
              maxLength={200}
              className="min-h-11 sm:text-body-lg"
            />
          </Field>
          <PlainButton type="submit" variant="primary" size="lg">
            Start free
          </PlainButton>
        </form>
      </div>
    </section>
  );
}
