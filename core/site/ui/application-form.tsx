'use client';

import { formErrors, missingFields, useFormFailure } from '@aura/identity/client';
import { Field } from '@aura/ui/field';
import { TextInput } from '@aura/ui/text-input';
import { Textarea } from '@aura/ui/textarea';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { MessageFrame, MessageSent } from './message-frame.tsx';
import { useSiteApi } from './use-site-api.ts';

/** Applies for one open role. */
export function ApplicationForm({ role, title }: { role: string; title: string }): ReactNode {
  const failure = useFormFailure();
  const { mutate, isPending, isSuccess, variables } = useMutation(
    useSiteApi().site.applyForRole.mutationOptions({
      onError: (error) => failure.fail(formErrors(error, ['name', 'email', 'link', 'message'])),
      onSuccess: () => failure.clear(),
    }),
  );
  if (isSuccess)
    return (
      <MessageSent title="Your application is on its way">
        <p>
          We read each one and answer to {variables.email}, whatever the answer is. It was about: {title}.
        </p>
      </MessageSent>
    );
  const send = (read: (name: string) => string): void => {
    const draft = { role, name: read('name'), email: read('email'), link: read('link'), message: read('message') };
    const missing = missingFields({
      name: { value: draft.name, message: 'Enter your name' },
      email: { value: draft.email, message: 'Enter your e-mail address' },
      message: { value: draft.message, message: 'Enter a few lines about yourself' },
    });
    if (missing.length > 0) failure.fail(missing);
    else mutate(draft);
  };
  return (
    <MessageFrame label="Apply" failure={failure} isPending={isPending} submit="Send application" onSubmit={send}>
      <Field label="Name" id="name" error={failure.errorOf('name')} required>
        <TextInput name="name" autoComplete="name" />
      </Field>
      <Field label="E-mail" id="email" error={failure.errorOf('email')} required>
        <TextInput type="email" name="email" autoComplete="email" />
      </Field>
      <Field
        label="Link to your CV or work"
        id="link"
        mark="optional"
        error={failure.errorOf('link')}
        help="An address that opens without signing in."
      >
        <TextInput type="url" name="link" autoComplete="url" />
      </Field>
      <Field
        label="Message"
        id="message"
        error={failure.errorOf('message')}
        help="What you have made, and why this role. Plain words are welcome."
        required
      >
        <Textarea name="message" className="min-h-44" />
      </Field>
    </MessageFrame>
  );
}
