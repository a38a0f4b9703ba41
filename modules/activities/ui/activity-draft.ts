import { definedOf } from '@aura/kernel';
import { type Mention, mentionsIn } from '@aura/members/client';
import type { ActivityCreate } from '../activity.schema.ts';
import type { ActivityType } from '../activity.ts';

/** The record that an activity is about; at least one of them. */
export type ActivityTarget = { contactId?: string; organizationId?: string; dealId?: string };

export type ActivityDraft = {
  type: ActivityType;
  subject: string;
  body: string;
  outcome: string;
  minutes: string;
  /** Local time of the workspace, empty for now. */
  when: string;
  participantIds: readonly string[];
  /** Whoever was chosen behind an @; only those whose names still stand in the text are sent. */
  mentions: readonly Mention[];
};

export const emptyDraft: ActivityDraft = {
  type: 'call',
  subject: '',
  body: '',
  outcome: '',
  minutes: '',
  when: '',
  participantIds: [],
  mentions: [],
};

export const callOutcomes = ['Connected', 'No answer', 'Left voicemail', 'Busy', 'Wrong number'] as const;
export const emailDirections = ['Sent', 'Received'] as const;
export const meetingMinutes = ['15', '30', '45', '60', '90'] as const;

const SUBJECT_CHARACTERS_MAX = 300;

export type DraftProblem = { field: string; message: string };

/** What is missing before the draft can be sent, in the person's words. */
export function problemsOf(draft: ActivityDraft): DraftProblem[] {
  const problems: DraftProblem[] = [];
  if (draft.type === 'note' && draft.body.trim() === '') problems.push({ field: 'body', message: 'Write the note' });
  if (draft.type === 'email' && draft.subject.trim() === '')
    problems.push({ field: 'subject', message: 'Enter what the e-mail was about' });
  if (draft.type === 'meeting' && draft.subject.trim() === '')
    problems.push({ field: 'subject', message: 'Enter what the meeting was about' });
  if (draft.minutes.trim() !== '' && !/^\d{1,4}$/.test(draft.minutes.trim())) {
    problems.push({ field: 'durationMinutes', message: 'Enter the minutes as a number, for example 15' });
  }
  return problems;
}

type Sent = Omit<ActivityCreate, 'participantIds' | 'mentionIds'> & {
  participantIds?: string[];
  mentionIds?: string[];
};

/** The draft as it is sent. A note's subject is its first line; a call's is what came of it. */
export function toActivity(draft: ActivityDraft, target: ActivityTarget, occurredAt: string | null): Sent {
  const body = draft.body.trim();
  const outcome = draft.outcome || (draft.type === 'email' ? emailDirections[0] : '');
  const subject = draft.type === 'note' ? firstLine(body) : draft.subject.trim() || defaultSubject(draft);
  return {
    ...target,
    type: draft.type,
    subject,
    body: body === '' || body === subject ? null : body,
    ...definedOf({
      outcome: outcome || undefined,
      durationMinutes: minutesOf(draft),
      occurredAt: occurredAt ?? undefined,
      participantIds: anyOf(draft.participantIds),
      mentionIds: anyOf(mentionsIn(body, draft.mentions)),
    }),
  };
}

const anyOf = (ids: readonly string[]): string[] | undefined => (ids.length > 0 ? [...ids] : undefined);

function minutesOf({ minutes }: ActivityDraft): number | undefined {
  return minutes.trim() === '' ? undefined : Number(minutes);
}

function defaultSubject({ type, outcome }: ActivityDraft): string {
  const word = type === 'email' ? 'E-mail' : type === 'meeting' ? 'Meeting' : 'Call';
  return outcome ? `${word}: ${outcome.toLowerCase()}` : word;
}

function firstLine(text: string): string {
  const line =
    text
      .split('\n')
      .find((each) => each.trim() !== '')
      ?.trim() ?? '';
  return line.length > SUBJECT_CHARACTERS_MAX ? `${line.slice(0, SUBJECT_CHARACTERS_MAX - 1)}…` : line;
}
