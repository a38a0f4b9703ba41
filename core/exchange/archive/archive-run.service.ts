import type { ActorContext } from '@aura/api';
import { sql } from '@aura/db';
import { AppError } from '@aura/kernel';
import { type Archive, broken, readArchive } from './archive-file.ts';
import { type ArchivePart, type ArchiveRow, type Ids, inOrder, type RestoreScope } from './archive-part.ts';
import { giveIds, referredFirst, type Wording, wordRow } from './archive-rows.ts';
import { clearProvisioned, findFilled, insertRows, tellRestored, typesOf } from './archive-write.queries.ts';

const BATCH_ROWS = 1_000;

export type Restoring = {
  importId: string;
  parts: readonly ArchivePart[];
  archive: Archive;
  isDryRun: boolean;
  signal: AbortSignal | undefined;
  tell: (processed: number) => Promise<void>;
};
export type Restored = { total: number; notes: { code: string; message: string; count: number }[] };

export const openArchive = (bytes: Uint8Array, parts: readonly ArchivePart[]): Promise<Archive> =>
  readArchive(bytes, {
    parts: parts.filter(({ isLater }) => !isLater).map(({ name }) => name),
    laterParts: parts.filter(({ isLater }) => isLater).map(({ name }) => name),
  });

export const rowsOf = ({ parts }: Archive): number => [...parts.values()].reduce((sum, rows) => sum + rows.length, 0);

/** Throws conflict `workspace_not_empty`: an archive is a whole, and is not mixed with what is there. */
export async function requireEmpty(ctx: ActorContext, parts: readonly ArchivePart[]): Promise<void> {
  const filled = await findFilled(ctx, parts);
  if (!filled) return;
  throw new AppError('conflict', {
    reason: 'workspace_not_empty',
    detail: `This workspace has ${filled.label.toLowerCase()} already, archived ones counted. An archive goes into an empty workspace.`,
  });
}

/** All of an archive, in the caller's transaction: it comes in whole or not at all. */
export async function restoreArchive(ctx: ActorContext, restoring: Restoring): Promise<Restored> {
  const { archive, isDryRun } = restoring;
  const parts = inOrder(restoring.parts);
  // One at a time: two archives at once would both find the workspace empty.
  await sql`select pg_advisory_xact_lock(hashtextextended('workspace_archive:' || ${ctx.actor.tenantId}::text, 0))`.execute(
    ctx.db,
  );
  await requireEmpty(ctx, parts);
  await clearProvisioned(ctx, parts);
  const notes = new Map<string, { message: string; count: number }>();
  const scope: RestoreScope = {
    ...{ ctx, isDryRun, people: new Map<string, string>() },
    note: (code, message, count = 1) => void notes.set(code, { message, count: (notes.get(code)?.count ?? 0) + count }),
  };
  const ids: Ids = new Map();
  for (const part of parts) ids.set(part.name, giveIds(part, archive.parts.get(part.name) ?? []));
  let processed = 0;
  for (const part of parts) {
    const rows = archive.parts.get(part.name) ?? [];
    if (part.restore) await part.restore(scope, rows);
    else await restorePart(ctx, { part, rows, scope, ids, restoring, before: processed });
    processed += rows.length;
    await restoring.tell(processed);
  }
  for (const part of parts) await part.settle?.(scope, archive.parts.get(part.name) ?? []);
  return { total: processed, notes: [...notes].map(([code, note]) => ({ code, ...note })) };
}

type PartWork = {
  part: ArchivePart;
  rows: readonly ArchiveRow[];
  scope: RestoreScope;
  ids: Ids;
  restoring: Restoring;
  before: number;
};

async function restorePart(ctx: ActorContext, { part, rows, scope, ids, restoring, before }: PartWork): Promise<void> {
  const { importId, isDryRun, signal, tell } = restoring;
  const types = await typesOf(ctx, part.table);
  requireColumns(part, rows);
  const wording: Wording = {
    ...{ ids, people: scope.people, importerId: ctx.actor.userId, tenantId: ctx.actor.tenantId },
    missed: () =>
      scope.note('unknown_person', 'Records name people who are not among the members of the archive; they are yours'),
  };
  const ordered = referredFirst(part, rows);
  for (let at = 0, batch = 1; at < ordered.length; at += BATCH_ROWS, batch += 1) {
    signal?.throwIfAborted();
    const some = ordered.slice(at, at + BATCH_ROWS);
    const worded = some.map((row, index) => wordWith(part, { row, index: at + index, types }, wording));
    await inPart(part, at, () => insertRows(ctx, { part, rows: worded, types, importId }));
    // Otherwise filling empty tables takes time by the square of their rows.
    if ((batch & (batch - 1)) === 0 && part.table.startsWith('crm.'))
      for (const table of [part.table, 'search.tokens'])
        await sql`select core.refresh_statistics(${table}::regclass)`.execute(ctx.db);
    await tell(before + at + some.length);
  }
  if (!isDryRun) await tellRestored(ctx, part, importId);
}

/** Amounts of tables without a currency of their own need the one that is shown beside them. */
function wordWith(part: ArchivePart, at: Parameters<typeof wordRow>[1], wording: Wording): ArchiveRow {
  const worded = wordRow(part, at, wording);
  if (worded['currency'] === undefined && at.row['currency'] !== undefined) worded['currency'] = at.row['currency'];
  return worded;
}

function requireColumns(part: ArchivePart, rows: readonly ArchiveRow[]): void {
  const known = new Set(['id', ...part.columns.map(({ name }) => name)]);
  const unknown = rows.flatMap((row) => Object.keys(row)).find((name) => !known.has(name));
  if (unknown !== undefined) throw broken(`${part.name} has a field "${unknown.slice(0, 60)}" that is not known here`);
}

/** What the database refuses is said in the archive's words. A fault of the system itself is thrown as it is. */
async function inPart(part: ArchivePart, at: number, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const { code, constraint, column } = error as { code?: unknown; constraint?: string; column?: string };
    if (typeof code !== 'string' || !/^(22|23|42501|P0001)/.test(code)) throw error;
    const rule = constraint ?? column ?? 'a value';
    throw broken(`among rows ${at + 1} to ${at + BATCH_ROWS} of ${part.name} one is refused (${rule})`, error);
  }
}
