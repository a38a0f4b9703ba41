import type { ActorContext } from '@aura/api';
import { sql } from '@aura/db';
import type { Tally } from './import-batch.service.ts';
import type { ImportPlan } from './import-plan.ts';
import type { Importers, ImportScope, RowProblem } from './importer.ts';

const PART_ROWS = 2_000;

export type Report = {
  total: number;
  tally: Tally;
  plan: ImportPlan;
  detected: { encoding: string; delimiter: string; dateFormats: Record<string, string[]> };
  notes: { code: string; message: string; count: number }[];
};

export async function setRunning(ctx: ActorContext, id: string): Promise<void> {
  await importRow(ctx, id)
    .set({ status: 'running', started_at: ctx.clock(), failure: null })
    .where('status', 'in', ['queued', 'running'])
    .execute();
}

export async function setFailed(
  ctx: ActorContext,
  id: string,
  failure: { code: string; message: string },
): Promise<void> {
  await importRow(ctx, id)
    .set({ status: 'failed', finished_at: ctx.clock(), failure: JSON.stringify(failure) })
    .where('status', 'in', ['queued', 'running'])
    .execute();
  await ctx.emit({ type: 'import.failed', entity: 'import', entityId: id, data: { code: failure.code } });
}

function importRow(ctx: ActorContext, id: string) {
  return ctx.db.updateTable('core.imports').where('tenant_id', '=', ctx.actor.tenantId).where('id', '=', id);
}

/** Counts, notes and refused rows; the import is over. */
export async function finishImport(ctx: ActorContext, id: string, report: Report): Promise<void> {
  const { created, updated, skipped, failed } = report.tally;
  await storeErrors(ctx, id, report);
  await closeImport(ctx, id, { ...report, counts: { created, updated, skipped, failed: failed.size } });
}

export type Closing = {
  total: number;
  counts: { created: number; updated: number; skipped: number; failed: number };
  detected: object;
  notes: Report['notes'];
};

export async function closeImport(ctx: ActorContext, id: string, report: Closing): Promise<void> {
  const { is_dry_run: isDryRun } = await importRow(ctx, id)
    .set({
      status: 'done',
      ...{ total: report.total, processed: report.total, ...report.counts },
      detected: JSON.stringify(report.detected),
      notes: JSON.stringify(report.notes),
      finished_at: ctx.clock(),
    })
    .returning('is_dry_run')
    .executeTakeFirstOrThrow();
  await ctx.emit({
    type: 'import.done',
    entity: 'import',
    entityId: id,
    data: { ...report.counts, isDryRun },
  });
}

async function storeErrors(ctx: ActorContext, importId: string, { plan, tally }: Report): Promise<void> {
  const problems = tally.problems.toSorted((a, b) => a.line - b.line);
  const rows = problems.map((problem, index) => ({
    position: index + 1,
    line: problem.line,
    column_name: columnOf(plan, problem),
    code: problem.code,
    message: problem.message,
    value: clean(problem.value),
  }));
  for (let at = 0; at < rows.length; at += PART_ROWS) {
    await sql`
      insert into core.import_errors (import_id, position, line, column_name, code, message, value)
      select ${importId}::uuid, r.position, r.line, r.column_name, r.code, r.message, r.value
        from json_to_recordset(${JSON.stringify(rows.slice(at, at + PART_ROWS))}::json)
          as r (position int, line int, column_name text, code text, message text, value text)`.execute(ctx.db);
  }
}

function clean(value: string | undefined): string | null {
  return value === undefined ? null : value.replaceAll('\u0000', '\u2400').slice(0, 500);
}

/** The file's own name of the column at fault: of `organizationId` and `organization.name` alike it is `account`. */
function columnOf({ columns }: ImportPlan, { path }: RowProblem): string | null {
  if (path === null) return null;
  const link = path.replace(/Id$/, '');
  const column =
    columns.find(({ target }) => target === path) ??
    columns.find(({ into }) => into.kind === 'link' && into.link.name === link) ??
    columns.find(({ target }) => target.startsWith(`${path}.`));
  return column?.name ?? null;
}

type Outcome = { importId: string; importers: Importers; tally: Tally };

/** What undo needs: each record with its version as the import leaves it. */
export async function storeOutcome(ctx: ImportScope['ctx'], { importId, importers, tally }: Outcome): Promise<void> {
  for (const [entity, changes] of Map.groupBy(tally.changes.values(), (change) => change.entity)) {
    const importer = importers.get(entity);
    if (!importer) continue;
    const rows = changes.map(({ id, line, before }) => ({ id, line, before }));
    for (let at = 0; at < rows.length; at += PART_ROWS) {
      await sql`
        insert into core.import_changes (import_id, entity, record_id, action, line, before, version_after)
        select ${importId}::uuid, ${entity}, r.id, case when r.before is null then 'created' else 'updated' end, r.line, r.before, t.version
          from json_to_recordset(${JSON.stringify(rows.slice(at, at + PART_ROWS))}::json) as r (id uuid, line int, before jsonb)
          join ${sql.raw(importer.table)} t on t.tenant_id = ${ctx.actor.tenantId} and t.${sql.ref(importer.idColumn ?? 'id')} = r.id`.execute(
        ctx.db,
      );
    }
  }
}

/**
 * The timeline of each new record begins as that of one made by hand does. Told at the end: while an import runs, the relay
 * would pass over its events at each look at the outbox, though it may not have them before all is in.
 */
export async function tellCreated(ctx: ImportScope['ctx'], { importId, importers, tally }: Outcome): Promise<void> {
  const made = [...tally.changes.values()].filter(({ before }) => before === null);
  for (const [entity, records] of Map.groupBy(made, (change) => change.entity)) {
    const importer = importers.get(entity);
    if (!importer || importer.tellsItself) continue;
    const rows = records.map(({ id, name }) => ({ id, name }));
    for (let at = 0; at < rows.length; at += PART_ROWS) {
      await sql`
        insert into core.events (type, entity, entity_id, actor_id, data)
        select ${`${importer.record}.created`}::text, ${importer.record}::text, r.id, ${ctx.actor.userId}::uuid, jsonb_build_object('name', r.name, 'importId', ${importId}::text)
          from json_to_recordset(${JSON.stringify(rows.slice(at, at + PART_ROWS))}::json) as r (id uuid, name text)`.execute(
        ctx.db,
      );
    }
  }
}
