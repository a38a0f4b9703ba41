import type { Queryable } from './catalogue-lint.ts';
import { PRELUDE } from './rule.ts';

export type Column = {
  name: string;
  type: string;
  isRequired: boolean;
  /** The default as SQL, '' when there is none. */
  fallback: string;
  isGenerated: boolean;
};

export type ForeignKey = { columns: string[]; parent: string; parentColumns: string[] };
export type Rights = { select: string[]; insert: string[]; update: string[]; delete: boolean };

/** A table of tenants' rows as the catalogue describes it; partitions are part of their parent. */
export type TenantTable = {
  name: string;
  tenantColumn: string;
  columns: Column[];
  primaryKey: string[];
  foreignKeys: ForeignKey[];
  /** Values that a check allows for a column: `status in ('open', 'won')`. */
  known: Record<string, string[]>;
  rep: Rights;
  manager: Rights;
};

const names = (condition: string): string =>
  `coalesce((select array_agg(a.attname::text order by a.attnum) from pg_attribute a where a.attrelid = g.oid and a.attnum > 0 and not a.attisdropped and ${condition}), '{}')`;

const rights = (role: string): string => `jsonb_build_object(
  'select', ${names(`has_column_privilege('${role}', g.oid, a.attnum, 'SELECT')`)},
  'insert', ${names(`has_column_privilege('${role}', g.oid, a.attnum, 'INSERT')`)},
  'update', ${names(`has_column_privilege('${role}', g.oid, a.attnum, 'UPDATE')`)},
  'delete', has_table_privilege('${role}', g.oid, 'DELETE'))`;

const keyColumns = (relation: string, key: string): string =>
  `(select array_agg(a.attname::text order by k.n) from unnest(${key}) with ordinality k (attnum, n) join pg_attribute a on a.attrelid = ${relation} and a.attnum = k.attnum)`;

const QUERY = `${PRELUDE}
  select g.name, g.tenant_column as "tenantColumn",
    (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, null), 'isRequired', a.attnotnull,
        'fallback', coalesce(pg_get_expr(d.adbin, d.adrelid), ''), 'isGenerated', a.attgenerated <> '' or a.attidentity <> '') order by a.attnum)
       from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = g.oid and a.attnum > 0 and not a.attisdropped) as columns,
    coalesce((select ${keyColumns('c.conrelid', 'c.conkey')} from pg_constraint c where c.conrelid = g.oid and c.contype = 'p'), '{}') as "primaryKey",
    coalesce((select jsonb_agg(jsonb_build_object('columns', ${keyColumns('c.conrelid', 'c.conkey')}, 'parent', c.confrelid::regclass::text,
        'parentColumns', ${keyColumns('c.confrelid', 'c.confkey')}) order by cardinality(c.conkey) desc, c.conname)
       from pg_constraint c where c.conrelid = g.oid and c.contype = 'f' and c.conparentid = 0), '[]') as "foreignKeys",
    coalesce((select jsonb_object_agg(a.attname, (select jsonb_agg(m[1]) from regexp_matches(pg_get_constraintdef(c.oid), '''([^'']*)''::text', 'g') m))
       from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.conrelid = g.oid and c.contype = 'c' and cardinality(c.conkey) = 1 and pg_get_constraintdef(c.oid) ~ '= ANY \\(ARRAY\\['), '{}') as known,
    ${rights('aura_rep')} as rep, ${rights('aura_manager')} as manager
  from guarded g where not g.relispartition and g.tenant is not null and g.relrowsecurity order by g.name`;

/** Every table of tenants' rows, read from the catalogue so that a new one joins the gates by itself. */
export async function listTenantTables(database: Queryable): Promise<TenantTable[]> {
  const { rows } = await database.query(QUERY);
  return rows as unknown as TenantTable[];
}
