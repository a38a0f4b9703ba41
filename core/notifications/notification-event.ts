import type { Role } from '@aura/kernel';

/** What a person can be told of. The key is stored with each notification and in preferences. */
export const NOTIFICATION_EVENTS = [
  'assigned',
  'shared',
  'mentioned',
  'activity_logged',
  'next_step_due',
  'escalated',
  'deal_won',
  'invitation_accepted',
  'import_finished',
  'export_finished',
  'role_changed',
] as const;
export type NotificationEvent = (typeof NOTIFICATION_EVENTS)[number];

type EventFacts = {
  label: string;
  help: string;
  /** Off until somebody switches it on. */
  isOffAtFirst?: boolean;
  /** A person must hear of it. */
  isAlwaysOn?: boolean;
  /** Only people of these roles are ever told. */
  roles?: readonly Role[];
};

const SEERS_OF_ALL: readonly Role[] = ['admin', 'manager'];

export const EVENT_FACTS: Readonly<Record<NotificationEvent, EventFacts>> = {
  assigned: { label: 'Assigned to you', help: 'A deal, contact or organization gets you as its owner.' },
  shared: { label: 'Shared with you', help: 'A manager opens a deal or contact to you.' },
  mentioned: { label: 'Mentions', help: 'A colleague names you in a note.' },
  activity_logged: {
    label: 'Activity on your records',
    help: 'A colleague logs something on a deal or contact of yours.',
  },
  next_step_due: {
    label: 'Next steps due',
    help: 'On the morning of the day that you planned the next step of a deal of yours for.',
  },
  escalated: {
    label: 'Escalations',
    help: 'A sales rep asks managers to look at a deal or contact.',
    roles: SEERS_OF_ALL,
  },
  deal_won: { label: 'Deals won', help: 'A colleague wins a deal.', isOffAtFirst: true, roles: SEERS_OF_ALL },
  invitation_accepted: { label: 'Invitations', help: 'Somebody you invited has joined.', roles: SEERS_OF_ALL },
  import_finished: { label: 'Imports', help: 'A file that you brought in is done, or could not be finished.' },
  export_finished: { label: 'Exports', help: 'A file that you asked for is ready, or could not be made.' },
  role_changed: { label: 'Your role', help: 'An admin changes what you may do here.', isAlwaysOn: true },
};

export function isNotificationEvent(key: string): key is NotificationEvent {
  return key in EVENT_FACTS;
}

/** A person's choices as they are stored: `{ activity_logged: false }`. Whatever else stands there is not one. */
export function isWanted(event: NotificationEvent, stored: unknown): boolean {
  const { isAlwaysOn = false, isOffAtFirst = false } = EVENT_FACTS[event];
  if (isAlwaysOn) return true;
  const choice = choicesOf(stored)[event];
  return typeof choice === 'boolean' ? choice : !isOffAtFirst;
}

function choicesOf(stored: unknown): Record<string, unknown> {
  const { notifications } = (stored ?? {}) as { notifications?: unknown };
  return typeof notifications === 'object' && notifications !== null ? (notifications as Record<string, unknown>) : {};
}
