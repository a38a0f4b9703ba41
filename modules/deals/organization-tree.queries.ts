import type { ActorContext } from '@aura/api';
import { sql } from '@aura/db';
import { listOrganizationsBelow, readOrganizationTree } from '@aura/organizations';
import { countOf, type DealFigure, sumsOf } from './deal-board.queries.ts';
import { filterDeals } from './deal-filter.queries.ts';
import type { OrganizationTree } from './organization-tree.schema.ts';
import { type DealsSum, idsBelow, type TreeFigures, withFigures } from './organization-tree.ts';

type FamilyFigure = Omit<DealFigure, 'stage_id'> & { organization_id: string; status: string };

/** F6.5: the tree of a corporate family with the deals of each organization, rolled up from those below it. */
export async function readDealTree(ctx: ActorContext, id: string): Promise<OrganizationTree> {
  const tree = await readOrganizationTree(ctx, id);
  const rootId = tree.ancestors[0]?.id ?? id;
  // The whole family, brothers included: a parent's roll-up is not this branch alone.
  const below = idsBelow(await listOrganizationsBelow(ctx, rootId), rootId);
  const figures = Map.groupBy(
    await sumByOrganization(ctx, below.get(rootId) ?? []),
    (figure) => figure.organization_id,
  );
  const figuresOf = (organizationId: string): TreeFigures => {
    const own = figures.get(organizationId) ?? [];
    const all = (below.get(organizationId) ?? [organizationId]).flatMap((member) => figures.get(member) ?? []);
    return { ...stateSums(all), own: stateSums(own) };
  };
  return {
    ancestors: tree.ancestors.map((row) => ({ ...row, ...figuresOf(row.id) })),
    organization: { ...tree.organization, ...figuresOf(id) },
    children: withFigures(tree.children, figuresOf),
  };
}

function stateSums(figures: readonly FamilyFigure[]): { openDeals: DealsSum; wonDeals: DealsSum } {
  const of = (status: string): DealsSum => {
    const those = figures.filter((figure) => figure.status === status);
    return { count: countOf(those), sums: sumsOf(those) };
  };
  return { openDeals: of('open'), wonDeals: of('won') };
}

async function sumByOrganization(ctx: ActorContext, organizationIds: readonly string[]): Promise<FamilyFigure[]> {
  const rows = await filterDeals(ctx, {});
  return rows
    .where(sql<boolean>`deal.organization_id = any (${organizationIds}::uuid[])`)
    .where(sql<boolean>`deal.status in ('open', 'won')`)
    .select([
      sql<string>`deal.organization_id`.as('organization_id'),
      'deal.status',
      'deal.currency',
      sql<number>`count(*)::int`.as('count'),
      sql<string>`coalesce(sum(deal.amount_minor), 0)::text`.as('amount'),
      sql<string>`coalesce(sum(deal.amount_minor * deal.probability), 0)::text`.as('expected'),
    ])
    .groupBy(['deal.organization_id', 'deal.status', 'deal.currency'])
    .execute();
}
