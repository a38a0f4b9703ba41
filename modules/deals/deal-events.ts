import type { DomainEvent } from '@aura/api';
import type { Changes } from '@aura/kernel';
import type { Deal } from './deal.schema.ts';
import { closingEvent } from './deal.ts';

/** What is told of a deal, before a change and after it. */
export type ToldDeal = Pick<
  Deal,
  'id' | 'stageId' | 'stageName' | 'status' | 'probability' | 'amount' | 'currency' | 'ownerId' | 'lostReason'
>;

export type DealChangeTold = {
  before: ToldDeal;
  after: ToldDeal;
  /** The fields that changed by their own names; a move is told by events of its own. */
  fields: Changes;
  reason: string | null;
};

/** A change of a deal as events: moves, amounts and owners each by their own, the rest as one. */
export function dealEvents({ before, after, fields, reason }: DealChangeTold): DomainEvent[] {
  const tell = (type: string, data: Record<string, unknown>): DomainEvent => ({
    ...{ type, entity: 'deal' },
    ...{ entityId: after.id, data },
  });
  const { amount, currency, ownerId, ...others } = fields;
  const events = before.stageId === after.stageId ? [] : moveEvents({ before, after, reason }, tell);
  if (amount || currency) {
    const currencies = { fromCurrency: before.currency, toCurrency: after.currency };
    events.push(tell('deal.amount_changed', { from: before.amount, to: after.amount, ...currencies }));
  }
  if (ownerId) events.push(tell('deal.owner_changed', { from: before.ownerId, to: after.ownerId }));
  if (Object.keys(others).length > 0) events.push(tell('deal.updated', { changes: others }));
  return events;
}

function moveEvents(
  { before, after, reason }: Omit<DealChangeTold, 'fields'>,
  tell: (type: string, data: Record<string, unknown>) => DomainEvent,
): DomainEvent[] {
  const events = [
    tell('deal.stage_changed', {
      ...{ fromStageId: before.stageId, fromStageName: before.stageName },
      ...{ toStageId: after.stageId, toStageName: after.stageName },
      ...{ fromProbability: before.probability, toProbability: after.probability },
      reason,
    }),
  ];
  const closing = closingEvent(before.status, after.status);
  if (closing)
    events.push(tell(closing, { reason: after.lostReason ?? reason, amount: after.amount, currency: after.currency }));
  return events;
}
