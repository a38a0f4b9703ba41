'use client';

import { Field } from '@aura/ui/field';
import { TextInput } from '@aura/ui/text-input';
import type { ReactNode } from 'react';

export type Terms = { version: string; text: string };
type TermsFieldProps = { terms: Terms; typedName: string; error: ReactNode; onTypedNameChange: (name: string) => void };

/** The terms in full, and the name under them: accepting is signing, not ticking. */
export function TermsField({ terms, typedName, error, onTypedNameChange }: TermsFieldProps): ReactNode {
  return (
    <section
      aria-labelledby="terms-heading"
      className="flex flex-col gap-4 rounded-panel border border-line bg-canvas p-4"
    >
      <div>
        <h2 id="terms-heading" className="text-h3">
          Terms of service
        </h2>
        <details className="mt-1">
          <summary className="text-link inline-block min-h-6">Read them here (version {terms.version})</summary>
          <section
            aria-labelledby="terms-heading"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
            tabIndex={0}
            className="on-scroll-region mt-3 max-h-72 overflow-y-auto rounded-control border border-control bg-surface p-3 text-small whitespace-pre-line"
          >
            {terms.text.replaceAll(/(?<!\n)\n(?!\n)/g, ' ')}
          </section>
        </details>
      </div>
      <Field
        label="Type your full name to accept"
        id="typedName"
        error={error}
        help="You accept for your company and say that you may do so."
      >
        <TextInput
          name="typedName"
          autoComplete="off"
          maxLength={200}
          value={typedName}
          onChange={(event) => onTypedNameChange(event.target.value)}
        />
      </Field>
    </section>
  );
}
