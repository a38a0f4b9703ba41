import { CalendarDays, type LucideIcon, Mail, NotebookPen, Phone } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ActivityType } from '../activity.ts';

type Words = {
  label: string;
  plural: string;
  /** "Ana wrote a note", where the record is the page's own. */
  verb: string;
  /** "Ana wrote a note on Jo Lee". */
  verbWith: string;
  logged: string;
  Icon: LucideIcon;
};

export const activityWords: Readonly<Record<ActivityType, Words>> = {
  call: { label: 'Call', plural: 'Calls', verb: 'called', verbWith: 'called', logged: 'Call logged', Icon: Phone },
  note: {
    label: 'Note',
    plural: 'Notes',
    verb: 'wrote a note',
    verbWith: 'wrote a note on',
    logged: 'Note saved',
    Icon: NotebookPen,
  },
  email: {
    label: 'E-mail',
    plural: 'E-mails',
    verb: 'logged an e-mail',
    verbWith: 'logged an e-mail with',
    logged: 'E-mail logged',
    Icon: Mail,
  },
  meeting: {
    label: 'Meeting',
    plural: 'Meetings',
    verb: 'had a meeting',
    verbWith: 'met',
    logged: 'Meeting logged',
    Icon: CalendarDays,
  },
};

export function ActivityIcon({ type }: { type: ActivityType }): ReactNode {
  const { Icon } = activityWords[type];
  return <Icon aria-hidden className="size-4" />;
}

/** "Connected · 6 min", or nothing. */
export function outcomeText({
  outcome,
  durationMinutes,
}: {
  outcome: string | null;
  durationMinutes: number | null;
}): string {
  return [outcome, durationMinutes ? `${durationMinutes} min` : null].filter(Boolean).join(' · ');
}
