import { stringify } from 'csv-stringify/sync';
import type { ImportErrors } from './import.schema.ts';

/** The refused rows as CSV. A text that a spreadsheet would run as a formula is shown as text. */
export function errorsToCsv({ items }: ImportErrors): string {
  return stringify(items, {
    header: true,
    columns: ['row', 'column', 'code', 'message', 'value'],
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
