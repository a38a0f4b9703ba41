'use client';

import { apiFailure } from '@aura/api/client';
import { useState } from 'react';

export type Saving = {
  isBusy: boolean;
  error: string | null;
  fail: (message: string) => void;
  /** Runs a save once at a time; what the server refused is the error. */
  run: (save: () => Promise<unknown>) => void;
};

/** The state of a small form that saves to the server. */
export function useSaving(): Saving {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  return {
    isBusy,
    error,
    fail: setError,
    run: (save) => {
      if (isBusy) return;
      setBusy(true);
      setError(null);
      save()
        .catch((failure: unknown) => setError(messageOf(failure)))
        .finally(() => setBusy(false));
    },
  };
}

/** What the server said, the field's own words first. */
export function messageOf(error: unknown): string {
  const failure = apiFailure(error);
  return failure.issues[0]?.message ?? failure.message;
}
