/** What a change of a record shows in its timeline: the old and the new value by field. */
export type Changes = Record<string, [unknown, unknown]>;

/** The fields of `after` that differ from `before`, by their names in the API. */
export function changesBetween(before: Record<string, unknown>, after: Record<string, unknown>): Changes {
  const changed = Object.entries(after).filter(([name, value]) => JSON.stringify(value ?? null) !== JSON.stringify(before[name] ?? null));
  return Object.fromEntries(changed.map(([name, value]) => [name, [before[name] ?? null, value ?? null]]));
}

export type TreeRow = { id: string; name: string; parentId: string | null };

export type TreeNode = TreeRow & { openDeals: null; children: TreeNode[] };

/** Subsidiaries under their parents, from rows in any order. */
export function nestChildren(rows: TreeRow[], parentId: string): TreeNode[] {
  return rows.filter((row) => row.parentId === parentId).map((row) => ({ ...row, openDeals: null, children: nestChildren(rows, row.id) }));
}
