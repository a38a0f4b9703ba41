import type { Rule } from './rule.ts';

const TENANT_TEST = String.raw`tenant_column || ' = \( SELECT app\.tenant_id\(\) AS tenant_id\)'`;
// Anchored: the test must stand at the top as the whole expression or as the first part of an AND, never inside an OR.
const lacksTenantTest = (expression: string): string =>
  String.raw`coalesce(pg_get_expr(${expression}, p.polrelid), '') !~ ('^\((' || ${TENANT_TEST} || '|\(' || ${TENANT_TEST} || '\) AND .*)\)$')`;

/** Tables and their policies. */
export const tableRules: Rule[] = [
  {
    id: 'T01',
    sentence: 'A table of tenants’ rows carries tenant_id.',
    sql: 'select name as object from guarded where tenant is null',
  },
  {
    id: 'T02',
    sentence: 'tenant_id is never null.',
    sql: 'select name as object from guarded where tenant is not null and not tenant_required',
  },
  {
    id: 'T03',
    sentence: 'Row-level security is enabled and forced, on partitions too.',
    sql: 'select name as object from guarded where not (relrowsecurity and relforcerowsecurity)',
  },
  {
    id: 'T04',
    sentence: 'A table under row-level security has a policy.',
    sql: `select name as object from guarded where relrowsecurity and not relispartition
            and not exists (select from pg_policy p where p.polrelid = guarded.oid)`,
  },
  {
    id: 'T05',
    sentence: 'Every schema is one that these rules know.',
    sql: 'select nspname as object from unknown_schemas',
  },
  {
    id: 'T06',
    sentence: 'Nothing lives in schema public.',
    sql: `select c.oid::regclass::text as object from pg_class c where c.relnamespace = to_regnamespace('public') and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')`,
  },
  {
    id: 'P01',
    sentence: 'A permissive policy begins with the tenant test, whatever its role.',
    sql: `select name || '.' || p.polname as object from guarded join pg_policy p on p.polrelid = guarded.oid
           where p.polpermissive and (
             (p.polcmd <> 'a' and ${lacksTenantTest('p.polqual')})
             or (p.polcmd in ('a', 'w', '*') and ${lacksTenantTest('coalesce(p.polwithcheck, p.polqual)')}))`,
  },
  {
    id: 'P02',
    sentence: 'A policy calls context functions in a sub-select, once per statement instead of once per row.',
    sql: String.raw`select name || '.' || p.polname as object from guarded join pg_policy p on p.polrelid = guarded.oid
           where regexp_replace(concat(pg_get_expr(p.polqual, p.polrelid), ' ', pg_get_expr(p.polwithcheck, p.polrelid)), '\( SELECT app\.[a-z_]+\(', '', 'g')
                 ~ '(app\.[a-z_]+\(|current_setting\()'`,
  },
  {
    id: 'P03',
    sentence: 'A policy is for exactly one named role: an OR over roles costs the owner index.',
    sql: `select name || '.' || p.polname as object from guarded join pg_policy p on p.polrelid = guarded.oid
           where p.polroles = '{0}' or cardinality(p.polroles) <> 1`,
  },
  {
    id: 'P04',
    sentence: 'A policy has a comment that says why.',
    sql: `select name || '.' || p.polname as object from guarded join pg_policy p on p.polrelid = guarded.oid
           where coalesce(obj_description(p.oid, 'pg_policy'), '') = ''`,
  },
];
