'use client';

import { apiFailure } from '@aura/api/client';
import { Link } from '@aura/ui/link';
import { Panel } from '@aura/ui/panel';
import { useQuery } from '@tanstack/react-query';
import { Building2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { OrganizationTree } from '../organization.schema.ts';
import { organizationPath } from './organization-paths.ts';
import { useOrganizationsApi } from './use-organizations-api.ts';

type Node = OrganizationTree['children'][number];

/** The organization between its parents and its subsidiaries, as a tree. */
export function OrganizationFamily({ id }: { id: string }): ReactNode {
  const query = useQuery(useOrganizationsApi().tree.queryOptions({ id }));
  const tree = query.data;
  const status = tree ? 'ready' : query.isError ? 'error' : 'loading';
  return (
    <Panel
      title="Corporate family"
      status={status}
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
        <Building2 aria-hidden className="size-4 text-primary" />
        <span className="min-w-0 wrap-anywhere">{organization.name}</span>
      </span>
      <Branch nodes={children} />
    </li>
  );
  const nested = ancestors.toReversed().reduce<ReactNode>(
    (inner, ancestor) => (
      <li key={ancestor.id} className="flex flex-col">
        <TreeLink id={ancestor.id} name={ancestor.name} />
        <ul className={branchClass}>{inner}</ul>
      </li>
    ),
    own,
  );
  return <ul className="flex flex-col">{nested}</ul>;
}

function Branch({ nodes }: { nodes: readonly Node[] }): ReactNode {
  if (nodes.length === 0) return null;
  return (
    <ul className={branchClass}>
      {nodes.map((node) => (
        <li key={node.id} className="flex flex-col">
          <TreeLink id={node.id} name={node.name} />
          <Branch nodes={node.children} />
        </li>
      ))}
    </ul>
  );
}

function TreeLink({ id, name }: { id: string; name: string }): ReactNode {
  return (
    <Link href={organizationPath(id)} prefetch={false} className={`${lineClass} underline-offset-3 hover:underline`}>
      <Building2 aria-hidden className="size-4 text-muted" />
      <span className="min-w-0 wrap-anywhere">{name}</span>
    </Link>
  );
}

const lineClass = 'flex min-h-8 min-w-0 items-center gap-2 py-1 pointer-coarse:min-h-11';
const branchClass = 'ms-2 flex flex-col border-s border-line ps-3';
