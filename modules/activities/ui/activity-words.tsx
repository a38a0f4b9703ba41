import { CalendarDays, Mail, type LucideIcon, NotebookPen, Phone } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ActivityType } from '../activity.ts';

type Words = { label: string; plural: string; /** "Ana called Jo Lee". */ verb: string; logged: string; Icon: LucideIcon };

export const activityWords: Readonly<Record<ActivityType, Words>> = {
  call: { label: 'Call', plural: 'Calls', verb: 'called', logged: 'Call logged', Icon: Phone },
  note: { label: 'Note', plural: 'Notes', verb: 'wrote a note', logged: 'Note saved', Icon: NotebookPen },
  email: { label: 'E-mail', plural: 'E-mails', verb: 'logged an e-mail', logged: 'E-mail logged', Icon: Mail },
  meeting: { label: 'Meeting', plural: 'Meetings', verb: 'met', logged: 'Meeting logged', Icon: CalendarDays },
};

export function ActivityIcon({ type }: { type: ActivityType }): ReactNode {
  const { Icon } = activityWords[type];
  return <Icon aria-hidden className="size-4" />;
}

/** "Connected · 6 min", or nothing. */
export function outcomeText({ outcome, durationMinutes }: { outcome: string | null; durationMinutes: number | null }): string {
  return [outcome, durationMinutes ? `${durationMinutes} min` : null].filter(Boolean).join(' · ');
}
