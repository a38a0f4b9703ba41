import type { CsvFile } from '../csv/csv-file.ts';
import { type ColumnPlan, isMany, partsOf } from './import-plan.ts';

/** By value: how many rows have it. */
export type ValueCounts = ReadonlyMap<string, number>;

const DISTINCT_MAX = 5_000;
const LENGTH_MAX = 300;

/** The different values of some columns as the file has them, before any is replaced; the first 5,000 of each. */
export async function countValues(
  file: Pick<CsvFile, 'records'>,
  columns: readonly ColumnPlan[],
): Promise<ReadonlyMap<ColumnPlan, ValueCounts>> {
  const counts = new Map(columns.map((column) => [column, new Map<string, number>()]));
  for await (const record of file.records()) {
    if (!('cells' in record)) continue;
    for (const [column, values] of counts) {
      for (const value of valuesOf(column, record.cells[column.index] ?? '')) addTo(values, value);
    }
  }
  return counts;
}

function valuesOf(column: ColumnPlan, cell: string): Iterable<string> {
  if (isMany(column)) return new Set(partsOf({ replacements: {} }, cell));
  const text = cell.trim();
  return text === '' ? [] : [text];
}

// What is too long or holds a NUL is refused by the row's own check.
function addTo(values: Map<string, number>, value: string): void {
  const count = values.get(value);
  if (count === undefined && (values.size >= DISTINCT_MAX || value.length > LENGTH_MAX || value.includes('\u0000')))
    return;
  values.set(value, (count ?? 0) + 1);
}
