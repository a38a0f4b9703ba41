export type TreeRow = { id: string; name: string; parentId: string | null };

export type TreeNode = TreeRow & { children: TreeNode[] };

/** Subsidiaries under their parents, from rows in any order. */
export function nestChildren(rows: TreeRow[], parentId: string): TreeNode[] {
  return rows
    .filter((row) => row.parentId === parentId)
    .map((row) => ({ ...row, children: nestChildren(rows, row.id) }));
}
