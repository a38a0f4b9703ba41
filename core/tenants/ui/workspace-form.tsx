'use client';

import { apiFailure } from '@aura/api/client';
import {
  type FormFailure,
  formErrors,
  missingFields,
  SaveRow,
  SettingsForm,
  SettingsSection,
  useFormFailure,
} from '@aura/identity/client';
import { Combobox, type ComboboxOption } from '@aura/ui/combobox';
import { DateText } from '@aura/ui/date-text';
import { Field } from '@aura/ui/field';
import { TextInput } from '@aura/ui/text-input';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import type { WorkspaceOutput } from '../tenant.schema.ts';
import { currencyOptions, timezoneOptions } from './place-options.ts';
import { useTenantsApi } from './use-tenants-api.ts';

export function WorkspaceForm({ workspace: loaded }: { workspace: WorkspaceOutput }): ReactNode {
  // What the form started from: a newer state that arrives in the background must not be overwritten unseen.
  const [workspace, setWorkspace] = useState(loaded);
  const [name, setName] = useState(workspace.name);
  const [industry, setIndustry] = useState(workspace.industry ?? '');
  const [currency, setCurrency] = useState(workspace.currency);
  const [timezone, setTimezone] = useState(workspace.timezone);
  const currencies = useMemo(() => currencyOptions(), []);
  const timezones = useMemo(() => timezoneOptions(), []);
  const failure = useFormFailure();
  const save = useSaveWorkspace(failure, setWorkspace);
  const submit = (): void => {
    const missing = missingFields({
      name: { value: name, message: "Enter your company's name" },
      currency: { value: currency, message: 'Choose a currency' },
      timezone: { value: timezone, message: 'Choose a time zone' },
    });
    if (missing.length > 0) {
      failure.fail(missing);
      return;
    }
    if (!save.isPending)
      save.mutate({ name, industry: industry.trim() || null, currency, timezone, expectedVersion: workspace.version });
  };
  return (
    <SettingsSection
      title="Company"
      purpose={
        <>
          Address: {workspace.slug} · last changed <DateText value={workspace.updatedAt} style="date-time" />
        </>
      }
    >
      <SettingsForm failure={failure} onSubmit={submit}>
        <Field label="Name" id="name" error={failure.errorOf('name')}>
          <TextInput
            name="name"
            autoComplete="organization"
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label="Industry" mark="optional" id="industry" error={failure.errorOf('industry')}>
          <TextInput
            name="industry"
            autoComplete="off"
            maxLength={100}
            value={industry}
            onChange={(event) => setIndustry(event.target.value)}
          />
        </Field>
        <Field
          label="Currency"
          id="currency"
          error={failure.errorOf('currency')}
          help="New deals and products start with it. Amounts that exist keep theirs."
        >
          <Combobox
            options={currencies}
            value={optionOf(currencies, currency)}
            onValueChange={(option) => setCurrency(option?.value ?? '')}
          />
        </Field>
        <Field
          label="Time zone"
          id="timezone"
          error={failure.errorOf('timezone')}
          help="Days begin and end by it: what is due today, what is overdue."
        >
          <Combobox
            options={timezones}
            value={optionOf(timezones, timezone)}
            onValueChange={(option) => setTimezone(option?.value ?? '')}
          />
        </Field>
        <SaveRow isPending={save.isPending} isSaved={save.isSuccess} />
      </SettingsForm>
    </SettingsSection>
  );
}

/** Saves, unless someone else has saved since the form was opened. */
function useSaveWorkspace({ fail, clear }: FormFailure, onSaved: (workspace: WorkspaceOutput) => void) {
  const api = useTenantsApi().workspace;
  const queries = useQueryClient();
  return useMutation(
    api.update.mutationOptions({
      onSuccess: (saved) => {
        queries.setQueryData(api.get.queryKey(), saved);
        clear();
        onSaved(saved);
      },
      onError: (error) => {
        const { status } = apiFailure(error);
        if (status !== 412) {
          fail(formErrors(error, ['name', 'industry', 'currency', 'timezone']));
          return;
        }
        fail([
          {
            message:
              'Someone else changed these settings meanwhile. Load the page again to see theirs; what you typed is still below.',
          },
        ]);
      },
    }),
  );
}

function optionOf(options: readonly ComboboxOption[], value: string): ComboboxOption | null {
  return options.find((option) => option.value === value) ?? (value ? { value, label: value } : null);
}
