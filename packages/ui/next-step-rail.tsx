import { CalendarCheck2, CircleDashed, Clock, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

export type NextStepState = 'scheduled' | 'today' | 'overdue' | 'missing';

const rails: Record<NextStepState, string> = {
  scheduled: 'bg-primary',
  today: 'bg-copper',
  overdue: 'hatch text-copper',
  missing: 'dotted text-control',
};

/** The 3 px edge of a card or row. Its parent must be `relative`. The words come from NextStepText beside it. */
export function NextStepRail({ state, className = '' }: { state: NextStepState; className?: string }): ReactNode {
  return (
    <span
      aria-hidden
      data-state={state}
      className={`absolute inset-y-0 left-0 w-0.75 forced-color-adjust-none ${rails[state]} ${className}`}
    />
  );
}

const words: Record<NextStepState, string> = {
  scheduled: 'Next step',
  today: 'Due today',
  overdue: 'Overdue',
  missing: 'No next step',
};

/** A step without a day is not due, and nothing will remind of it. */
const wordOf = (state: NextStepState, step: ReactNode): string =>
  state === 'missing' && step ? 'No day set' : words[state];

export type NextStepTextProps = {
  state: NextStepState;
  /** The step, e.g. "Call". The state's own word comes before it where it matters. */
  children?: ReactNode;
  /** Its day, in sight even where the step is cut short. */
  day?: ReactNode;
  className?: string;
};

/** The state of the next step in an icon and words. */
export function NextStepText({ state, children, day, className = '' }: NextStepTextProps): ReactNode {
  const isUrgent = state === 'today' || state === 'overdue';
  const isWordShown = state !== 'scheduled' || !(children || day);
  return (
    <span
      className={`inline-flex max-w-full items-start gap-1.5 align-middle text-small ${isUrgent ? 'font-medium text-copper' : 'text-muted'} ${className}`}
    >
      <StateIcon state={state} />
      {/* In a row the step is cut and its day stays; on a card both wrap. */}
      <span className="flex min-w-0 @max-[40rem]:inline">
        <span className="min-w-0 truncate @max-[40rem]:whitespace-normal">
          {isWordShown ? wordOf(state, children) : null}
          {isWordShown && children ? ' · ' : null}
          {children}
        </span>
        {day ? (
          <span className="shrink-0 whitespace-pre @max-[40rem]:whitespace-normal">
            {isWordShown || children ? ' · ' : null}
            {day}
          </span>
        ) : null}
      </span>
    </span>
  );
}

function StateIcon({ state }: { state: NextStepState }): ReactNode {
  const className = 'mt-px size-4';
  switch (state) {
    case 'scheduled':
      return <CalendarCheck2 aria-hidden className={className} />;
    case 'today':
      return <Clock aria-hidden className={className} />;
    case 'overdue':
      return <TriangleAlert aria-hidden className={className} />;
    case 'missing':
      return <CircleDashed aria-hidden className={className} />;
  }
}
