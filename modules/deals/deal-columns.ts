import type { ActorContext } from '@aura/api';
import type { Database, Updateable } from '@aura/db';
import { AppError, definedOf, fromMinor, toMinor } from '@aura/kernel';
import type { Stage } from '@aura/pipelines';
import type { DealRow } from './deal.queries.ts';
import type { DealUpdate } from './deal.schema.ts';
import { closeDateFor } from './deal-stage.ts';

export type Columns = Updateable<Database['crm.deals']>;
export type DealChange = Omit<DealUpdate, 'id' | 'expectedVersion'> & { reason?: string | null | undefined };
type Row = Pick<DealRow, 'amount_minor' | 'amount_source' | 'currency' | 'owner_id' | 'status'>;

/** The amount in minor units. Throws 422 on `amount` when it is finer than the currency. */
export function amountColumn(amount: string | null | undefined, currency: string, field = 'amount'): bigint | null {
  if (amount === null || amount === undefined) return null;
  try {
    return toMinor(amount, currency);
  } catch (error) {
    throw new AppError('invalid', { field, detail: (error as Error).message, cause: error });
  }
}

export function columnsOf(row: Row, input: DealChange): Columns {
  const currency = input.currency ?? row.currency;
  // A new currency keeps the amount as a person reads it.
  const amount = input.amount === undefined && currency !== row.currency ? readableAmount(row) : input.amount;
  return definedOf({
    name: input.name,
    amount_minor: amount === undefined ? undefined : amountColumn(amount, currency),
    currency: input.currency,
    probability: input.probability,
    close_date: input.closeDate,
    lost_reason: input.lostReason,
    notes: input.notes,
    organization_id: input.organizationId,
    owner_id: input.ownerId === row.owner_id ? undefined : input.ownerId,
    next_step: input.nextStep,
    next_step_on: input.nextStepOn,
    external_id: input.externalId,
  });
}

function readableAmount(row: Row): string | undefined {
  return row.amount_minor === null ? undefined : fromMinor(row.amount_minor, row.currency);
}

// The trigger crm.keep_deal_stage() derives status, probability and closing facts.
export function stageColumns(
  ctx: ActorContext,
  row: Row,
  { input, stage }: { input: DealChange; stage: Stage },
): Columns {
  const isClosing = row.status === 'open' && stage.kind !== 'open';
  return definedOf({
    stage_id: stage.id,
    stage_reason: input.reason ?? null,
    close_date: isClosing ? closeDateFor(ctx, stage, input.closeDate) : undefined,
  });
}

// F14.9: a deal with line items takes its amount from them.
export function requireItemsAmount(row: Row, input: DealChange): void {
  if (row.amount_source !== 'items') return;
  if (input.amount !== undefined) {
    throw new AppError('invalid', {
      reason: 'amount_from_items',
      field: 'amount',
      detail: 'The amount is the sum of the line items',
    });
  }
  if (input.currency && input.currency !== row.currency) {
    throw new AppError('invalid', {
      reason: 'amount_from_items',
      field: 'currency',
      detail: 'Remove the line items before you change the currency',
    });
  }
}
