/** A node of `explain (format json)`, as far as it is looked at. */
export type PlanNode = {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Index Cond'?: string;
  'Recheck Cond'?: string;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  'Actual Loops'?: number;
  Plans?: PlanNode[];
};

const REMOVED_MAX = 1_000;
/** PostgreSQL reads these whole when it likes: they hold a few rows for each tenant. */
const FEW_ROWS = new Set(['memberships', 'stages', 'pipelines', 'tenants', 'custom_field_definitions']);

/** What a reviewer would object to; nothing when every tenant table is reached by an index led by the tenant. */
export function objectToPlan(plan: PlanNode): string[] {
  const found = [...objectToNode(plan), ...(plan.Plans ?? []).flatMap(objectToPlan)];
  return [...new Set(found)];
}

function objectToNode(node: PlanNode): string[] {
  const table = node['Relation Name'] ?? '';
  if (FEW_ROWS.has(table)) return [];
  const type = node['Node Type'];
  if (table && type.endsWith('Seq Scan')) return [`Seq Scan on ${table}`];
  if (isForeignIndex(node)) return [`${node['Index Name']} without tenant_id`];
  const removed = (node['Rows Removed by Filter'] ?? 0) * (node['Actual Loops'] ?? 1);
  return removed > REMOVED_MAX ? [`${type} on ${table} drops ${Math.round(removed)} rows`] : [];
}

/** An index that is entered by anything but the tenant. */
function isForeignIndex(node: PlanNode): boolean {
  const isIndexScan = /^(Index Scan|Index Only Scan|Bitmap Index Scan)/.test(node['Node Type']);
  return isIndexScan && Boolean(node['Index Name']) && !node['Index Cond']?.includes('tenant_id');
}
