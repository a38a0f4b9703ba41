import { type ActorContext, listPage, noteMiss } from '@aura/api';
import { sql } from '@aura/db';
import { AppError, can, type Page, type RecordRow, recordOf } from '@aura/kernel';
import type { BulkEdit, BulkFailures, BulkList } from './bulk.schema.ts';

const COLUMNS = [
  'edit.id',
  'edit.version',
  'edit.created_at',
  'edit.updated_at',
  'edit.created_by',
  'edit.updated_by',
  'edit.entity',
  'edit.changes',
  'edit.undo_of',
  'edit.status',
  'edit.total',
  'edit.failure',
  'edit.started_at',
  'edit.finished_at',
] as const;

type Counts = { processed: number; changed: number; unchanged: number; failed: number };

type EditRow = RecordRow & {
  entity: string;
  changes: unknown;
  undo_of: string | null;
  undone_by: string | null;
  status: string;
  total: number;
  failure: unknown;
  started_at: Date | null;
  finished_at: Date | null;
  counts: Counts;
};

function editRows(ctx: ActorContext) {
  return ctx.db.selectFrom('core.bulk_edits as edit').where('edit.tenant_id', '=', ctx.actor.tenantId);
}

function withCounts(rows: ReturnType<typeof editRows>) {
  return rows.select(COLUMNS).select([
    sql<string | null>`(
      select u.id from core.bulk_edits u
       where u.tenant_id = edit.tenant_id and u.undo_of = edit.id and u.status <> 'failed')`.as('undone_by'),
    sql<Counts>`(
      select jsonb_build_object('processed', coalesce(sum(cardinality(b.record_ids)) filter (where b.done_at is not null), 0),
             'changed', coalesce(sum(b.changed), 0), 'unchanged', coalesce(sum(b.unchanged), 0), 'failed', coalesce(sum(b.failed), 0))
        from core.bulk_batches b where b.tenant_id = edit.tenant_id and b.edit_id = edit.id)`.as('counts'),
  ]);
}

export async function listBulkEdits(ctx: ActorContext, input: BulkList): Promise<Page<BulkEdit>> {
  return listPage<EditRow, BulkEdit>(ctx, {
    list: 'bulkEdits.list',
    rows: editRows(ctx),
    select: withCounts,
    sorts: { createdAt: { column: 'edit.created_at', type: 'timestamptz' } },
    defaultSort: '-createdAt',
    id: 'edit.id',
    input,
    toItem: (row) => toBulkEdit(ctx, row),
  });
}

export async function getBulkEdit(ctx: ActorContext, id: string): Promise<BulkEdit> {
  const row = await withCounts(editRows(ctx)).where('edit.id', '=', id).executeTakeFirst();
  if (row) return toBulkEdit(ctx, row);
  await noteMiss(ctx, 'bulk_edit', id);
  throw new AppError('not_found');
}

export async function listBulkFailures(
  ctx: ActorContext,
  { id, limit, after }: { id: string; limit: number; after?: string | undefined },
): Promise<BulkFailures> {
  await getBulkEdit(ctx, id);
  const rows = await ctx.db
    .selectFrom('core.bulk_failures')
    .select(['record_id as id', 'name', 'code', 'message'])
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('edit_id', '=', id)
    .$if(after !== undefined, (query) => query.where('record_id', '>', after ?? ''))
    .orderBy('record_id')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit);
  return { items, nextAfter: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

export type LockedEdit = {
  id: string;
  entity: string;
  status: string;
  changes: unknown;
  undo_of: string | null;
};

/** Held until the transaction ends: one batch of an edit runs at a time, and two people do not undo the same. */
export async function lockBulkEdit(ctx: ActorContext, id: string): Promise<LockedEdit> {
  const row = await editRows(ctx)
    .select(['edit.id', 'edit.entity', 'edit.status', 'edit.changes', 'edit.undo_of'])
    .where('edit.id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row) return row;
  await noteMiss(ctx, 'bulk_edit', id);
  throw new AppError('not_found');
}

export type Batch = { position: number; record_ids: string[] };

export function nextBatch(ctx: ActorContext, editId: string): Promise<Batch | undefined> {
  return ctx.db
    .selectFrom('core.bulk_batches')
    .select(['position', 'record_ids'])
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('edit_id', '=', editId)
    .where('done_at', 'is', null)
    .orderBy('position')
    .limit(1)
    .executeTakeFirst();
}

/** What an edit changed, in the order of ids. */
export async function changedIds(ctx: ActorContext, editId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('core.bulk_changes')
    .select('record_id')
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('edit_id', '=', editId)
    .orderBy('record_id')
    .execute();
  return rows.map(({ record_id }) => record_id);
}

/** What an edit overwrote is kept for this long, see core.tidy_bulk_changes. */
export const UNDO_DAYS = 30;

function isTooOld(ctx: ActorContext, finishedAt: Date | null): boolean {
  return finishedAt !== null && ctx.clock().getTime() - finishedAt.getTime() > UNDO_DAYS * 86_400_000;
}

const instantOf = (at: Date | null): string | null => at?.toISOString() ?? null;

function toBulkEdit(ctx: ActorContext, row: EditRow): BulkEdit {
  const isOver = row.status === 'done' || row.status === 'failed';
  return {
    ...recordOf(row),
    entity: row.entity,
    changes: row.changes as BulkEdit['changes'],
    undoOf: row.undo_of,
    undoneBy: row.undone_by,
    status: row.status as BulkEdit['status'],
    total: row.total,
    ...row.counts,
    failure: row.failure as BulkEdit['failure'],
    startedAt: instantOf(row.started_at),
    finishedAt: instantOf(row.finished_at),
    abilities: {
      undo:
        can(ctx.actor, 'bulk-edit:undo') &&
        isOver &&
        row.counts.changed > 0 &&
        row.undone_by === null &&
        !isTooOld(ctx, row.finished_at),
    },
  };
}
