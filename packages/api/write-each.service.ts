import { inSavepoint, isPolicyRefusal, isPostgresError } from '@aura/db';
import { AppError } from '@aura/kernel';
import type { ActorContext } from './context.ts';
import { toAppError } from './errors.ts';

export type Refused<Row> = { row: Row; error: AppError };

/**
 * Writes rows together; when that is refused, by halves, until the rows at fault stand alone. A bad row never stops the
 * others, and costs a few statements instead of one for each of them.
 */
export async function writeEach<Row, T>(
  ctx: ActorContext,
  rows: readonly Row[],
  write: (rows: readonly Row[]) => Promise<T>,
): Promise<{ results: T[]; written: Row[]; refused: Refused<Row>[] }> {
  if (rows.length === 0) return { results: [], written: [], refused: [] };
  try {
    const result = await inSavepoint(ctx.db, () => write(rows));
    return { results: [result], written: [...rows], refused: [] };
  } catch (error) {
    if (!isFaultOfRow(error)) throw error;
    const [row] = rows;
    if (rows.length === 1 && row)
      return { results: [], written: [], refused: [{ row, error: toAppError(error, ctx.platform.constraints) }] };
    const middle = Math.ceil(rows.length / 2);
    const left = await writeEach(ctx, rows.slice(0, middle), write);
    const right = await writeEach(ctx, rows.slice(middle), write);
    return {
      results: [...left.results, ...right.results],
      written: [...left.written, ...right.written],
      refused: [...left.refused, ...right.refused],
    };
  }
}

/** What went wrong with this data, as opposed to a lost database, a timeout or a defect, which end the whole. */
function isFaultOfRow(error: unknown): boolean {
  if (error instanceof AppError) return error.status < 500;
  if (!isPostgresError(error)) return false;
  return /^(22|23|P0001)/.test(error.code) || isPolicyRefusal(error);
}
