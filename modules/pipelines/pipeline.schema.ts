import { expectedVersion, pageOf, recordFields, text, uuid } from '@aura/kernel';
import { z } from 'zod';
import { isRequirable, STAGE_KINDS } from './pipeline.ts';

const probability = z.int().min(0, 'Use 0 to 100').max(100, 'Use 0 to 100');
const expectedDays = z.int().min(1, 'Use 1 to 3650').max(3650, 'Use 1 to 3650').nullable();
const color = z
  .string()
  .regex(/^#[0-9a-f]{6}$/, 'Enter a colour as #rrggbb')
  .nullable();
const requiredFields = z
  .array(z.string().refine(isRequirable, 'This is not a field that a stage can require'))
  .max(20, 'Require 20 fields or fewer')
  .refine((list) => new Set(list).size === list.length, 'Name each field once');

const stageFields = {
  name: text(100),
  kind: z.enum(STAGE_KINDS).default('open'),
  probability: probability.optional(),
  requiredFields: requiredFields.default([]),
  expectedDays: expectedDays.optional(),
  color: color.optional(),
};

export const stageCreateInput = z.strictObject({ id: uuid, ...stageFields });
export type StageCreate = z.output<typeof stageCreateInput>;

export const stageUpdateInput = z.strictObject({
  id: uuid,
  stageId: uuid,
  expectedVersion,
  name: text(100).optional(),
  kind: z.enum(STAGE_KINDS).optional(),
  probability: probability.optional(),
  requiredFields: requiredFields.optional(),
  expectedDays: expectedDays.optional(),
  color: color.optional(),
});
export type StageUpdate = z.output<typeof stageUpdateInput>;

export const stageListInput = z.strictObject({ id: uuid, retired: z.boolean().default(false) });
export const stageOrderInput = z.strictObject({ id: uuid, ids: z.array(uuid).min(1).max(100) });
export const stageRetireInput = z.strictObject({
  id: uuid,
  stageId: uuid,
  expectedVersion,
  moveDealsTo: uuid.optional(),
});
export type StageRetire = z.output<typeof stageRetireInput>;

/** What an editor that shows all stages saves: those that stay and new ones, in order, and those that retire. */
export const stageSaveInput = z.strictObject({
  id: uuid,
  expectedVersion,
  name: text(100).optional(),
  stages: z
    .array(
      z.strictObject({
        ...stageFields,
        id: uuid.optional().meta({ description: 'Left out: a new stage' }),
        version: z
          .int()
          .min(1)
          .optional()
          .meta({ description: 'Refuse (412) unless the stage still has this version' }),
      }),
    )
    .min(1, 'Keep at least one stage')
    .max(50, 'Use 50 stages or fewer'),
  retire: z
    .array(z.strictObject({ id: uuid, moveDealsTo: uuid.optional() }))
    .max(50)
    .default([]),
});
export type StageSave = z.output<typeof stageSaveInput>;

export const stageOutput = z
  .object({
    ...recordFields,
    pipelineId: uuid,
    name: z.string(),
    kind: z.enum(STAGE_KINDS),
    probability: z.int(),
    requiredFields: z.array(z.string()),
    expectedDays: z.int().nullable(),
    color: z.string().nullable(),
    position: z.int(),
    retired: z.boolean(),
  })
  .meta({ id: 'Stage' });
export type Stage = z.output<typeof stageOutput>;
export const stagePage = pageOf(stageOutput);

export const pipelineListInput = z.strictObject({ archived: z.boolean().default(false) });

export const pipelineCreateInput = z.strictObject({
  name: text(100),
  isDefault: z.boolean().optional(),
  stages: z
    .array(z.strictObject(stageFields))
    .max(50, 'Use 50 stages or fewer')
    .optional()
    .meta({ description: 'Left out: the stages of a new workspace' }),
});
export type PipelineCreate = z.output<typeof pipelineCreateInput>;

export const pipelineUpdateInput = z.strictObject({
  id: uuid,
  expectedVersion,
  name: text(100).optional(),
  isDefault: z.literal(true, { message: 'Make another pipeline the default instead' }).optional(),
  position: z.int().min(0).max(1000).optional(),
});
export type PipelineUpdate = z.output<typeof pipelineUpdateInput>;

export const pipelineOutput = z
  .object({
    ...recordFields,
    name: z.string(),
    position: z.int(),
    isDefault: z.boolean(),
    archived: z.boolean(),
    stages: z.array(stageOutput).meta({ description: 'In order, without retired ones' }),
    abilities: z.object({ update: z.boolean(), archive: z.boolean(), restore: z.boolean() }),
  })
  .meta({ id: 'Pipeline' });
export type Pipeline = z.output<typeof pipelineOutput>;
export const pipelinePage = pageOf(pipelineOutput);
