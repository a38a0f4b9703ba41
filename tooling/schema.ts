import { withConnection } from '@aura/db/databases';

/**
 * The schema as the database itself describes it, for reading and for noticing changes in review. Not a backup: the
 * embedded PostgreSQL brings no pg_dump, and migrations are what makes a database.
 */
export function describeSchema(databaseUrl: string): Promise<string> {
  return withConnection(databaseUrl, async (client) => {
    const parts: string[] = [];
    for (const [title, query] of Object.entries(SECTIONS)) {
      const { rows } = await client.query<{ line: string }>(query);
      parts.push(`-- ${title}\n\n${rows.map(({ line }) => line).join('\n')}\n`);
    }
    return parts.join('\n');
  });
}

// Partitions are left out: they are copies of their parent, and their names depend on the month of the migration.
const PARTITIONS = 'select oid from pg_class where relispartition';
const OURS = `n.nspname in ('app', 'app_admin', 'audit', 'core', 'crm', 'identity', 'search')`;

const SECTIONS: Record<string, string> = {
  Tables: `
    select format(E'create table %s ( -- owner %s%s%s\\n%s\\n);', c.oid::regclass, c.relowner::regrole,
      case when c.relrowsecurity then ', row security' else '' end, case when c.relforcerowsecurity then ' forced' else '' end,
      (select string_agg(format('  %I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
          case when a.attnotnull then ' not null' else '' end,
          case when d.adbin is null then '' when a.attgenerated <> '' then format(' generated always as (%s)', pg_get_expr(d.adbin, d.adrelid))
            else format(' default %s', pg_get_expr(d.adbin, d.adrelid)) end), E',\\n' order by a.attnum)
        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)) as line
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${OURS} and c.relkind in ('r', 'p') and not c.relispartition order by c.oid::regclass::text`,
  Constraints: `
    select format('alter table %s add constraint %I %s;', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) as line
    from pg_constraint k join pg_namespace n on n.oid = k.connamespace
    where ${OURS} and k.conrelid <> 0 and k.contype <> 'n' and k.conrelid not in (${PARTITIONS}) order by k.conrelid::regclass::text, k.conname`,
  Indexes: `
    select pg_get_indexdef(i.indexrelid) || ';' as line
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
    where ${OURS} and i.indrelid not in (${PARTITIONS}) and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
    order by i.indrelid::regclass::text, c.relname`,
  'Row-level security': `
    select format('create policy %I on %s as %s for %s to %s%s%s;', p.policyname, format('%I.%I', p.schemaname, p.tablename),
      lower(p.permissive), lower(p.cmd), array_to_string(p.roles, ', '),
      coalesce(format(E'\\n  using (%s)', p.qual), ''), coalesce(format(E'\\n  with check (%s)', p.with_check), '')) as line
    from pg_policies p join pg_namespace n on n.nspname = p.schemaname
    where ${OURS} and format('%I.%I', p.schemaname, p.tablename)::regclass not in (${PARTITIONS}) order by p.schemaname, p.tablename, p.policyname`,
  'Rights on tables': `
    select format('grant %s on %s to %s;', string_agg(lower(g.privilege_type), ', ' order by g.privilege_type), c.oid::regclass, g.grantee::regrole) as line
    from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join aclexplode(c.relacl) g
    where ${OURS} and c.relkind in ('r', 'p', 'v', 'S') and not c.relispartition and g.grantee <> c.relowner
    group by c.oid, g.grantee order by c.oid::regclass::text, g.grantee::regrole::text`,
  'Rights on columns': `
    select format('grant %s (%s) on %s to %s;', lower(g.privilege_type), string_agg(quote_ident(a.attname), ', ' order by a.attnum), c.oid::regclass, g.grantee::regrole) as line
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid cross join aclexplode(a.attacl) g
    where ${OURS} and not a.attisdropped and not c.relispartition group by c.oid, g.grantee, g.privilege_type order by c.oid::regclass::text, g.grantee::regrole::text, g.privilege_type`,
  Triggers: `
    select pg_get_triggerdef(t.oid) || ';' as line
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where ${OURS} and not t.tgisinternal and not c.relispartition order by c.oid::regclass::text, t.tgname`,
  Functions: `
    select format(E'-- owner %s%s\\n%s', f.proowner::regrole,
      coalesce(E'\\n-- may execute: ' || (select string_agg(case g.grantee when 0 then 'public' else g.grantee::regrole::text end, ', ' order by g.grantee::regrole::text)
        from aclexplode(f.proacl) g where g.grantee <> f.proowner), ''), regexp_replace(pg_get_functiondef(f.oid), E'\\\\s*$', E';\\n')) as line
    from pg_proc f join pg_namespace n on n.oid = f.pronamespace
    where ${OURS} and f.prokind in ('f', 'p') and not exists (select from pg_depend d where d.objid = f.oid and d.deptype = 'e')
    order by n.nspname, f.proname, pg_get_function_identity_arguments(f.oid)`,
};
