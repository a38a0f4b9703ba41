import type { Issue } from '@aura/kernel';

export const DEAL_STATUSES = ['open', 'won', 'lost'] as const;
export type DealStatus = (typeof DEAL_STATUSES)[number];

/** Why an open deal needs someone's eyes. */
/** How a deal's stay in a stage ended: still there, gone on or won, gone back, or lost. */
export const STAY_OUTCOMES = ['here', 'on', 'back', 'lost'] as const;
export type StayOutcome = (typeof STAY_OUTCOMES)[number];

export const ATTENTION_REASONS = ['overdue', 'rotting', 'noNextStep'] as const;
export type AttentionReason = (typeof ATTENTION_REASONS)[number];

/** How cards of a board column are ordered; there is no order by hand. */
/** Cards of a column that are read at once. */
export const BOARD_PAGE = 25;

export const BOARD_SORTS = ['nextStep', '-amount', 'closeDate', 'stageEnteredAt'] as const;

export type GateValues = Readonly<Record<string, unknown>> & {
  customFields?: Readonly<Record<string, unknown>> | undefined;
};

/** What a stage requires and the deal would not have: one issue per missing field. Empty: the gate is open. */
export function missingFields(requiredFields: readonly string[], values: GateValues): Issue[] {
  return requiredFields
    .filter((field) => isEmpty(valueAt(values, field)))
    .map((field) => ({ path: field, code: 'required', message: 'Needed for this stage' }));
}

function valueAt(values: GateValues, field: string): unknown {
  return field.startsWith('customFields.') ? values.customFields?.[field.slice('customFields.'.length)] : values[field];
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** The event that a move tells beside deal.stage_changed, if any. */
export function closingEvent(from: DealStatus, to: DealStatus): 'deal.won' | 'deal.lost' | 'deal.reopened' | null {
  if (from === to) return null;
  switch (to) {
    case 'won':
      return 'deal.won';
    case 'lost':
      return 'deal.lost';
    case 'open':
      return 'deal.reopened';
  }
}

const DAY_MS = 86_400_000;

/** F13.2: an open deal that has been in its stage for longer than the stage expects. */
export function isRotting(
  deal: { status: string; stageEnteredAt: Date; expectedDays: number | null },
  now: Date,
): boolean {
  if (deal.status !== 'open' || deal.expectedDays === null) return false;
  return now.getTime() - deal.stageEnteredAt.getTime() > deal.expectedDays * DAY_MS;
}

/** The calendar day it is in a time zone, YYYY-MM-DD. */
export function todayIn(timezone: string, now: Date): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(now);
}

/** The amount times the probability, rounded half up to the minor unit. */
export function weightedMinor(amountMinor: bigint, probability: number): bigint {
  return (amountMinor * BigInt(probability) + 50n) / 100n;
}

/** '12.5' → 12500n: amounts of different currencies compare in thousandths of their units. */
export function toThousandths(amount: string): bigint {
  const [whole = '0', fraction = ''] = amount.replace('-', '').split('.');
  const size = BigInt(whole + fraction.slice(0, 3).padEnd(3, '0'));
  return amount.startsWith('-') ? -size : size;
}
