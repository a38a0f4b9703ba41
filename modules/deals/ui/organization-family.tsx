'use client';

import { apiFailure } from '@aura/api/client';
import { Link } from '@aura/ui/link';
import { Panel } from '@aura/ui/panel';
import { useQuery } from '@tanstack/react-query';
import { Building2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { OrganizationTree } from '../organization-tree.schema.ts';
import type { FiguredNode, FiguredRow } from '../organization-tree.ts';
import { sumText } from './money-sums.ts';
import { useDealsApi } from './use-deals-api.ts';

/** The organization between its parents and its subsidiaries, as a tree with the deals of each and of those below it. */
export function OrganizationFamily({ id }: { id: string }): ReactNode {
  const query = useQuery(useDealsApi().deals.organizationTree.queryOptions({ id }));
  const tree = query.data;
  return (
    <Panel
      title="Corporate family"
      status={tree ? 'ready' : query.isError ? 'error' : 'loading'}
      onRetry={() => void query.refetch()}
      reference={query.isError ? apiFailure(query.error).requestId : null}
      loadingLines={2}
    >
      {tree ? <Family tree={tree} /> : null}
    </Panel>
  );
}

function Family({ tree }: { tree: OrganizationTree }): ReactNode {
  const { ancestors, organization, children } = tree;
  if (ancestors.length === 0 && children.length === 0) {
    return <p className="text-muted">No parent and no subsidiaries. Set “Part of” to place it in a group.</p>;
  }
  const own = (
    <li className="flex flex-col">
      <span aria-current="page" className={`${lineClass} font-semibold`}>
        <Building2 aria-hidden className="size-4 shrink-0 text-primary" />
        <span className="min-w-0 wrap-anywhere">{organization.name}</span>
      </span>
      <Figures row={organization} hasBelow={children.length > 0} />
      <Branch nodes={children} />
    </li>
  );
  const nested = ancestors.toReversed().reduce<ReactNode>(
    (inner, ancestor) => (
      <li key={ancestor.id} className="flex flex-col">
        <TreeLink row={ancestor} hasBelow />
        <ul className={branchClass}>{inner}</ul>
      </li>
    ),
    own,
  );
  return <ul className="flex flex-col">{nested}</ul>;
}

function Branch({ nodes }: { nodes: readonly FiguredNode[] }): ReactNode {
  if (nodes.length === 0) return null;
  return (
    <ul className={branchClass}>
      {nodes.map((node) => (
        <li key={node.id} className="flex flex-col">
          <TreeLink row={node} hasBelow={node.children.length > 0} />
          <Branch nodes={node.children} />
        </li>
      ))}
    </ul>
  );
}

function TreeLink({ row, hasBelow }: { row: FiguredRow; hasBelow: boolean }): ReactNode {
  return (
    <>
      <Link href={`/organizations/${row.id}`} className={`${lineClass} underline-offset-3 hover:underline`}>
        <Building2 aria-hidden className="size-4 shrink-0 text-muted" />
        <span className="min-w-0 wrap-anywhere">{row.name}</span>
      </Link>
      <Figures row={row} hasBelow={hasBelow} />
    </>
  );
}

/** "3 open · $42K · won $120K": with everything below, where there is something below. */
function Figures({ row: { openDeals, wonDeals }, hasBelow }: { row: FiguredRow; hasBelow: boolean }): ReactNode {
  if (openDeals.count === 0 && wonDeals.count === 0) return null;
  return (
    <p className="-mt-1 ms-6 pb-1 text-small text-muted tabular-nums">
      {hasBelow ? <span className="sr-only">With subsidiaries: </span> : null}
      {openDeals.count > 0 ? `${openDeals.count} open · ${sumText(openDeals.sums, 'amount')}` : 'None open'}
      {wonDeals.count > 0 ? ` · won ${sumText(wonDeals.sums, 'amount')}` : null}
    </p>
  );
}

const lineClass = 'flex min-h-8 min-w-0 items-center gap-2 py-1 pointer-coarse:min-h-11';
const branchClass = 'ms-2 flex flex-col border-s border-line ps-3';
