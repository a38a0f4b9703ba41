import { stringify } from 'csv-stringify/sync';
import { guardCell } from '../csv/cell-guard.ts';
import type { ExportValue } from './exporter.ts';

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
