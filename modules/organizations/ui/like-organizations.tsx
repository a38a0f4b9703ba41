'use client';

import { useSettled } from '@aura/api/list-state';
import { Banner } from '@aura/ui/banner';
import { Link } from '@aura/ui/link';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { organizationPath } from './organization-paths.ts';
import { useOrganizationsApi } from './use-organizations-api.ts';

const NAME_MIN = 2;

/** While a name is typed: who is called like that already, and what is going on with them. */
export function LikeOrganizations({ name }: { name: string }): ReactNode {
  const settled = useSettled(name.trim());
  const isAsking = settled.length >= NAME_MIN;
  const { data } = useQuery(
    useOrganizationsApi().like.queryOptions(
      { name: settled },
      { enabled: isAsking, placeholderData: keepPreviousData },
    ),
  );
  const found = isAsking ? (data?.items ?? []) : [];
  return (
    <div role="status" className="empty:-mt-5">
      {found.map(({ id, name: existing, openDeals }) => (
        <Banner key={id} tone="warn">
          <span className="font-medium wrap-anywhere">{existing}</span> already exists
          {openDeals > 0 ? ` · ${openDeals} open ${openDeals === 1 ? 'deal' : 'deals'}` : ''}.{' '}
          <Link href={organizationPath(id)} className="text-link">
            Use it<span className="sr-only">: {existing}</span>
          </Link>
        </Banner>
      ))}
    </div>
  );
}
