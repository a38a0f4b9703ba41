import { toAppError } from '@aura/api';
import { inSavepoint, isPolicyRefusal, isPostgresError } from '@aura/db';
import { AppError } from '@aura/kernel';
import type { ImportRow, ImportScope, RowProblem } from './importer.ts';

/** What went wrong with this data, as opposed to a lost database, a timeout or a defect, which end the whole import. */
function isFaultOfRow(error: unknown): boolean {
  if (error instanceof AppError) return error.status < 500;
  if (!isPostgresError(error)) return false;
  return /^(22|23|P0001)/.test(error.code) || isPolicyRefusal(error);
}

/**
 * Writes rows together; when that is refused, by halves, until the rows at fault stand alone. A bad row never stops the
 * others, and costs a few statements instead of one for each of them.
 */
export async function writeEach<T>(
  scope: ImportScope,
  rows: ImportRow[],
  write: (rows: ImportRow[]) => Promise<T>,
): Promise<{ results: T[]; written: ImportRow[]; problems: RowProblem[] }> {
  if (rows.length === 0) return { results: [], written: [], problems: [] };
  try {
    const result = await inSavepoint(scope.ctx.db, () => write(rows));
    return { results: [result], written: rows, problems: [] };
  } catch (error) {
    if (!isFaultOfRow(error)) throw error;
    const [row] = rows;
    if (rows.length === 1 && row) return { results: [], written: [], problems: [problemOf(scope, row, error)] };
    const middle = Math.ceil(rows.length / 2);
    const left = await writeEach(scope, rows.slice(0, middle), write);
    const right = await writeEach(scope, rows.slice(middle), write);
    return {
      results: [...left.results, ...right.results],
      written: [...left.written, ...right.written],
      problems: [...left.problems, ...right.problems],
    };
  }
}

function problemOf({ ctx }: ImportScope, row: ImportRow, error: unknown): RowProblem {
  const known = toAppError(error, ctx.platform.constraints);
  return {
    line: row.line,
    path: known.issues[0]?.path ?? null,
    code: known.reason,
    message: known.issues[0]?.message ?? known.message,
  };
}
