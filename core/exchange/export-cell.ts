import { stringify } from 'csv-stringify/sync';
import type { ExportValue } from './exporter.ts';

/** What a spreadsheet takes for a formula, wherever it comes from; and such a text that was guarded before. */
const FORMULA = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u;
const GUARDED = /^'(?='*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20])/u;
/** Numbers and phone numbers run nothing, and are to stay what they are. */
const HARMLESS = /^(-\d+(\.\d+)?|\+\d[\d ()./-]*)$/;

/** A text that a spreadsheet would run is shown as text. */
export function guardCell(text: string): string {
  return FORMULA.test(text) && !HARMLESS.test(text) ? `'${text}` : text;
}

/** What guardCell() was given: for files that come back. */
export function unguardCell(cell: string): string {
  return cell.replace(GUARDED, '');
}

/** Rows of RFC 4180: quoted where needed, each ended by CR LF. */
export function toCsv(rows: readonly (readonly ExportValue[])[]): string {
  return stringify(
    rows.map((row) => row.map(toCell)),
    // A lone line feed needs its quotes as well.
    { record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  );
}

function toCell(value: ExportValue): string {
  if (value === null || value === undefined) return '';
  return guardCell(Array.isArray(value) ? value.join('; ') : String(value));
}
