import { DEAL_SUBJECTS, LOST_REASONS } from './book.ts';
import type { Customer } from './customer.ts';
import type { Random } from './random.ts';

export type Stage = { id: string; kind: string; probability: number };
export type PlannedDeal = {
  name: string;
  customer: Customer;
  stage: Stage;
  openedOn: string;
  closeDate: string;
  /** Where a closed deal was closed. */
  closedFrom: Stage | null;
  lostReason: string | null;
  nextStep: string | null;
  nextStepOn: string | null;
};

const DAY_MS = 86_400_000;
const HALF_YEAR_DAYS = 180;
const NEXT_STEPS = ['Call back', 'Send the quote', 'Site visit', 'Ask for the order', 'Check the budget'] as const;

export function dayFrom(today: Date, days: number): string {
  return new Date(today.getTime() + days * DAY_MS).toISOString().slice(0, 10);
}

/** One deal as half a year of selling leaves it: older ones are mostly closed, newer ones mostly open. */
export function planDeal(random: Random, book: { customers: Customer[]; stages: Stage[]; today: Date }): PlannedDeal {
  const { customers, stages, today } = book;
  const customer = random.pick(customers);
  const age = random.int(HALF_YEAR_DAYS);
  const isClosed = random.chance(age > 60 ? 0.8 : 0.25);
  const kind = isClosed ? (random.chance(0.58) ? 'won' : 'lost') : 'open';
  const stage = random.pick(stages.filter((candidate) => candidate.kind === kind));
  const closedAfter = Math.min(age, 10 + random.int(50));
  // Some open deals are overdue, some have no next step: that is what the pages are for.
  const closeInDays = random.int(70) - 12;
  const hasNextStep = kind === 'open' && random.chance(0.8);
  return {
    name: `${customer.name}: ${random.pick(DEAL_SUBJECTS).toLowerCase()}`,
    customer,
    stage,
    openedOn: dayFrom(today, -age),
    closeDate: kind === 'open' ? dayFrom(today, closeInDays) : dayFrom(today, closedAfter - age),
    // Without a turn of its own of the dice: all else stays as it was.
    closedFrom: kind === 'open' ? null : openStageOf(stages, age),
    lostReason: kind === 'lost' ? random.pick(LOST_REASONS) : null,
    nextStep: hasNextStep ? random.pick(NEXT_STEPS) : null,
    nextStepOn: hasNextStep ? dayFrom(today, random.int(16) - 4) : null,
  };
}

function openStageOf(stages: readonly Stage[], turn: number): Stage | null {
  const open = stages.filter(({ kind }) => kind === 'open');
  return open[turn % open.length] ?? null;
}
