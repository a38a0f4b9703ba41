'use client';

import { Field } from '@aura/ui/field';
import { PasswordInput } from '@aura/ui/password-input';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { formErrors, missingFields, useFormFailure } from './form-failure.ts';
import { NewPasswordField } from './new-password-field.tsx';
import { SaveRow } from './save-row.tsx';
import { SettingsForm, SettingsSection } from './settings-section.tsx';
import { useIdentityApi } from './use-identity-api.ts';

export function PasswordSection(): ReactNode {
  const [currentPassword, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const failure = useFormFailure();
  const api = useIdentityApi().me;
  const queries = useQueryClient();
  const { mutate, isPending, isSuccess } = useMutation(
    api.changePassword.mutationOptions({
      onSuccess: () => {
        failure.clear();
        setCurrent('');
        setPassword('');
        void queries.invalidateQueries({ queryKey: api.sessions.queryKey() });
      },
      onError: (error) => failure.fail(formErrors(error, ['currentPassword', 'password'])),
    }),
  );
  const submit = (): void => {
    const missing = missingFields({
      currentPassword: { value: currentPassword, message: 'Enter your present password' },
      password: { value: password, message: 'Enter a new password' },
    });
    if (missing.length > 0) {
      failure.fail(missing);
      return;
    }
    if (!isPending) mutate({ currentPassword, password });
  };
  return (
    <SettingsSection title="Password" purpose="Changing it signs you out everywhere else.">
      <SettingsForm failure={failure} onSubmit={submit}>
        <Field label="Present password" id="currentPassword" error={failure.errorOf('currentPassword')}>
          <PasswordInput
            name="currentPassword"
            autoComplete="current-password"
            value={currentPassword}
            onChange={(event) => setCurrent(event.target.value)}
          />
        </Field>
        <NewPasswordField
          label="New password"
          value={password}
          onValueChange={setPassword}
          error={failure.errorOf('password')}
        />
        <SaveRow isPending={isPending} isSaved={isSuccess && password === ''} label="Change password" />
      </SettingsForm>
    </SettingsSection>
  );
}
