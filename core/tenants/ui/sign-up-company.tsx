'use client';

import type { FormFailure } from '@aura/identity/client';
import { Button } from '@aura/ui/button';
import { Combobox, type ComboboxOption } from '@aura/ui/combobox';
import { Field } from '@aura/ui/field';
import { TextInput } from '@aura/ui/text-input';
import { type ReactNode, useMemo } from 'react';
import { currencyOptions, timezoneOptions } from './place-options.ts';
import { SlugField } from './slug-field.tsx';
import { type Terms, TermsField } from './terms-field.tsx';
import type { DraftState } from './use-sign-up-draft.ts';

type SignUpCompanyProps = DraftState & { rootDomain: string; terms: Terms; failure: FormFailure; onBack: () => void };

export function SignUpCompany({ draft, change, rootDomain, terms, failure, onBack }: SignUpCompanyProps): ReactNode {
  const currencies = useMemo(() => currencyOptions(), []);
  const timezones = useMemo(() => timezoneOptions(), []);
  return (
    <>
      <Field label="Company name" id="companyName" error={failure.errorOf('companyName')}>
        <TextInput
          name="companyName"
          autoComplete="organization"
          maxLength={200}
          value={draft.companyName}
          onChange={(event) => change({ companyName: event.target.value })}
        />
      </Field>
      <SlugField
        slug={draft.slug}
        rootDomain={rootDomain}
        error={failure.errorOf('slug')}
        onSlugChange={(slug) => change({ slug, isSlugOwn: slug !== '' })}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <Field label="Currency" id="currency" error={failure.errorOf('currency')}>
          <Combobox
            options={currencies}
            value={chosen(currencies, draft.currency)}
            onValueChange={(option) => change({ currency: option?.value ?? '' })}
          />
        </Field>
        <Field label="Time zone" id="timezone" error={failure.errorOf('timezone')}>
          <Combobox
            options={timezones}
            value={chosen(timezones, draft.timezone)}
            onValueChange={(option) => change({ timezone: option?.value ?? '' })}
          />
        </Field>
      </div>
      <TermsField
        terms={terms}
        typedName={draft.typedName}
        error={failure.errorOf('typedName')}
        onTypedNameChange={(typedName) => change({ typedName })}
      />
      <div className="flex flex-wrap-reverse gap-3">
        <Button size="lg" onClick={onBack}>
          Back
        </Button>
        <Button type="submit" variant="primary" size="lg" className="flex-1">
          Create workspace
        </Button>
      </div>
    </>
  );
}

function chosen(options: readonly ComboboxOption[], value: string): ComboboxOption | null {
  return options.find((option) => option.value === value) ?? (value ? { value, label: value } : null);
}
