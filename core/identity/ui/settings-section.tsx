import { FormErrorSummary } from '@aura/ui/form-error-summary';
import { type FormEvent, type ReactNode, useId } from 'react';
import type { FormFailure } from './form-failure.ts';

type SettingsSectionProps = { title: string; purpose?: ReactNode; children: ReactNode };

/** One matter of a settings page, with its own heading. */
export function SettingsSection({ title, purpose, children }: SettingsSectionProps): ReactNode {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="flex max-w-160 flex-col gap-4 border-t border-line py-6 first:border-t-0 first:pt-2"
    >
      <div>
        <h2 id={id} className="text-h2">
          {title}
        </h2>
        {purpose ? <p className="mt-0.5 text-muted">{purpose}</p> : null}
      </div>
      {children}
    </section>
  );
}

type SettingsFormProps = { failure: FormFailure; onSubmit: () => void; children: ReactNode };

/** A small form with its own Save. */
export function SettingsForm({ failure, onSubmit, children }: SettingsFormProps): ReactNode {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-4">
      <FormErrorSummary errors={failure.errors} attempt={failure.attempt} />
      {children}
    </form>
  );
}
