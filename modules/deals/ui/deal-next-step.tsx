'use client';

import { Button } from '@aura/ui/button';
import { formatDate } from '@aura/ui/format-date';
import { NextStepRail, NextStepText } from '@aura/ui/next-step-rail';
import type { ReactNode } from 'react';
import type { Deal } from '../deal.schema.ts';
import { useDealActions } from './deal-actions-context.ts';
import { readOnlyReason } from './deal-inline-edits.tsx';
import { addDays, nextStepState } from './next-step.ts';
import { useToday } from './use-today.ts';

/** The one question of an open deal: what comes next, and when. */
export function DealNextStep({ deal }: { deal: Deal }): ReactNode {
  const today = useToday();
  const state = nextStepState(deal, today);
  const { open, change } = useDealActions();
  const blocked = readOnlyReason(deal);
  const set = (nextStep: string | null, nextStepOn: string | null): void => void change(deal, { nextStep, nextStepOn });
  return (
    <section
      aria-label="Next step"
      className="relative @container flex flex-col gap-2 overflow-hidden rounded-panel border border-line bg-surface py-3 ps-5 pe-3"
    >
      <NextStepRail state={state} />
      <h2 className="text-h3">Next step</h2>
      <p className="min-w-0">
        <NextStepText state={state} day={deal.nextStepOn ? formatDate(deal.nextStepOn, 'day-month') : null}>
          {deal.nextStep}
        </NextStepText>
      </p>
      <div className="flex flex-wrap gap-2">
        {state === 'missing' ? (
          <>
            <Button size="sm" disabledReason={blocked} onClick={() => set(deal.nextStep ?? 'Follow up', today)}>
              Today
            </Button>
            <Button
              size="sm"
              disabledReason={blocked}
              onClick={() => set(deal.nextStep ?? 'Follow up', addDays(today, 1))}
            >
              Tomorrow
            </Button>
          </>
        ) : (
          <Button size="sm" disabledReason={blocked} onClick={() => set(null, null)}>
            Done
          </Button>
        )}
        <Button
          size="sm"
          data-deal-action="nextStep"
          disabledReason={blocked}
          onClick={(event) => open('nextStep', deal, event.currentTarget)}
        >
          {state === 'missing' ? 'Another day…' : 'Change…'}
        </Button>
      </div>
    </section>
  );
}
