import { type Refused, writeEach as writeEachOf } from '@aura/api';
import type { ImportRow, ImportScope, RowProblem } from './importer.ts';

/** A bad row never stops the others. */
export async function writeEach<T>(
  scope: ImportScope,
  rows: ImportRow[],
  write: (rows: ImportRow[]) => Promise<T>,
): Promise<{ results: T[]; written: ImportRow[]; problems: RowProblem[] }> {
  const { results, written, refused } = await writeEachOf(scope.ctx, rows, (some) => write([...some]));
  return { results, written, problems: refused.map(problemOf) };
}

function problemOf({ row, error }: Refused<ImportRow>): RowProblem {
  const [issue] = error.issues;
  return {
    line: row.line,
    path: issue?.path ?? null,
    code: error.reason,
    message: issue?.message ?? error.message,
  };
}
