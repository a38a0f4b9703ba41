import { expectedVersion, listInput, pageOf, recordFields, text, uuid } from '@aura/kernel';
import { z } from 'zod';
import { CUSTOM_FIELD_ENTITIES, CUSTOM_FIELD_TYPES, type CustomFieldEntity } from './custom-field.ts';

const PLURALS = ['organizations', 'contacts', 'deals', 'products'] as const;

/** Singular as in events and the audit log; the plural of the paths and of imports is understood too. */
const entity = z
  .enum([...CUSTOM_FIELD_ENTITIES, ...PLURALS], { message: `Choose one of: ${CUSTOM_FIELD_ENTITIES.join(', ')}` })
  .transform((name) => name.replace(/s$/, '') as CustomFieldEntity);

// Filters tell options apart without case and accents.
export const foldedOption = (option: string): string =>
  option.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

const options = z
  .array(text(100))
  .max(200, 'Use 200 options or fewer')
  .refine((list) => new Set(list.map(foldedOption)).size === list.length, 'Name each option once, whatever its case');

const editable = {
  label: text(100),
  options: options.optional(),
  required: z.boolean().optional(),
  position: z.int().min(0).max(10_000).optional(),
};

export const customFieldCreateInput = z.strictObject({
  entity,
  key: z.string().regex(/^[a-z][a-zA-Z0-9_]{0,62}$/, 'Start with a small letter, then use letters, digits and _'),
  type: z.enum(CUSTOM_FIELD_TYPES),
  ...editable,
});
export type CustomFieldCreate = z.output<typeof customFieldCreateInput>;

export const customFieldUpdateInput = z.strictObject({
  id: uuid,
  expectedVersion,
  ...editable,
  label: editable.label.optional(),
});
export type CustomFieldUpdate = z.output<typeof customFieldUpdateInput>;

export const customFieldListInput = listInput({
  filters: { entity: entity.optional() },
  sorts: ['position', 'createdAt'],
}).omit({ q: true });
export type CustomFieldList = z.output<typeof customFieldListInput>;

export const customFieldOutput = z
  .object({
    ...recordFields,
    entity: z.enum(CUSTOM_FIELD_ENTITIES),
    key: z.string(),
    label: z.string(),
    type: z.enum(CUSTOM_FIELD_TYPES),
    options: z.array(z.string()),
    required: z.boolean(),
    position: z.int(),
    archived: z.boolean(),
    abilities: z.object({ update: z.boolean(), archive: z.boolean(), restore: z.boolean() }),
  })
  .meta({ id: 'CustomField' });
export type CustomField = z.output<typeof customFieldOutput>;
export const customFieldPage = pageOf(customFieldOutput);

export const customFieldsOfInput = z.strictObject({ entity, archived: z.boolean().default(false) });
export type CustomFieldsOf = z.output<typeof customFieldsOfInput>;
export const customFieldsOfOutput = z.object({ items: z.array(customFieldOutput) });

export const customFieldOrderInput = z.strictObject({
  entity,
  ids: z
    .array(uuid)
    .min(1)
    .max(1_000)
    .meta({ description: 'All fields of the entity that are not archived, in their new order' }),
});
export type CustomFieldOrder = z.output<typeof customFieldOrderInput>;

const records = z.object({
  records: z.int().meta({ description: 'How many records, archived ones too, hold it' }),
  isEstimate: z.boolean().meta({ description: 'True above 10,000: there are at least that many' }),
});
export const customFieldUsageOutput = records
  .extend({ options: z.array(records.extend({ option: z.string() })).meta({ description: 'Of a field with options' }) })
  .meta({ id: 'CustomFieldUsage' });
export type CustomFieldUsage = z.output<typeof customFieldUsageOutput>;
