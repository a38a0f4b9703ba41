import { stringify } from 'csv-stringify/sync';
import type { BulkFailures } from './bulk.schema.ts';

/** The records that stayed as they were, as CSV. A text that a spreadsheet would run as a formula is shown as text. */
export function failuresToCsv({ items }: BulkFailures): string {
  return stringify(items, {
    header: true,
    columns: ['id', 'name', 'code', 'message'],
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
