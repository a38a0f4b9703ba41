import { plainText } from '@aura/kernel';
import type { CustomField } from '../custom-field.schema.ts';

/** A stored value as the text that is edited. Several options are joined by line breaks, which no option has. */
export function textOf(value: unknown): string {
  return Array.isArray(value) ? value.map(plainText).join('\n') : plainText(value);
}

/** The edited text as the value that is stored; null clears. A text that does not fit goes as it is: the server says why. */
export function storedOf({ type }: Pick<CustomField, 'type'>, text: string): unknown {
  const bare = text.trim();
  if (bare === '') return null;
  if (type === 'number')
    return Number.isFinite(Number(bare.replaceAll(',', ''))) ? Number(bare.replaceAll(',', '')) : bare;
  if (type === 'boolean') return bare === 'true';
  if (type === 'multiselect') return bare.split('\n');
  return bare;
}

/** A stored value as it is read. */
export function shownOf({ type }: Pick<CustomField, 'type'>, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (type === 'boolean') return value === true ? 'Yes' : 'No';
  if (type === 'number' && typeof value === 'number')
    return value.toLocaleString('en-US', { maximumFractionDigits: 10 });
  return plainText(value);
}
