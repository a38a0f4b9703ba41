'use client';

import { formErrors, missingFields, useFormFailure } from '@aura/identity/client';
import { Field } from '@aura/ui/field';
import { TextInput } from '@aura/ui/text-input';
import { Textarea } from '@aura/ui/textarea';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { MessageFrame, MessageSent } from './message-frame.tsx';
import { useSiteApi } from './use-site-api.ts';

/** Writes to the company. What was typed stays until the mail is on its way. */
export function ContactForm(): ReactNode {
  const failure = useFormFailure();
  const { mutate, isPending, isSuccess, variables } = useMutation(
    useSiteApi().site.contact.mutationOptions({
      onError: (error) => failure.fail(formErrors(error, ['name', 'email', 'message'])),
      onSuccess: () => failure.clear(),
    }),
  );
  if (isSuccess)
    return (
      <MessageSent title="Your message is on its way">
        <p>We answer by e-mail to {variables.email}.</p>
      </MessageSent>
    );
  const send = (read: (name: string) => string): void => {
    const draft = { name: read('name'), email: read('email'), message: read('message') };
    const missing = missingFields({
      name: { value: draft.name, message: 'Enter your name' },
      email: { value: draft.email, message: 'Enter your e-mail address' },
      message: { value: draft.message, message: 'Enter your message' },
    });
    if (missing.length > 0) failure.fail(missing);
    else mutate(draft);
  };
  return (
    <MessageFrame label="Write to us" failure={failure} isPending={isPending} submit="Send message" onSubmit={send}>
      <Field label="Name" id="name" error={failure.errorOf('name')} required>
        <TextInput name="name" autoComplete="name" />
      </Field>
      <Field label="E-mail" id="email" error={failure.errorOf('email')} required>
        <TextInput type="email" name="email" autoComplete="email" />
      </Field>
      <Field label="Message" id="message" error={failure.errorOf('message')} required>
        <Textarea name="message" className="min-h-44" />
      </Field>
    </MessageFrame>
  );
}
