import type { Deal } from '@aura/deals/client';
import type { NextStepState } from '@aura/ui/next-step-rail';

type Step = Pick<Deal, 'nextStepOn'>;

/** How urgent a deal's next step is today; days are compared as text, "2026-03-04". */
export function nextStepState({ nextStepOn }: Step, today: string): NextStepState {
  if (!nextStepOn) return 'missing';
  if (nextStepOn < today) return 'overdue';
  return nextStepOn === today ? 'today' : 'scheduled';
}

export type StepGroup = 'overdue' | 'today' | 'tomorrow' | 'later';
export const stepGroupNames: Readonly<Record<StepGroup, string>> = {
  overdue: 'Overdue',
  today: 'Today',
  tomorrow: 'Tomorrow',
  later: 'Later',
};

/** When a step is due, seen from today. */
export function stepGroup(day: string, { today, tomorrow }: { today: string; tomorrow: string }): StepGroup {
  if (day < today) return 'overdue';
  if (day === today) return 'today';
  return day === tomorrow ? 'tomorrow' : 'later';
}

/** Why an open deal needs a look, in words. */
export function attentionReasons(
  deal: Pick<Deal, 'nextStepOn' | 'nextStep' | 'closeDate' | 'isRotting'>,
  today: string,
): string[] {
  return [
    deal.closeDate && deal.closeDate < today ? 'close date has passed' : null,
    deal.nextStepOn && deal.nextStepOn < today ? 'next step is overdue' : null,
    deal.nextStepOn ? null : 'no next step',
    deal.isRotting ? 'too long in this stage' : null,
  ].filter((reason) => reason !== null);
}
