import type { ActorContext } from '@aura/api';
import { AppError, can } from '@aura/kernel';
import type { StoredImport } from '../import/import.queries.ts';
import type { ImportCreate } from '../import/import.schema.ts';
import { type ImportVoice, isStillToRun } from '../import/import-claim.service.ts';
import { progressTeller, setProgress } from '../import/import-progress.service.ts';
import { closeImport } from '../import/import-report.service.ts';
import type { ArchivePart } from './archive-part.ts';
import { openArchive, type Restored, requireEmpty, restoreArchive, rowsOf } from './archive-run.service.ts';

export const WORKSPACE = 'workspace';

/** Refuses what needs no reading of rows: no admin, options of tables, a workspace with records, a file that is no archive. */
export async function requireRestorable(
  ctx: ActorContext,
  parts: readonly ArchivePart[],
  { file, options }: ImportCreate,
): Promise<void> {
  if (!can(ctx.actor, 'import:workspace'))
    throw new AppError('forbidden', { detail: 'Only admins bring a whole workspace in (import:workspace).' });
  if (options.mapping || options.values || options.newOptions || options.template)
    throw new AppError('invalid', {
      field: 'options',
      detail: 'An archive comes in as it is: of the options only dryRun applies.',
    });
  await requireEmpty(ctx, parts);
  await openArchive(file.bytes, parts);
}

type Work = { stored: StoredImport; parts: readonly ArchivePart[]; signal: AbortSignal | undefined };

/** Undoes a trial's transaction and carries its counts out of it. */
class TrialDone extends Error {
  readonly restored: Restored;
  constructor(restored: Restored) {
    super('A trial is rolled back');
    this.restored = restored;
  }
}

/** The worker's part: all of the archive in one transaction, or, for a trial, all of it and back. */
export async function bringArchiveIn(voice: ImportVoice, { stored, parts, signal }: Work): Promise<void> {
  const archive = await openArchive(stored.bytes, parts);
  const total = rowsOf(archive);
  await setProgress(voice.reader, stored.id, { total, processed: 0 });
  const tell = progressTeller(voice.reader, stored.id, total);
  try {
    await voice.transaction(async (ctx) => {
      if (!(await isStillToRun(ctx, stored.id))) return;
      const { isDryRun, id: importId } = stored;
      const restored = await restoreArchive(ctx, { importId, parts, archive, isDryRun, signal, tell });
      if (isDryRun) throw new TrialDone(restored);
      await closeImport(ctx, importId, reportOf(restored));
    });
  } catch (error) {
    if (!(error instanceof TrialDone)) throw error;
    await voice.transaction((ctx) => closeImport(ctx, stored.id, reportOf(error.restored)));
  }
}

function reportOf({ total, notes }: Restored): Parameters<typeof closeImport>[2] {
  return { total, counts: { created: total, updated: 0, skipped: 0, failed: 0 }, detected: {}, notes };
}
