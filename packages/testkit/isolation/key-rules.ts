import type { Rule } from './rule.ts';

const INDEXES = `guarded join pg_index i on i.indrelid = guarded.oid join pg_class x on x.oid = i.indexrelid`;
const FOREIGN_KEYS = `guarded join pg_constraint k on k.conrelid = guarded.oid and k.contype = 'f' and k.conparentid = 0`;

/** Keys and indexes: what constraints check, they check past row-level security. */
export const keyRules: Rule[] = [
  {
    id: 'U01',
    sentence: 'A unique index begins with the tenant: any other answers questions about other tenants.',
    sql: `select guarded.name || '.' || x.relname as object from ${INDEXES}
           where (i.indisunique or i.indisexclusion) and not guarded.relispartition and i.indkey[0] is distinct from guarded.tenant`,
  },
  {
    id: 'F01',
    sentence: 'A foreign key between tenants’ tables joins tenant to tenant.',
    sql: `select guarded.name || '.' || k.conname as object from ${FOREIGN_KEYS} join guarded parent on parent.oid = k.confrelid
           where not guarded.relispartition and not exists (
             select from generate_subscripts(k.conkey, 1) n where k.conkey[n] = guarded.tenant and k.confkey[n] = parent.tenant)`,
  },
  {
    id: 'F02',
    sentence: 'A foreign key has an index that begins with its columns.',
    sql: `select guarded.name || '.' || k.conname as object from ${FOREIGN_KEYS}
           where not exists (select from pg_index i where i.indrelid = k.conrelid
             and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) ~ ('^\\(' || (select attname from pg_attribute where attrelid = k.conrelid and attnum = k.conkey[cardinality(k.conkey)]) || ' IS NOT NULL\\)$'))
             and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)`,
  },
  {
    id: 'F03',
    sentence: 'No foreign key sets tenant_id to null or to a default.',
    sql: `select guarded.name || '.' || k.conname as object from ${FOREIGN_KEYS}
           where (k.confdeltype in ('n', 'd') and guarded.tenant = any (coalesce(k.confdelsetcols, k.conkey)))
              or (k.confupdtype in ('n', 'd') and guarded.tenant = any (k.conkey))`,
  },
  {
    id: 'I01',
    sentence: 'An index holds columns whose equality is leakproof: beneath a policy no other can be searched.',
    sql: `select guarded.name || '.' || x.relname || '.' || a.attname as object from ${INDEXES}
            join pg_am am on am.oid = x.relam and am.amname = 'btree'
            cross join lateral unnest(i.indkey::int2[], i.indclass::oid[]) as part (attnum, opclass)
            join pg_attribute a on a.attrelid = guarded.oid and a.attnum = part.attnum
            join pg_opclass oc on oc.oid = part.opclass
            join pg_amop o on o.amopfamily = oc.opcfamily and o.amoplefttype = oc.opcintype and o.amoprighttype = oc.opcintype and o.amopstrategy = 3
            join pg_operator op on op.oid = o.amopopr join pg_proc f on f.oid = op.oprcode
           where part.attnum > 0 and not f.proleakproof and not i.indisprimary`,
  },
  {
    id: 'I02',
    sentence: 'A search index has no expressions: their functions are not leakproof. Store a generated column.',
    sql: `select guarded.name || '.' || x.relname as object from ${INDEXES} where i.indexprs is not null and not i.indisunique`,
  },
  {
    id: 'Q01',
    sentence: 'No role reads a number that all tenants count together: its gaps tell how busy the others are.',
    sql: `select distinct name || '.' || a.attname as object from guarded join pg_attribute a on a.attrelid = guarded.oid and not a.attisdropped
            left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum cross join runtime r
           where (a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) ~ 'nextval') and has_column_privilege(r.oid, guarded.oid, a.attnum, 'SELECT')`,
  },
];
