import { type ApiFailure, apiFailure } from '@aura/api/client';
import type { FormError } from '@aura/ui/form-error-summary';
import { useState } from 'react';

/** A refusal as the lines of a form's error summary: what concerns a field leads to it, the rest is about the form. */
export function formErrors(error: unknown, fields: readonly string[]): FormError[] {
  const failure = apiFailure(error);
  if (failure.issues.length === 0) return [{ message: wholeMessage(failure) }];
  return failure.issues.map(({ path, message }) => {
    const field = fields.find((name) => name === path || name === path.split('.').at(-1));
    return field ? { field, message } : { message };
  });
}

function wholeMessage({ status, message, requestId }: ApiFailure): string {
  if (status < 500 || status === 503) return message;
  const reference = requestId ? ` (ref ${requestId.slice(0, 8)})` : '';
  return `We couldn't do this. Nothing was lost; try again.${reference}`;
}

type Required = Readonly<Record<string, { value: string; message: string }>>;

/** The fields that were left empty, in their order. */
export function missingFields(required: Required): FormError[] {
  return Object.entries(required).flatMap(([field, { value, message }]) =>
    value.trim() === '' ? [{ field, message }] : [],
  );
}

export type FormFailure = {
  errors: readonly FormError[];
  /** Counts the failed submits, so that the summary takes focus each time. */
  attempt: number;
  errorOf: (field: string) => FormError['message'] | undefined;
  fail: (errors: readonly FormError[]) => void;
  clear: () => void;
};

/** The errors of one form, from the last submit. */
export function useFormFailure(): FormFailure {
  const [{ errors, attempt }, setState] = useState<{ errors: readonly FormError[]; attempt: number }>({
    errors: [],
    attempt: 0,
  });
  return {
    errors,
    attempt,
    errorOf: (field) => errors.find((error) => error.field === field)?.message,
    fail: (next) => setState((state) => ({ errors: next, attempt: state.attempt + 1 })),
    clear: () => setState((state) => (state.errors.length === 0 ? state : { ...state, errors: [] })),
  };
}
