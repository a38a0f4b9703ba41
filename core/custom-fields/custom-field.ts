import { email as emailSchema, type Issue, isoDate } from '@aura/kernel';
import { z } from 'zod';

export const CUSTOM_FIELD_ENTITIES = ['organization', 'contact', 'deal', 'product'] as const;
export type CustomFieldEntity = (typeof CUSTOM_FIELD_ENTITIES)[number];

export const CUSTOM_FIELD_TYPES = [
  'text',
  'number',
  'date',
  'boolean',
  'select',
  'multiselect',
  'url',
  'email',
] as const;
export type CustomFieldType = (typeof CUSTOM_FIELD_TYPES)[number];

export type CustomFieldDefinition = {
  key: string;
  label: string;
  type: CustomFieldType;
  options: string[];
  required: boolean;
};

export type CustomValues = Record<string, unknown>;

export const hasOptions = (type: CustomFieldType): boolean => type === 'select' || type === 'multiselect';

type Fit = (value: unknown, definition: CustomFieldDefinition) => boolean;
const fits =
  (schema: z.ZodType): Fit =>
  (value) =>
    schema.safeParse(value).success;

// The database refuses the same by core.custom_value_fits; these give the sentence to the person.
const TYPES: Record<CustomFieldType, { accepts: Fit; message: string }> = {
  text: {
    accepts: fits(
      z
        .string()
        .max(2000)
        .refine((value) => !value.includes('\u0000')),
    ),
    message: 'Use text of 2,000 characters or fewer',
  },
  number: { accepts: fits(z.number()), message: 'Enter a number' },
  date: { accepts: fits(isoDate), message: 'Enter a date as YYYY-MM-DD' },
  boolean: { accepts: fits(z.boolean()), message: 'Answer yes or no' },
  select: {
    accepts: (value, { options }) => typeof value === 'string' && options.includes(value),
    message: 'Choose one of the options',
  },
  multiselect: {
    accepts: (value, { options }) => Array.isArray(value) && value.every((one) => options.includes(one)),
    message: 'Choose among the options',
  },
  url: {
    accepts: fits(
      z
        .string()
        .max(2000)
        .regex(/^https?:\/\/\S+$/i),
    ),
    message: 'Enter an address like https://company.com',
  },
  email: { accepts: fits(emailSchema), message: 'Enter an e-mail like name@company.com' },
};

/**
 * `current` (none for a new record) with `given` laid over it; null clears a value. Keys that `given` leaves out stay as they are, so a value
 * of a field archived since is kept. `issues` is empty when everything fits.
 */
export function mergeCustomFields(
  definitions: CustomFieldDefinition[],
  given: CustomValues,
  current?: CustomValues,
): { values: CustomValues; issues: Issue[] } {
  const byKey = new Map(definitions.map((definition) => [definition.key, definition]));
  const values = { ...current };
  const issues: Issue[] = [];
  for (const [key, value] of Object.entries(given)) {
    const issue = objectTo(byKey.get(key), { key, value });
    if (issue) issues.push(issue);
    else if (isEmpty(value)) delete values[key];
    else values[key] = value;
  }
  for (const definition of definitions) {
    // A field made required later does not block other edits of the records from before.
    const isAsked = !current || definition.key in given;
    if (definition.required && isAsked && !(definition.key in values)) {
      issues.push({
        path: `customFields.${definition.key}`,
        code: 'required',
        message: `Enter a value for ${definition.label}`,
      });
    }
  }
  return { values, issues };
}

function objectTo(
  definition: CustomFieldDefinition | undefined,
  { key, value }: { key: string; value: unknown },
): Issue | null {
  const path = `customFields.${key}`;
  if (!definition) return { path, code: 'unknown_property', message: `There is no custom field ${key} here` };
  if (isEmpty(value)) return null;
  const { accepts, message } = TYPES[definition.type];
  return accepts(value, definition) ? null : { path, code: 'invalid_value', message };
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
