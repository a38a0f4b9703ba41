import type { NotificationEvent } from './notification-event.ts';
import type { NotifiedRecord } from './notification-provider.ts';

export type Told = {
  event: NotificationEvent;
  actorName: string;
  nouns: { one: string; many: string };
  /** The one record that it is about. */
  record: NotifiedRecord | null;
  count: number;
  /** There were more than are known one by one. */
  isCut: boolean;
  data: Record<string, unknown>;
  place: { entity: string; recordId: string; listHref: string | undefined };
};

/** Who did what to which record, as one sentence without its full stop. */
export function sentenceOf(told: Told): string {
  return SENTENCES[told.event](told);
}

const SENTENCES: Readonly<Record<NotificationEvent, (told: Told) => string>> = {
  assigned: (told) => `${told.actorName} assigned ${recordsOf(told)} to you`,
  shared: (told) => `${told.actorName} shared ${recordsOf(told)} with you`,
  escalated: (told) => `${told.actorName} escalated ${recordsOf(told)}`,
  deal_won: (told) => `${told.actorName} won ${recordsOf(told)}`,
  mentioned: ({ actorName, record, count }) =>
    record ? `${actorName} mentioned you in ${quoted(record)}` : `${actorName} mentioned you in ${count} activities`,
  activity_logged: ({ actorName, record, count }) =>
    record ? `${actorName} logged ${quoted(record)}` : `${actorName} logged ${count} activities on your records`,
  next_step_due: (told) => `The next step of ${recordsOf(told)} is due`,
  invitation_accepted: ({ actorName }) => `${actorName} accepted your invitation`,
  import_finished: ({ data }) => importSentence(data),
  export_finished: ({ data }) =>
    data['status'] === 'failed' ? 'Your export could not be made' : `Your export is ready${rowsIn(data)}`,
  role_changed: ({ actorName, data }) => `${actorName} made you ${roleNames[String(data['role'])] ?? 'a member'}`,
};

const roleNames: Readonly<Record<string, string>> = {
  admin: 'an admin',
  manager: 'a manager',
  sales_rep: 'a sales rep',
};

function recordsOf({ record, nouns, count, isCut }: Told): string {
  if (record) return `the ${nouns.one} ${record.name}`;
  const number = count.toLocaleString('en-US');
  return `${isCut ? 'more than ' : ''}${number} ${count === 1 ? nouns.one : nouns.many}`;
}

function quoted({ name, about }: NotifiedRecord): string {
  return `“${name}”${about ? ` on ${about.name}` : ''}`;
}

function importSentence(data: Record<string, unknown>): string {
  if (data['status'] === 'failed') return 'Your import could not be finished. Nothing was imported';
  if (data['status'] === 'undone') return 'Your import was taken back';
  const counts = ['created', 'updated', 'skipped', 'failed'].flatMap((key) =>
    Number(data[key]) > 0 ? [`${Number(data[key]).toLocaleString('en-US')} ${key}`] : [],
  );
  return `Your import has finished${counts.length > 0 ? `: ${counts.join(', ')}` : ''}`;
}

function rowsIn({ rows }: Record<string, unknown>): string {
  return typeof rows === 'number' ? `: ${rows.toLocaleString('en-US')} ${rows === 1 ? 'row' : 'rows'}` : '';
}

/** Where a notification leads to; several records to their list. */
export function placeOf({ event, record, place }: Told): string {
  if (record) return record.href;
  if (event === 'role_changed') return '/settings/profile';
  if (event === 'invitation_accepted') return '/settings/members';
  if (place.entity === 'import') return `/import/${place.recordId}`;
  if (place.entity === 'export') return '/settings/data';
  return place.listHref ?? '/notifications';
}
