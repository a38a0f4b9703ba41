'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Activity } from '../activity.schema.ts';
import { type ActivityTarget, emptyDraft, toActivity } from './activity-draft.ts';
import { useActivitiesApi } from './use-activities-api.ts';

/** Logs a call of this moment by what came of it, as a press on the composer's outcome does. Throws what the server said. */
export function useLogCall(): (target: ActivityTarget, outcome: string) => Promise<Activity> {
  const { activities } = useActivitiesApi();
  const queries = useQueryClient();
  const { mutateAsync } = useMutation(
    activities.create.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: activities.list.infiniteQueryKey() }),
    }),
  );
  return (target, outcome) => mutateAsync(toActivity({ ...emptyDraft, outcome }, target, null));
}
