import type { DomainEvent } from '@aura/api';
import type { NotificationEvent } from './notification-event.ts';

/** Whom an event concerns. `managers`: everyone who sees all records; `owners`: of the records that the event names. */
export type Audience = { userIds: string[] } | 'managers' | 'owners' | 'actor';

export type Telling = { event: NotificationEvent; audience: Audience; data?: Record<string, unknown> };

type Rule = { tell: (event: DomainEvent) => Telling[]; lost?: (event: DomainEvent) => unknown };

const to = (...userIds: unknown[]): Audience => ({ userIds: userIds.filter((id) => typeof id === 'string') });
const file = (event: NotificationEvent, status: string): Rule => ({
  tell: ({ data = {} }) =>
    data['isDryRun'] ? [] : [{ event, audience: 'actor', data: { status, ...countsOf(data) } }],
});

const assigned: Rule = {
  tell: ({ data }) => [{ event: 'assigned', audience: to(data?.['to']) }],
  lost: ({ data }) => data?.['from'],
};
const shared: Rule = { tell: ({ data }) => [{ event: 'shared', audience: to(data?.['userId']) }] };
const unshared: Rule = { tell: () => [], lost: ({ data }) => data?.['userId'] };
const escalated: Rule = { tell: () => [{ event: 'escalated', audience: 'managers' }] };

/** By the type of the event. Adding one is a line here and one in notification-event.ts. */
const RULES: Readonly<Record<string, Rule>> = {
  'deal.owner_changed': assigned,
  'contact.owner_changed': assigned,
  'organization.owner_changed': assigned,
  'deal.shared': shared,
  'contact.shared': shared,
  'deal.unshared': unshared,
  'contact.unshared': unshared,
  'deal.escalated': escalated,
  'contact.escalated': escalated,
  'deal.won': { tell: () => [{ event: 'deal_won', audience: 'managers' }] },
  'activity.created': {
    tell: ({ data }) => [
      { event: 'mentioned', audience: to(...(Array.isArray(data?.['mentions']) ? data['mentions'] : [])) },
      { event: 'activity_logged', audience: 'owners' },
    ],
  },
  'member.joined': { tell: ({ data }) => [{ event: 'invitation_accepted', audience: to(data?.['invitedBy']) }] },
  'member.role_changed': {
    tell: ({ entityId, data }) => [{ event: 'role_changed', audience: to(entityId), data: { role: data?.['to'] } }],
  },
  'import.done': file('import_finished', 'done'),
  'import.failed': file('import_finished', 'failed'),
  'import.undone': file('import_finished', 'undone'),
  'export.done': file('export_finished', 'done'),
  'export.failed': file('export_finished', 'failed'),
};

export function concernsSomebody({ type }: Pick<DomainEvent, 'type'>): boolean {
  return type in RULES;
}

export function tellingsOf(event: DomainEvent): Telling[] {
  return RULES[event.type]?.tell(event) ?? [];
}

/** Who may have lost sight of the record, and so of what they were told about it. */
export function losersOf(events: readonly DomainEvent[]): string[] {
  return events.flatMap((event) => {
    const lost = RULES[event.type]?.lost?.(event);
    return typeof lost === 'string' ? [lost] : [];
  });
}

/** What an import brings in is history, and nobody's news: only its maker hears of it. */
export function newsOf(events: readonly DomainEvent[]): readonly DomainEvent[] {
  const imported = events.filter(({ entity }) => entity === 'import');
  return imported.length > 0 ? imported : events;
}

const COUNTS = ['created', 'updated', 'skipped', 'failed', 'rows'];

function countsOf(data: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(COUNTS.flatMap((key) => (typeof data[key] === 'number' ? [[key, data[key]]] : [])));
}
