import { archivedChange, bulkInput } from '@aura/bulk';
import { optionalText, uuid } from '@aura/kernel';
import { z } from 'zod';
import { dealFilterInput, dealUpdateInput } from './deal.schema.ts';

const {
  amount,
  currency,
  closeDate,
  probability,
  notes,
  organizationId,
  nextStep,
  nextStepOn,
  lostReason,
  customFields,
} = dealUpdateInput.shape;

const gateFields = z.strictObject({
  ...{ amount, closeDate, organizationId, notes, nextStep, nextStepOn, lostReason, customFields },
});
export type DealGateFields = z.output<typeof gateFields>;

export const dealBulkChanges = z
  .strictObject({
    ...{ amount, currency, closeDate, probability, notes, organizationId, nextStep, nextStepOn, lostReason },
    customFields,
    ownerId: uuid.optional(),
    stageId: uuid.optional(),
    reason: optionalText(300).meta({ description: 'Of the move; the lost reason too, where none is given' }),
    fields: gateFields
      .optional()
      .meta({ description: 'What the stage asks for, given to those deals that do not have it' }),
    each: z
      .record(uuid, gateFields)
      .refine((deals) => Object.keys(deals).length <= 200, 'Name 200 deals or fewer')
      .optional()
      .meta({ description: 'The same by deal id' }),
    archived: archivedChange,
  })
  .refine((changes) => changes.stageId !== undefined || !(changes.fields || changes.each || changes.reason), {
    path: ['stageId'],
    message: 'Choose the stage that the deals move to',
  });
export type DealBulkChanges = z.output<typeof dealBulkChanges>;

export const dealBulkInput = bulkInput(dealFilterInput, dealBulkChanges);
