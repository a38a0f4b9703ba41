'use client';

import { type FormFailure, NewPasswordField } from '@aura/identity/client';
import { Button } from '@aura/ui/button';
import { Field } from '@aura/ui/field';
import { Link } from '@aura/ui/link';
import { TextInput } from '@aura/ui/text-input';
import type { ReactNode } from 'react';
import type { DraftState } from './use-sign-up-draft.ts';

type SignUpPersonProps = DraftState & {
  password: string;
  onPasswordChange: (password: string) => void;
  failure: FormFailure;
};

export function SignUpPerson({ draft, change, password, onPasswordChange, failure }: SignUpPersonProps): ReactNode {
  return (
    <>
      <Field label="Full name" id="name" error={failure.errorOf('name')}>
        <TextInput
          name="name"
          autoComplete="name"
          maxLength={200}
          value={draft.name}
          onChange={(event) => change({ name: event.target.value })}
        />
      </Field>
      <Field label="Work e-mail" id="email" error={failure.errorOf('email')}>
        <TextInput
          type="email"
          name="email"
          autoComplete="email"
          value={draft.email}
          onChange={(event) => change({ email: event.target.value })}
        />
      </Field>
      <NewPasswordField value={password} onValueChange={onPasswordChange} error={failure.errorOf('password')} />
      <Button type="submit" variant="primary" size="lg">
        Continue
      </Button>
      <p className="text-muted">
        Your company is here already?{' '}
        <Link href="/login" className="text-link">
          Find your workspace
        </Link>
      </p>
    </>
  );
}
