import type { CustomField } from '../custom-field.schema.ts';
import type { CustomValues } from '../custom-field.ts';
import { storedOf, textOf } from './custom-field-text.ts';

/** What a form's custom fields hold, as it is stored. Left empty means left out. */
export function readTyped(fields: readonly CustomField[], values: CustomValues): CustomValues {
  const filled = fields.flatMap((field) => {
    const value = storedOf(field, textOf(values[field.key]));
    return value === null ? [] : [[field.key, value]];
  });
  return Object.fromEntries(filled);
}
