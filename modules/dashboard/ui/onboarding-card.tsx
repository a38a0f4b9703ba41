'use client';

import { useContactsApi } from '@aura/contacts/client';
import { useIdentityApi, useMe } from '@aura/identity/client';
import { useMemberNames } from '@aura/members/client';
import { Button } from '@aura/ui/button';
import { Link } from '@aura/ui/link';
import { Panel } from '@aura/ui/panel';
import { toast } from '@aura/ui/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, CircleDashed } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Dashboard } from '../dashboard.schema.ts';
import { type OnboardingTask, onboardingTasks } from './onboarding-tasks.ts';

const dismissedPreference = 'onboardingDismissed';

/** The first steps in the workspace; gone when all are done, or when it is sent away. */
export function OnboardingCard({ dashboard }: { dashboard: Dashboard | undefined }): ReactNode {
  const me = useMe();
  const contacts = useQuery(useContactsApi().list.queryOptions({ limit: 1 })).data?.total;
  const members = useMemberNames().size;
  const dismiss = useDismiss();
  if (!me || !dashboard || contacts === undefined || members === 0 || me.preferences[dismissedPreference] === true)
    return null;
  const tasks = onboardingTasks({ me, dashboard, contacts, members });
  const done = tasks.filter(({ isDone }) => isDone).length;
  if (done === tasks.length) return null;
  return (
    <Panel
      title="First steps"
      note={`${done} of ${tasks.length} done`}
      actions={
        <Button size="sm" variant="ghost" onClick={dismiss}>
          Dismiss
        </Button>
      }
    >
      <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {tasks.map((task) => (
          <Task key={task.id} task={task} />
        ))}
      </ul>
    </Panel>
  );
}

function Task({ task: { title, why, time, href, isDone } }: { task: OnboardingTask }): ReactNode {
  return (
    <li className="flex items-start gap-3 py-2">
      {isDone ? (
        <CircleCheck aria-hidden className="mt-0.5 size-5 text-ok" />
      ) : (
        <CircleDashed aria-hidden className="mt-0.5 size-5 text-control" />
      )}
      <span className="min-w-0">
        {isDone ? (
          <span className="text-muted">
            {title}
            <span className="sr-only">, done</span>
          </span>
        ) : (
          <Link href={href} className="inline-block min-h-6 font-medium text-link">
            {title}
          </Link>
        )}
        <span className="block text-small text-muted">
          {isDone ? 'Done' : `${why} ${time.replace(' ', '\u00a0')}.`}
        </span>
      </span>
    </li>
  );
}

function useDismiss(): () => void {
  const api = useIdentityApi().me;
  const queries = useQueryClient();
  const { mutate } = useMutation(
    api.update.mutationOptions({
      onSuccess: (me) => queries.setQueryData(api.get.queryKey(), me),
      onError: () => toast({ title: "We couldn't dismiss the first steps. Try again.", tone: 'danger' }),
    }),
  );
  return () => mutate({ preferences: { [dismissedPreference]: true } });
}
