import type { ActorContext } from '@aura/api';
import { type RawBuilder, sql } from '@aura/db';
import type { Exporter } from '../export/exporter.ts';
import { nameLinkedPeople } from './archive-links.ts';
import { type ArchiveColumn, type ArchivePart, type ArchiveRow, inOrder, keyOf } from './archive-part.ts';

/**
 * The parts as the export reads them. What refers comes before what it refers to: whatever a row names was there when the
 * row was read, and so is in a part that is read later, whoever works meanwhile.
 */
export function archiveExporters(parts: readonly ArchivePart[]): Exporter[] {
  return inOrder(parts)
    .toReversed()
    .map((part) => ({
      name: part.name,
      label: part.label,
      permission: 'export:workspace',
      filter: null,
      isPart: true,
      columns: columnsOf(part).map(({ name }) => ({ header: name, value: (item) => cellOf(item[name]) })),
      read: (ctx, page) => readPart(ctx, part, page),
    }));
}

/** By scope; the parts of the workspace's archive under names that are no scope. */
export function exportersOf(lists: readonly Exporter[], parts: readonly ArchivePart[]): Map<string, Exporter> {
  return new Map([
    ...lists.map((one) => [one.name, one] as const),
    ...archiveExporters(parts).map((one) => [`workspace/${one.name}`, one] as const),
  ]);
}

function columnsOf(part: ArchivePart): ArchiveColumn[] {
  const id: ArchiveColumn = { name: 'id', column: 'id', kind: 'value' };
  return [...(part.key ? [] : [id]), ...part.columns];
}

function cellOf(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'object') return JSON.stringify(value);
  return value as string | number | boolean;
}

type Page = { cursor?: string; limit: number };

async function readPart(
  ctx: ActorContext,
  part: ArchivePart,
  { cursor, limit }: Page,
): Promise<{ items: ArchiveRow[]; nextCursor: string | null }> {
  const { db, actor } = ctx;
  const key = keyOf(part).map((column) => sql.ref(`t.${column}`));
  const after = cursor === undefined ? null : (JSON.parse(cursor) as string[]);
  const values = columnsOf(part).map((column) => sql`${sql.lit(column.name)}, ${sqlOf(column)}`);
  const { rows } = await sql<{ item: ArchiveRow; key: string[] }>`
    select json_build_object(${sql.join(values)}) as item, array[${sql.join(key)}]::text[] as key
      from ${sql.raw(part.table)} t
     where t.tenant_id = ${actor.tenantId} and (${sql.raw(part.where ?? 'true')})
       and ${after ? sql`(${sql.join(key)}) > (${sql.join(after.map((id) => sql`${id}::uuid`))})` : sql`true`}
     order by ${sql.join(key)} limit ${limit}`.execute(db);
  const last = rows.length === limit ? rows.at(-1) : undefined;
  const items = rows.map(({ item }) => item);
  await nameLinkedPeople(ctx, part.columns, items);
  return { items, nextCursor: last ? JSON.stringify(last.key) : null };
}

function sqlOf({ kind, column, sql: text = 'null' }: ArchiveColumn): RawBuilder<unknown> {
  const value = sql.ref(`t.${column}`);
  switch (kind) {
    case 'member':
      return sql`(select m.email from core.memberships m where m.tenant_id = t.tenant_id and m.user_id = ${value})`;
    case 'money':
      return sql`round(${value} / (10 ^ crm.minor_digits(${sql.raw(text)}))::numeric, crm.minor_digits(${sql.raw(text)}))::text`;
    case 'shown':
      return sql.raw(text);
    default:
      return value;
  }
}
