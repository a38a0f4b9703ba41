import { expectedVersion, listInput, pageOf, recordFields, text, uuid } from '@aura/kernel';
import { z } from 'zod';
import { CUSTOM_FIELD_ENTITIES, CUSTOM_FIELD_TYPES, type CustomFieldEntity } from './custom-field.ts';

const PLURALS = ['organizations', 'contacts', 'deals', 'products'] as const;

/** Singular as in events and the audit log; the plural of the paths and of imports is understood too. */
const entity = z
  .enum([...CUSTOM_FIELD_ENTITIES, ...PLURALS], { message: `Choose one of: ${CUSTOM_FIELD_ENTITIES.join(', ')}` })
  .transform((name) => name.replace(/s$/, '') as CustomFieldEntity);

const options = z
  .array(text(100))
  .max(200, 'Use 200 options or fewer')
  .refine((list) => new Set(list).size === list.length, 'Name each option once');

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
