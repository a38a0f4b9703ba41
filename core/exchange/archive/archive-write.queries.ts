import type { ActorContext } from '@aura/api';
import { type RawBuilder, sql } from '@aura/db';
import { type ArchiveColumn, type ArchivePart, type ArchiveRow, keyOf } from './archive-part.ts';

/** The types of a table's columns, as SQL spells them. */
export async function typesOf({ db }: ActorContext, table: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ name: string; type: string }>`
    select a.attname::text as name, format_type(a.atttypid, a.atttypmod) as type from pg_attribute a
     where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped`.execute(db);
  return new Map(rows.map(({ name, type }) => [name, type]));
}

/** The first table, by its part, that has rows already. */
export async function findFilled(
  { db, actor }: ActorContext,
  parts: readonly ArchivePart[],
): Promise<ArchivePart | undefined> {
  for (const part of parts) {
    if (part.isProvisioned || part.restore) continue;
    const { rows } =
      await sql`select from ${sql.raw(part.table)} t where t.tenant_id = ${actor.tenantId} and (${sql.raw(part.where ?? 'true')}) limit 1`.execute(
        db,
      );
    if (rows.length > 0) return part;
  }
  return undefined;
}

/** What a new workspace begins with goes: last what others refer to. */
export async function clearProvisioned({ db, actor }: ActorContext, parts: readonly ArchivePart[]): Promise<void> {
  for (const part of parts.toReversed()) {
    if (part.isProvisioned)
      await sql`delete from ${sql.raw(part.table)} where tenant_id = ${actor.tenantId}`.execute(db);
  }
}

type Writing = { part: ArchivePart; rows: readonly ArchiveRow[]; types: ReadonlyMap<string, string>; importId: string };

/** In one statement under the person's own policies, the trail of each saying which import it came with. */
export async function insertRows({ db }: ActorContext, { part, rows, types, importId }: Writing): Promise<void> {
  const written = part.columns.filter(({ kind }) => kind !== 'shown');
  const own = part.key ? [] : ['id'];
  const names = [...own, ...written.map(({ column }) => column)];
  const values = [...own.map((id) => sql.ref(`t.${id}`)), ...written.map(sqlOf)];
  if (types.has('import_id')) {
    names.push('import_id');
    values.push(sql`${importId}::uuid`);
  }
  const read = [...own.map((id) => sql`${sql.ref(id)} uuid`), ...written.map((column) => typed(column, types))];
  await sql`
    insert into ${sql.raw(part.table)} (${sql.join(names.map((name) => sql.ref(name)))})
    select ${sql.join(values)} from json_to_recordset(${JSON.stringify(rows)}::json) as t (${sql.join(read)}${currencyOf(part)})`.execute(
    db,
  );
}

function typed({ column, kind }: ArchiveColumn, types: ReadonlyMap<string, string>): RawBuilder<unknown> {
  return sql`${sql.ref(column)} ${sql.raw(kind === 'money' ? 'numeric' : (types.get(column) ?? 'text'))}`;
}

function sqlOf({ column, kind }: ArchiveColumn): RawBuilder<unknown> {
  const value = sql.ref(`t.${column}`);
  return kind === 'money' ? sql`(${value} * (10 ^ crm.minor_digits(t.currency))::numeric)::bigint` : value;
}

/** Amounts are in the row's currency, which not every table has a column for. */
function currencyOf(part: ArchivePart): RawBuilder<unknown> {
  return part.columns.some(({ kind, name }) => kind === 'shown' && name === 'currency') ? sql`, currency text` : sql``;
}

/** The timeline of each begins with its coming, as that of every imported record does. */
export async function tellRestored({ db, actor }: ActorContext, part: ArchivePart, importId: string): Promise<void> {
  if (!part.record) return;
  const { type, name } = part.record;
  await sql`
    insert into core.events (type, entity, entity_id, data)
    select ${`${type}.created`}::text, ${type}::text, t.${sql.ref(keyOf(part)[0] ?? 'id')}, jsonb_build_object('name', ${sql.raw(name)}, 'importId', ${importId}::text)
      from ${sql.raw(part.table)} t where t.tenant_id = ${actor.tenantId}`.execute(db);
}
