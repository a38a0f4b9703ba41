import type { ActorContext } from '@aura/api';
import { type RawBuilder, sql } from '@aura/db';
import type { BulkEditor, BulkRecord, BulkRow, Patch } from './bulk-editor.ts';

type Target = Pick<BulkEditor, 'table' | 'columns' | 'derived' | 'beside'>;

/** The rows that the person sees of these ids; held until the transaction ends, in one order for everyone. */
export async function readRows(
  ctx: ActorContext,
  { table }: Target,
  { ids, isLocked }: { ids: readonly string[]; isLocked: boolean },
): Promise<BulkRow[]> {
  const { rows } = await sql<BulkRow>`
    select t.* from ${sql.table(table)} t
     where t.tenant_id = ${ctx.actor.tenantId} and t.id = any (${ids}::uuid[])
     order by t.id ${isLocked ? sql`for no key update of t` : sql``}`.execute(ctx.db);
  return rows;
}

export type Write = { id: string; patch: Patch };
export type Written = { before: BulkRecord; after: BulkRecord };

/** Writes each row's own values in one statement, and notes beside them what was there, triggers' doing included. */
export function writePatches(
  ctx: ActorContext,
  editor: Target,
  { editId, writes }: { editId: string; writes: readonly Write[] },
): Promise<Written[]> {
  const names = new Set(writes.flatMap(({ patch }) => Object.keys(patch)));
  const incoming = sql`
    select (e.item ->> 'id')::uuid as id, e.item -> 'patch' as patch
      from jsonb_array_elements(${JSON.stringify(writes)}::jsonb) as e (item)`;
  return write(ctx, editor, { editId, names, ids: writes.map(({ id }) => id), incoming });
}

/** Puts back what another edit noted, exactly as the database had it. */
export async function restorePatches(
  ctx: ActorContext,
  editor: Target,
  { editId, undone, writes }: { editId: string; undone: string; writes: readonly Write[] },
): Promise<Written[]> {
  const names = new Set(writes.flatMap(({ patch }) => Object.keys(patch)));
  const ids = writes.map(({ id }) => id);
  const incoming = sql`
    select c.record_id as id, c.before as patch from core.bulk_changes c
     where c.tenant_id = ${ctx.actor.tenantId} and c.edit_id = ${undone} and c.record_id = any (${ids}::uuid[])`;
  // A table's triggers put back what follows from the columns: since when a deal is in its stage.
  await sql`select set_config('aura.undone_edit', ${undone}, true)`.execute(ctx.db);
  const written = await write(ctx, editor, { editId, names, ids, incoming });
  await sql`select set_config('aura.undone_edit', '', true)`.execute(ctx.db);
  return written;
}

type Writing = {
  editId: string;
  names: ReadonlySet<string>;
  ids: readonly string[];
  /** Rows of `id` and `patch`. */
  incoming: RawBuilder<unknown>;
};

async function write(
  ctx: ActorContext,
  { table: name, columns, derived = [], beside }: Target,
  { editId, names, ids, incoming }: Writing,
): Promise<Written[]> {
  const table = sql.table(name);
  const sets = [...names].map(
    (column) =>
      sql`${sql.ref(column)} = case when r.patch ? ${sql.lit(column)} then p.${sql.ref(column)} else t.${sql.ref(column)} end`,
  );
  const { rows } = await sql<Written>`
    with incoming as materialized (${incoming}),
    was as materialized (
      select t.id, to_jsonb(t) as record, ${beside && names.has(beside.column) ? besideOf(beside) : sql`'{}'::jsonb`} as beside from ${table} t
       where t.tenant_id = ${ctx.actor.tenantId} and t.id = any (${ids}::uuid[])
    ), written as (
      update ${table} t set ${sql.join(sets)}
        from incoming r, jsonb_populate_record(null::${table}, r.patch) p
       where t.tenant_id = ${ctx.actor.tenantId} and t.id = any (${ids}::uuid[]) and t.id = r.id
      returning t.id, t.version, to_jsonb(t) as record
    ), noted as (
      insert into core.bulk_changes (edit_id, record_id, before, version_after)
      select ${editId}::uuid, w.id, coalesce(changed.before, '{}') || was.beside, w.version
        from written w join was on was.id = w.id
        cross join lateral (
          select jsonb_object_agg(k.key, k.value) as before from jsonb_each(was.record) k
           where k.key = any (${[...columns, ...derived]}::text[]) and k.value is distinct from w.record -> k.key
        ) changed
    )
    select was.record as before, w.record as after from written w join was on was.id = w.id`.execute(ctx.db);
  return rows;
}

function besideOf({ key, table, link }: NonNullable<Target['beside']>): RawBuilder<unknown> {
  return sql`(select jsonb_build_object(${sql.lit(key)}, coalesce(jsonb_agg(to_jsonb(b)), '[]'))
                from ${sql.table(table)} b where b.tenant_id = t.tenant_id and b.${sql.ref(link)} = t.id)`;
}

/** What an edit noted of these records, as a person's rights to put it back are judged. */
export async function readNotes(
  ctx: ActorContext,
  { columns }: Target,
  { undone, ids }: { undone: string; ids: readonly string[] },
): Promise<Map<string, { version: number; patch: Patch }>> {
  const { rows } = await sql<{ record_id: string; version_after: number; patch: Patch }>`
    select c.record_id, c.version_after,
           (select coalesce(jsonb_object_agg(k.key, k.value), '{}') from jsonb_each(c.before) k where k.key = any (${columns}::text[])) as patch
      from core.bulk_changes c
     where c.tenant_id = ${ctx.actor.tenantId} and c.edit_id = ${undone} and c.record_id = any (${ids}::uuid[])`.execute(
    ctx.db,
  );
  return new Map(rows.map((row) => [row.record_id, { version: row.version_after, patch: row.patch }]));
}
