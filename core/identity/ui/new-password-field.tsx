'use client';

import { Field } from '@aura/ui/field';
import { PasswordInput } from '@aura/ui/password-input';
import type { ReactNode } from 'react';
import { PASSWORD_LENGTH_MIN, passwordStrength } from './password-strength.ts';

type NewPasswordFieldProps = {
  value: string;
  onValueChange: (value: string) => void;
  error: ReactNode;
  label?: string;
};

/** A password to be set: its strength in words while it is typed, and no theatre of rules. */
export function NewPasswordField({
  value,
  onValueChange,
  error,
  label = 'Password',
}: NewPasswordFieldProps): ReactNode {
  const strength = passwordStrength(value);
  return (
    <Field
      label={label}
      error={error}
      id="password"
      help={`At least ${PASSWORD_LENGTH_MIN} characters. A short sentence is easy to remember and hard to guess.`}
    >
      <PasswordInput
        name="password"
        autoComplete="new-password"
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
      />
      <p aria-live="polite" className={`flex items-center gap-2 text-small text-muted ${value ? 'min-h-4.5' : ''}`}>
        {value ? (
          <>
            <span aria-hidden className="flex gap-1">
              {[1, 2, 3].map((step) => (
                <span
                  key={step}
                  className={`h-1.5 w-8 rounded-full border border-control ${step <= strength.level ? 'bg-primary' : ''}`}
                />
              ))}
            </span>
            {strength.text}
          </>
        ) : null}
      </p>
    </Field>
  );
}
