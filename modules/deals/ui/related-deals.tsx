'use client';

import { apiFailure } from '@aura/api/client';
import { Link } from '@aura/ui/link';
import { LinkButton } from '@aura/ui/link-button';
import { MoneyText } from '@aura/ui/money-text';
import { Panel } from '@aura/ui/panel';
import { StageGlyph } from '@aura/ui/stage-glyph';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Deal } from '../deal.schema.ts';
import { dealPath, dealsPath } from './deal-paths.ts';
import { useMe } from './people.ts';
import { useDealsApi } from './use-deals-api.ts';

export type RelatedDealsProps = { contactId: string } | { organizationId: string };

const SHOWN_MAX = 6;

/** The deals of a contact or an organization, for its page. */
export function RelatedDeals(props: RelatedDealsProps): ReactNode {
  const filter = 'contactId' in props ? { contactId: props.contactId } : { organizationId: props.organizationId };
  const query = useQuery(useDealsApi().deals.list.queryOptions({ ...filter, limit: SHOWN_MAX, sort: '-updatedAt' }));
  const { data } = query;
  const more = data && 'organizationId' in filter && data.total > data.items.length ? filter.organizationId : null;
  return (
    <Panel
      title="Deals"
      note={data?.total.toLocaleString('en-US')}
      status={data ? 'ready' : query.isError ? 'error' : 'loading'}
      onRetry={() => void query.refetch()}
      reference={query.isError ? apiFailure(query.error).requestId : null}
      loadingLines={3}
      actions={'contactId' in props ? <AddDeal contactId={props.contactId} /> : null}
    >
      {data?.items.length === 0 ? <p className="text-muted">No deals here that you can see.</p> : null}
      {data && data.items.length > 0 ? (
        <ul className="-my-2 flex flex-col">
          {data.items.map((deal) => (
            <DealRow key={deal.id} deal={deal} />
          ))}
        </ul>
      ) : null}
      {more ? (
        <Link href={`${dealsPath}?layout=table&organizationId=${more}`} className="mt-3 inline-block min-h-6 text-link">
          Show open deals in the list
        </Link>
      ) : null}
    </Panel>
  );
}

/** The way to a deal with this contact already in it. */
function AddDeal({ contactId }: { contactId: string }): ReactNode {
  if (!useMe()?.can('deal:create')) return null;
  return (
    <LinkButton size="sm" href={`${dealsPath}?new=true&contactId=${contactId}`} icon={<Plus aria-hidden />}>
      Deal
    </LinkButton>
  );
}

function DealRow({ deal }: { deal: Deal }): ReactNode {
  return (
    <li className="flex items-center gap-3 border-b border-line py-2 last:border-b-0">
      <StageGlyph outcome={deal.status} position={deal.probability} count={100} />
      <span className="min-w-0 flex-1">
        <Link
          href={dealPath(deal.id)}
          className="line-clamp-2 font-medium wrap-anywhere underline-offset-3 hover:underline"
        >
          {deal.name}
        </Link>
        <span className="block truncate text-small text-muted">{deal.stageName}</span>
      </span>
      <MoneyText value={deal.amount === null ? null : { amount: deal.amount, currency: deal.currency }} />
    </li>
  );
}
