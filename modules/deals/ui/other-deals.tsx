'use client';

import { StageName, usePipelines } from '@aura/pipelines/client';
import { Link } from '@aura/ui/link';
import { MoneyText } from '@aura/ui/money-text';
import { Panel } from '@aura/ui/panel';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Deal } from '../deal.schema.ts';
import { dealPath, dealsPath } from './deal-paths.ts';
import { useDealsApi } from './use-deals-api.ts';

const SHOWN_MAX = 6;

/** What else is open with the same organization. */
export function OtherDeals({ deal, organizationId }: { deal: Deal; organizationId: string }): ReactNode {
  const { deals } = useDealsApi();
  const { pipelines } = usePipelines();
  const query = useQuery(
    deals.list.queryOptions({ organizationId, status: 'open', limit: SHOWN_MAX, sort: '-amount' }),
  );
  const others = (query.data?.items ?? []).filter((other) => other.id !== deal.id);
  if (query.data && others.length === 0) return null;
  const status = query.isError ? 'error' : query.isPending ? 'loading' : 'ready';
  return (
    <Panel title="Other open deals" status={status} onRetry={() => void query.refetch()} loadingLines={2}>
      <ul className="flex flex-col divide-y divide-line">
        {others.map((other) => (
          <li key={other.id} className="flex flex-col gap-0.5 py-2 first:pt-0 last:pb-0">
            <span className="flex items-baseline justify-between gap-2">
              <Link href={dealPath(other.id)} className="min-w-0 text-link wrap-anywhere">
                {other.name}
              </Link>
              <MoneyText value={other.amount === null ? null : { amount: other.amount, currency: other.currency }} />
            </span>
            <span className="text-small text-muted">
              <StageName
                stages={pipelines.find((one) => one.id === other.pipelineId)?.stages ?? []}
                stage={{ id: other.stageId, name: other.stageName, kind: other.status, probability: other.probability }}
              />
            </span>
          </li>
        ))}
      </ul>
      {(query.data?.total ?? 0) > SHOWN_MAX ? (
        <p className="pt-2">
          <Link href={`${dealsPath}?layout=table&organizationId=${organizationId}`} className="text-link">
            All {query.data?.total} deals of {deal.organizationName}
          </Link>
        </p>
      ) : null}
    </Panel>
  );
}
