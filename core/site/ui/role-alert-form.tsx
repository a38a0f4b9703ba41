'use client';

import { formErrors, missingFields, useFormFailure } from '@aura/identity/client';
import { Field } from '@aura/ui/field';
import { TextInput } from '@aura/ui/text-input';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { MessageFrame, MessageSent } from './message-frame.tsx';
import { useSiteApi } from './use-site-api.ts';

/** Asks to be told when a role opens. */
export function RoleAlertForm(): ReactNode {
  const failure = useFormFailure();
  const { mutate, isPending, isSuccess, variables } = useMutation(
    useSiteApi().site.roleAlert.mutationOptions({
      onError: (error) => failure.fail(formErrors(error, ['email'])),
      onSuccess: () => failure.clear(),
    }),
  );
  if (isSuccess)
    return (
      <MessageSent title="We'll tell you">
        <p>When a role opens, we write to {variables.email}, and for nothing else.</p>
      </MessageSent>
    );
  const send = (read: (name: string) => string): void => {
    const email = read('email');
    const missing = missingFields({ email: { value: email, message: 'Enter your e-mail address' } });
    if (missing.length > 0) failure.fail(missing);
    else mutate({ email });
  };
  return (
    <MessageFrame label="Hear of open roles" failure={failure} isPending={isPending} submit="Tell me" onSubmit={send}>
      <Field label="E-mail" id="email" error={failure.errorOf('email')} required>
        <TextInput type="email" name="email" autoComplete="email" />
      </Field>
    </MessageFrame>
  );
}
