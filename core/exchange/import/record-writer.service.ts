import type { ActorContext } from '@aura/api';
import { type RawBuilder, sql } from '@aura/db';
import type { Before, FieldType, Importer, ImportField, ImportRow, ImportScope } from './importer.ts';

type Column = {
  name: string;
  type: 'text' | 'numeric' | 'date' | 'boolean' | 'uuid';
  fallback: unknown;
  valueOf: (row: ImportRow) => unknown;
};

const TYPES: Record<FieldType, Column['type']> = {
  text: 'text',
  email: 'text',
  url: 'text',
  integer: 'numeric',
  number: 'numeric',
  date: 'date',
  boolean: 'boolean',
  id: 'uuid',
};

/** The columns that this import says something about; the same for all of its rows, so that each statement is planned once. */
function columnsOf(importer: Importer, { targets }: ImportScope): Column[] {
  const fields = importer.fields.flatMap((field) =>
    field.column && isFilled(field, targets) ? [columnOf(field, field.column)] : [],
  );
  const links = importer.links.flatMap(({ name, column, by, isLate }) =>
    column && !isLate && by.some((key) => targets.has(`${name}.${key}`))
      ? [
          {
            name: column,
            type: 'uuid' as const,
            fallback: undefined,
            valueOf: (row: ImportRow) => row.links[name] ?? null,
          },
        ]
      : [],
  );
  return [...fields, ...links];
}

function isFilled({ target, derivedFrom = [] }: ImportField, targets: ReadonlySet<string>): boolean {
  return targets.has(target) || derivedFrom.some((source) => targets.has(source));
}

function columnOf({ target, type, fallback }: ImportField, name: string): Column {
  return { name, type: TYPES[type], fallback, valueOf: (row) => row.values[target] ?? null };
}

function recordset(columns: Column[], rows: ImportRow[]): RawBuilder<unknown> {
  const json = JSON.stringify(
    rows.map((row) => ({
      id: row.id,
      custom_fields: row.custom,
      ...Object.fromEntries(columns.map((column) => [column.name, column.valueOf(row)])),
    })),
  );
  const types = [
    sql`id uuid`,
    sql`custom_fields jsonb`,
    ...columns.map(({ name, type }) => sql`${sql.ref(name)} ${sql.raw(type)}`),
  ];
  return sql`json_to_recordset(${json}::json) as r (${sql.join(types)})`;
}

/** Inserts by the importer's own hand, or by the default one. */
export function insertWith(importer: Importer, scope: ImportScope, rows: ImportRow[]): Promise<void> {
  return importer.insert ? importer.insert(scope, rows) : insertRecords(importer, scope, rows);
}

export function updateWith(
  importer: Importer,
  scope: ImportScope,
  rows: ImportRow[],
): Promise<{ id: string; before: Before }[]> {
  return importer.update ? importer.update(scope, rows) : updateRecords(importer, scope, rows);
}

/**
 * New records, in one statement under the person's own policies. It says who makes them, which the policies compare once; the
 * column's default would ask for each row.
 */
export async function insertRecords(importer: Importer, scope: ImportScope, rows: ImportRow[]): Promise<void> {
  const owner = importer.ownerColumn;
  const columns = columnsOf(importer, scope).filter(({ name }) => name !== owner);
  if (owner)
    columns.push({
      name: owner,
      type: 'uuid',
      fallback: undefined,
      valueOf: (row) => row.links['owner'] ?? scope.ctx.actor.userId,
    });
  const names = columns.map(({ name }) => sql.ref(name));
  const values = columns.map(({ name, fallback }) =>
    fallback === undefined ? sql.ref(`r.${name}`) : sql`coalesce(${sql.ref(`r.${name}`)}, ${sql.lit(fallback)})`,
  );
  if (importer.hasCustomFields) {
    names.push(sql.ref('custom_fields'));
    values.push(sql.ref('r.custom_fields'));
  }
  await sql`
    insert into ${sql.raw(importer.table)} (id, import_id, created_by, ${sql.join(names)})
    select r.id, ${scope.importId}::uuid, ${scope.ctx.actor.userId}::uuid, ${sql.join(values)} from ${recordset(columns, rows)}`.execute(
    scope.ctx.db,
  );
}

