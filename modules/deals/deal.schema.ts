import {
  amountSchema,
  currencySchema,
  customFieldsFilter,
  customFieldsSchema,
  expectedVersion,
  isoDate,
  listInput,
  optionalText,
  pageOf,
  reassignInput,
  recordFields,
  text,
  uuid,
} from '@aura/kernel';
import { z } from 'zod';
import { ATTENTION_REASONS, BOARD_SORTS, DEAL_STATUSES, STAY_OUTCOMES } from './deal.ts';
import { lineItemOutput, totalsFields } from './line-item.schema.ts';

const positiveAmount = amountSchema.refine((amount) => !amount.startsWith('-'), 'Enter an amount of zero or more');
const probability = z.int().min(0, 'Use 0 to 100').max(100, 'Use 0 to 100');
const ids = z
  .array(uuid)
  .max(100, 'Name 100 or fewer')
  .transform((list) => [...new Set(list)]);

const people = z
  .array(z.strictObject({ id: uuid, role: optionalText(60) }))
  .max(100, 'Name 100 or fewer')
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'Name each contact once')
  .meta({ description: 'Instead of contactIds: each with their part in the decision' });

const editable = {
  amount: positiveAmount.nullish(),
  currency: currencySchema.optional().meta({ description: 'The workspace currency, unless said' }),
  closeDate: isoDate.nullish(),
  probability: probability.optional().meta({ description: "The stage's, unless said" }),
  notes: optionalText(20_000),
  organizationId: uuid.nullish(),
  contactIds: ids.optional(),
  contacts: people.optional(),
  collaboratorIds: ids.optional(),
  nextStep: optionalText(300),
  nextStepOn: isoDate.nullish(),
  lostReason: optionalText(300),
  customFields: customFieldsSchema.optional(),
  externalId: optionalText(200),
};

export const dealCreateInput = z.strictObject({
  name: text(200),
  pipelineId: uuid.optional(),
  stageId: uuid.optional(),
  ownerId: uuid.optional(),
  ...editable,
});
export type DealCreate = z.output<typeof dealCreateInput>;

const changes = { name: text(200).optional(), ...editable };

export const dealUpdateInput = z.strictObject({
  id: uuid,
  expectedVersion,
  ...changes,
  pipelineId: uuid.optional(),
  stageId: uuid.optional(),
  ownerId: uuid.optional(),
});
export type DealUpdate = z.output<typeof dealUpdateInput>;

export const dealStageInput = z.strictObject({
  id: uuid,
  expectedVersion,
  stageId: uuid,
  reason: optionalText(300).meta({ description: 'Kept in the history; the lost reason too, where none is in fields' }),
  fields: z.strictObject(changes).optional().meta({ description: 'What the stage asks for' }),
});
export type DealStageMove = z.output<typeof dealStageInput>;

const filters = {
  stageId: uuid.optional(),
  pipelineId: uuid.optional(),
  ownerId: uuid.optional(),
  organizationId: uuid.optional(),
  contactId: uuid.optional(),
  minProbability: probability.optional(),
  maxProbability: probability.optional(),
  closeFrom: isoDate.optional(),
  closeTo: isoDate.optional(),
  noCloseDate: z.boolean().optional(),
  minAmount: amountSchema.optional().meta({ description: "In each deal's own currency" }),
  maxAmount: amountSchema.optional(),
  status: z.enum(DEAL_STATUSES).optional(),
  closed: z.boolean().optional().meta({ description: 'Won or lost' }),
  attention: z
    .enum([...ATTENTION_REASONS, 'any'])
    .optional()
    .meta({ description: 'Open deals that need a look, and why' }),
  escalated: z.boolean().optional(),
  productId: uuid.optional(),
  lostReason: text(300).optional().meta({ description: 'Exactly as it was given' }),
  noLostReason: z.boolean().optional(),
  closedFromStageId: z
    .union([uuid, z.literal('none')])
    .optional()
    .meta({
      description: 'The open stage that a closed deal was closed in; `none` where it was closed from the start',
    }),
  enteredStageId: uuid.optional().meta({ description: 'The latest stay in this stage, for the three filters below' }),
  enteredFrom: isoDate.optional().meta({ description: "A day in the workspace's time zone" }),
  enteredTo: isoDate.optional(),
  stayOutcome: z.enum(STAY_OUTCOMES).optional().meta({ description: 'How that stay ended, or `here` while it lasts' }),
  customFields: customFieldsFilter.optional(),
};

export const dealFilterInput = z.strictObject({ ...filters, q: z.string().trim().max(200).optional() });
export type DealFilter = z.output<typeof dealFilterInput>;

export const dealListInput = listInput({
  filters,
  sorts: ['name', 'amount', 'closeDate', 'createdAt', 'updatedAt', 'nextStep'],
});
export type DealList = z.output<typeof dealListInput>;

