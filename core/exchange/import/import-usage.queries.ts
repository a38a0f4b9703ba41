import type { ActorContext } from '@aura/api';
import { type RawBuilder, sql } from '@aura/db';
import type { Importer } from './importer.ts';

/** A column elsewhere that refers to records of a table, with what says when its row was made and whether it counts. */
type Reference = { table: string; column: string; isLive: string; toMain: string | null; hasVersion: boolean };

/**
 * SQL over `t` (a record that an import created) that is true when something refers to it now beside what the import
 * itself brought: an activity, a line, a link, a contact of the organization. Records of one transaction share their
 * created_at, so the import's own rows are told by it. `main` is set for records that the file's own rows brought along:
 * those are in use while a record of the file that was kept refers to them.
 */
export async function usedSince(
  ctx: ActorContext,
  { importer, main, importId }: { importer: Importer; main: Importer | undefined; importId: string },
): Promise<RawBuilder<boolean>> {
  // People are not taken away by what refers to them: whoever leaves hands over what is theirs.
  if (!importer.table.startsWith('crm.')) return sql<boolean>`false`;
  const references = await referencesTo(ctx, importer.table, main?.table ?? null);
  if (references.length === 0) return sql<boolean>`false`;
  const uses = references.map((reference) => {
    const live = sql.raw(reference.isLive);
    return sql`exists (
      select from ${sql.raw(reference.table)} r
       where r.tenant_id = t.tenant_id and r.${sql.ref(reference.column)} = t.${sql.ref(importer.idColumn ?? 'id')} and ${live}
         and ${countsFor(reference, main)} and ${staysSo(reference, importId)})`;
  });
  return sql<boolean>`(${sql.join(uses, sql` or `)})`;
}

function countsFor({ table, toMain }: Reference, main: Importer | undefined): RawBuilder<unknown> {
  if (main && table === main.table) return sql`true`;
  if (main && toMain)
    return sql`exists (select from ${sql.raw(main.table)} t where t.tenant_id = r.tenant_id and t.${sql.ref(main.idColumn ?? 'id')} = r.${sql.ref(toMain)} and ${sql.raw(main.isLive)})`;
  return sql`r.created_at <> t.created_at`;
}

/** What the import made to refer here is about to be put back. */
function staysSo({ hasVersion }: Reference, importId: string): RawBuilder<unknown> {
  if (!hasVersion) return sql`true`;
  return sql`not exists (
    select from core.import_changes u
     where u.tenant_id = r.tenant_id and u.import_id = ${importId}::uuid and u.record_id = r.id and u.action = 'updated' and u.version_after = r.version)`;
}

/** By the foreign keys that there are: whatever a module adds that refers to records is seen without being named. */
async function referencesTo(ctx: ActorContext, table: string, main: string | null): Promise<Reference[]> {
  const { rows } = await sql<Reference>`
    with keys as (
      select k.conrelid, k.confrelid, (select a.attname::text from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any (k.conkey) and a.attname <> 'tenant_id') as name
        from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
       where k.contype = 'f' and n.nspname = 'crm' and cardinality(k.conkey) = 2
    ), columns as (
      select a.attrelid, a.attname from pg_attribute a where a.attname in ('created_at', 'deleted_at', 'archived_at', 'version') and not a.attisdropped
    )
    select k.conrelid::regclass::text as "table", k.name as "column",
           coalesce((select 'r.' || c.attname || ' is null' from columns c where c.attrelid = k.conrelid and c.attname in ('deleted_at', 'archived_at') limit 1), 'true') as "isLive",
           (select m.name from keys m where m.conrelid = k.conrelid and m.confrelid = ${main}::regclass limit 1) as "toMain",
           exists (select from columns c where c.attrelid = k.conrelid and c.attname = 'version') as "hasVersion"
      from keys k
     where k.confrelid = ${table}::regclass and exists (select from columns c where c.attrelid = k.conrelid and c.attname = 'created_at')
     order by 1, 2`.execute(ctx.db);
  return rows;
}
