import { uuid } from '@aura/kernel';
import { z } from 'zod';
import { moneySums } from './deal.schema.ts';
import type { FiguredNode } from './organization-tree.ts';

const dealsSum = z.object({ count: z.int(), sums: moneySums });

const treeRow = {
  id: uuid,
  name: z.string(),
  parentId: uuid.nullable(),
  openDeals: dealsSum.meta({ description: 'Of it and everything below it, as far as the caller may see them' }),
  wonDeals: dealsSum,
  own: z.object({ openDeals: dealsSum, wonDeals: dealsSum }).meta({ description: 'Of the organization alone' }),
};

const treeNode: z.ZodType<FiguredNode> = z
  .object({ ...treeRow, children: z.lazy(() => z.array(treeNode)) })
  .meta({ id: 'OrganizationTreeNode' });

export const organizationTreeOutput = z.object({
  ancestors: z.array(z.object(treeRow)).meta({ description: 'From the topmost down to the parent' }),
  organization: z.object(treeRow),
  children: z.array(treeNode),
});
export type OrganizationTree = z.output<typeof organizationTreeOutput>;
