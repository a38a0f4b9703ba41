import type { MeOutput } from '@aura/identity/client';
import type { Dashboard } from '../dashboard.schema.ts';

export type OnboardingTask = { id: string; title: string; why: string; time: string; href: string; isDone: boolean };

export type OnboardingFacts = {
  me: Pick<MeOutput, 'role' | 'title' | 'emailVerified'>;
  dashboard: Pick<Dashboard, 'open' | 'current' | 'previous' | 'recentActivities' | 'nextSteps'>;
  contacts: number;
  members: number;
};

/** What a person does first, ticked off by what is really there. */
export function onboardingTasks(facts: OnboardingFacts): OnboardingTask[] {
  return facts.me.role === 'sales_rep' ? tasksOfRep(facts) : tasksOfAdmin(facts);
}

function tasksOfAdmin(facts: OnboardingFacts): OnboardingTask[] {
  const { contacts, members, me } = facts;
  return [
    { ...dealTask(facts) },
    {
      id: 'contacts',
      title: 'Import your contacts',
      why: 'So nobody starts from an empty list.',
      time: '3 min',
      href: '/import?entity=contacts',
      isDone: contacts > 0,
    },
    ...(me.role === 'admin'
      ? [
          {
            id: 'teammate',
            title: 'Invite a teammate',
            why: 'Selling is done together.',
            time: '1 min',
            href: '/settings/members',
            isDone: members > 1,
          },
        ]
      : []),
    activityTask(facts),
    {
      id: 'verify',
      title: 'Confirm your e-mail address',
      why: 'So that a lost password can be reset.',
      time: '1 min',
      href: '/settings/profile',
      isDone: me.emailVerified,
    },
  ];
}

function tasksOfRep(facts: OnboardingFacts): OnboardingTask[] {
  return [
    dealTask(facts),
    activityTask(facts),
    {
      id: 'next-step',
      title: 'Set a next step',
      why: 'A deal without one goes silent.',
      time: '1 min',
      href: '/deals',
      isDone: facts.dashboard.nextSteps.some(({ nextStepOn }) => nextStepOn),
    },
    {
      id: 'profile',
      title: 'Complete your profile',
      why: 'Colleagues see who they work with.',
      time: '1 min',
      href: '/settings/profile',
      isDone: facts.me.title !== null,
    },
  ];
}

function dealTask({ dashboard: { open, current, previous } }: OnboardingFacts): OnboardingTask {
  const deals = [open, current.won, current.lost, previous.won, previous.lost].reduce(
    (sum, { count }) => sum + count,
    0,
  );
  return {
    id: 'deal',
    title: 'Add your first deal',
    why: 'Four fields, and the pipeline lives.',
    time: '1 min',
    href: '/deals?new=true',
    isDone: deals > 0,
  };
}

function activityTask({ dashboard }: OnboardingFacts): OnboardingTask {
  return {
    id: 'activity',
    title: 'Log a call',
    why: 'Two presses, and it is remembered.',
    time: '1 min',
    href: '/activities?new=true',
    isDone: dashboard.recentActivities.length > 0,
  };
}
