import { Avatar } from '@aura/ui/avatar';
import { MoneyText } from '@aura/ui/money-text';
import { NextStepRail, NextStepText } from '@aura/ui/next-step-rail';
import type { ReactNode } from 'react';

const people = [
  { name: 'Ines Duarte', open: '112600.00', state: 'scheduled', note: 'on all 11 deals' },
  { name: 'Tom Okafor', open: '74300.00', state: 'overdue', note: '3 deals, oldest 6 days' },
  { name: 'Mai Lindqvist', open: '58900.00', state: 'missing', note: 'on 2 deals' },
] as const;

/** The team's page: who needs help, and with what. */
export function CoachVignette(): ReactNode {
  return (
    <div className="overflow-hidden rounded-panel border border-line bg-surface">
      {people.map(({ name, open, state, note }) => (
        <div
          key={name}
          className="relative flex items-center gap-3 border-b border-line py-3 ps-5 pe-4 last:border-b-0"
        >
          <NextStepRail state={state} />
          <Avatar name={name} />
          <span className="min-w-0 flex-1">
            <span className="block truncate text-h3">{name}</span>
            <NextStepText state={state}>{note}</NextStepText>
          </span>
          <span className="self-start text-end">
            <MoneyText value={{ amount: open, currency: 'USD' }} className="text-h3" />
            <span className="block text-small text-muted">open</span>
          </span>
        </div>
      ))}
    </div>
  );
}
