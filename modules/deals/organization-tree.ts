import type { TreeNode, TreeRow } from '@aura/organizations';
import type { DealBoard } from './deal.schema.ts';

/** Deals of one state: how many, and their sums, one per currency. */
export type DealsSum = { count: number; sums: DealBoard['sums'] };

export type TreeFigures = {
  /** Of the organization and everything below it. */
  openDeals: DealsSum;
  wonDeals: DealsSum;
  /** Of the organization alone. */
  own: { openDeals: DealsSum; wonDeals: DealsSum };
};

export type FiguredRow = TreeRow & TreeFigures;
export type FiguredNode = FiguredRow & { children: FiguredNode[] };

/** Each organization's own ids and all those below it, from the rows of a whole family. */
export function idsBelow(family: readonly TreeRow[], rootId: string): Map<string, string[]> {
  const children = Map.groupBy(family, ({ parentId }) => parentId);
  const found = new Map<string, string[]>();
  const visit = (id: string): string[] => {
    const ids = [id, ...(children.get(id) ?? []).flatMap((child) => visit(child.id))];
    found.set(id, ids);
    return ids;
  };
  visit(rootId);
  return found;
}

/** The nodes with figures beside each. */
export function withFigures(nodes: readonly TreeNode[], figuresOf: (id: string) => TreeFigures): FiguredNode[] {
  return nodes.map(({ children, ...row }) => ({
    ...row,
    ...figuresOf(row.id),
    children: withFigures(children, figuresOf),
  }));
}