export const organizationDealsInput = dealListInput.omit({ organizationId: true }).extend({ id: uuid });

export const dealReassignInput = reassignInput(dealFilterInput);
export type DealReassign = z.output<typeof dealReassignInput>;

export const dealOwnerInput = z.strictObject({ id: uuid, expectedVersion, ownerId: uuid });
export const dealShareInput = z.strictObject({ id: uuid, userId: uuid });
export const dealEscalateInput = z.strictObject({ id: uuid, reason: optionalText(1_000) });
export type DealEscalate = z.output<typeof dealEscalateInput>;
export const dealResolveInput = z.strictObject({ id: uuid, note: optionalText(1_000) });
export type DealResolve = z.output<typeof dealResolveInput>;

export const dealOutput = z
  .object({
    ...recordFields,
    name: z.string(),
    amount: z.string().nullable(),
    currency: z.string(),
    amountSource: z.enum(['manual', 'items']),
    weightedAmount: z.string().nullable().meta({ description: 'Amount times probability' }),
    pipelineId: uuid,
    stageId: uuid,
    stageName: z.string().meta({ description: 'Of a closed deal: as it was called when it was closed' }),
    status: z.enum(DEAL_STATUSES),
    probability: z.int(),
    closeDate: z.string().nullable(),
    openedOn: z.string(),
    closedAt: z.iso.datetime().nullable(),
    closedStageName: z.string().nullable(),
    closedProbability: z.int().nullable(),
    lostReason: z.string().nullable(),
    notes: z.string().nullable(),
    organizationId: uuid.nullable(),
    organizationName: z.string().nullable(),
    ownerId: uuid,
    ownerName: z.string().nullable(),
    nextStep: z.string().nullable(),
    nextStepOn: z.string().nullable(),
    stageEnteredAt: z.iso.datetime(),
    isRotting: z.boolean(),
    escalatedAt: z.iso.datetime().nullable(),
    escalatedBy: uuid.nullable(),
    ...totalsFields,
    customFields: customFieldsSchema,
    externalId: z.string().nullable(),
    deletedAt: z.iso.datetime().nullable(),
    abilities: z.object({
      update: z.boolean(),
      archive: z.boolean(),
      restore: z.boolean(),
      changeOwner: z.boolean(),
      share: z.boolean(),
      nameCollaborators: z.boolean(),
      escalate: z.boolean(),
      resolve: z.boolean(),
    }),
  })
  .meta({ id: 'Deal' });
export type Deal = z.output<typeof dealOutput>;
export const dealPage = pageOf(dealOutput);

const personOutput = z.object({ userId: uuid, name: z.string() });

export const dealDetailOutput = dealOutput
  .extend({
    contactIds: z.array(uuid),
    contacts: z.array(
      z.object({ id: uuid, name: z.string(), email: z.string().nullable(), role: z.string().nullable() }),
    ),
    collaboratorIds: z.array(uuid),
    collaborators: z.array(personOutput),
    sharedWith: z.array(personOutput),
    items: z.array(lineItemOutput),
  })
  .meta({ id: 'DealDetail' });
export type DealDetail = z.output<typeof dealDetailOutput>;

const { stageId: _stageId, pipelineId: _pipelineId, ...boardFilters } = filters;
const boardFields = {
  ...boardFilters,
  q: z.string().trim().max(200).optional(),
  sort: z.enum(BOARD_SORTS).default('nextStep'),
  limit: z.int().min(1, 'Use 1 to 100').max(100, 'Use 1 to 100').default(25),
};

export const dealBoardInput = z.strictObject({
  pipelineId: uuid.optional().meta({ description: 'The default one, unless said' }),
  ...boardFields,
});
export type DealBoardInput = z.output<typeof dealBoardInput>;

export const dealColumnInput = z.strictObject({
  stageId: uuid,
  cursor: z.string().max(2_000).optional(),
  ids: ids.optional().meta({ description: 'Only these, as far as they are in the column and pass the filter' }),
  ...boardFields,
});
export type DealColumnInput = z.output<typeof dealColumnInput>;

export const moneySums = z.array(
  z.object({ currency: z.string(), count: z.int(), amount: z.string(), weighted: z.string() }),
);

export const dealBoardOutput = z
  .object({
    pipelineId: uuid,
    count: z.int(),
    sums: moneySums,
    columns: z.array(
      z.object({
        stage: z.object({
          id: uuid,
          name: z.string(),
          kind: z.enum(DEAL_STATUSES),
          probability: z.int(),
          color: z.string().nullable(),
          expectedDays: z.int().nullable(),
          requiredFields: z.array(z.string()),
        }),
        count: z.int(),
        sums: moneySums,
        deals: z.array(dealOutput),
        nextCursor: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'DealBoard' });
export type DealBoard = z.output<typeof dealBoardOutput>;