/** Writes what differs, and nothing else: an empty cell leaves the field as it is. */
export async function updateRecords(
  importer: Importer,
  scope: ImportScope,
  rows: ImportRow[],
): Promise<{ id: string; before: Before }[]> {
  const columns = columnsOf(importer, scope);
  const named = columns.map(({ name }) => ({
    name,
    old: sql.ref(`t.${name}`),
    now: sql`coalesce(${sql.ref(`r.${name}`)}, ${sql.ref(`t.${name}`)})`,
  }));
  if (importer.hasCustomFields)
    named.push({
      name: 'custom_fields',
      old: sql.ref('t.custom_fields'),
      now: sql`t.custom_fields || r.custom_fields`,
    });
  const before = named.map(({ name, old }) => sql`${sql.lit(name)}, ${old}`);
  const differs = named.map(({ old, now }) => sql`${old} is distinct from ${now}`);
  const changes = named.map(({ name, now }) => sql`${sql.ref(name)} = ${now}`);
  const table = sql.raw(importer.table);
  const { tenantId } = scope.ctx.actor;
  const result = await sql<{ id: string; before: Before }>`
    with incoming as materialized (select * from ${recordset(columns, rows)}),
    changed as (
      select ${idOf(importer)} as id, jsonb_build_object(${sql.join(before)}) as before
        from ${table} t join incoming r on r.id = ${idOf(importer)}
       where t.tenant_id = ${tenantId} and (${sql.join(differs, sql` or `)})
         for no key update of t
    ), written as (
      update ${table} t set ${sql.join(changes)} from incoming r, changed
       where t.tenant_id = ${tenantId} and ${idOf(importer)} = r.id and changed.id = r.id
    )
    select id, before from changed`.execute(scope.ctx.db);
  return result.rows;
}

/** Sets one foreign key of records that are already in: links to rows further down the file. */
export async function setLinks(
  importer: Importer,
  ctx: ActorContext,
  { column, pairs }: { column: string; pairs: { id: string; to: string }[] },
): Promise<{ id: string; before: Before }[]> {
  const table = sql.raw(importer.table);
  const name = sql.ref(column);
  const result = await sql<{ id: string; before: Before }>`
    with incoming as materialized (select * from json_to_recordset(${JSON.stringify(pairs)}::json) as r (id uuid, "to" uuid)),
    changed as (
      select ${idOf(importer)} as id, jsonb_build_object(${sql.lit(column)}, t.${name}) as before
        from ${table} t join incoming r on r.id = ${idOf(importer)}
       where t.tenant_id = ${ctx.actor.tenantId} and t.${name} is distinct from r."to"
         for no key update of t
    ), written as (
      update ${table} t set ${name} = r."to" from incoming r, changed where t.tenant_id = ${ctx.actor.tenantId} and ${idOf(importer)} = r.id and changed.id = r.id
    )
    select id, before from changed`.execute(ctx.db);
  return result.rows;
}

/** Archives records; the undo of their import. */
export async function archiveRecords(importer: Importer, ctx: ActorContext, ids: string[]): Promise<void> {
  await sql`
    update ${sql.raw(importer.table)} t set deleted_at = ${ctx.clock()}::timestamptz
     where t.tenant_id = ${ctx.actor.tenantId} and t.id = any(${ids}::uuid[]) and t.deleted_at is null`.execute(ctx.db);
}

/** Puts back what an import overwrote. */
export async function restoreRecords(
  importer: Importer,
  ctx: ActorContext,
  { importId, ids }: { importId: string; ids: string[] },
): Promise<void> {
  const columns = restorableOf(importer);
  const { rows } = await sql<{ name: string }>`
    select distinct k.name from core.import_changes c, jsonb_object_keys(c.before) as k (name)
     where c.tenant_id = ${ctx.actor.tenantId} and c.import_id = ${importId} and c.entity = ${importer.entity} and c.record_id = any(${ids}::uuid[])`.execute(
    ctx.db,
  );
  const names = rows.map(({ name }) => name).filter((name) => columns.has(name));
  if (names.length === 0) return;
  const changes = names.map(
    (name) =>
      sql`${sql.ref(name)} = case when c.before ? ${sql.lit(name)} then p.${sql.ref(name)} else t.${sql.ref(name)} end`,
  );
  const table = sql.raw(importer.table);
  await sql`
    update ${table} t set ${sql.join(changes)}
      from core.import_changes c, jsonb_populate_record(null::${table}, c.before) p
     where t.tenant_id = ${ctx.actor.tenantId} and ${idOf(importer)} = c.record_id and c.tenant_id = t.tenant_id
       and c.import_id = ${importId} and c.entity = ${importer.entity} and c.record_id = any(${ids}::uuid[])`.execute(
    ctx.db,
  );
}

function idOf(importer: Importer): RawBuilder<string> {
  return sql.ref(`t.${importer.idColumn ?? 'id'}`);
}

function restorableOf(importer: Importer): ReadonlySet<string> {
  const names = [...importer.fields.map(({ column }) => column), ...importer.links.map(({ column }) => column)].filter(
    (name) => name !== undefined,
  );
  return new Set([...names, 'custom_fields']);
}
