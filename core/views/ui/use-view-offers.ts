'use client';

import { useQuery } from '@tanstack/react-query';
import type { ViewEntity } from '../saved-view.ts';
import { useSavedViewsApi } from './use-saved-views-api.ts';
import { hrefOf } from './use-view-place.ts';
import { tabQuery, tabsOf } from './view-place.ts';

const A_MINUTE_MS = 60_000;

/** The lists that have views, by their addresses. */
const lists: Record<ViewEntity, { path: `/${string}`; label: string }> = {
  contact: { path: '/contacts', label: 'Contacts' },
  organization: { path: '/organizations', label: 'Organizations' },
  product: { path: '/products', label: 'Products' },
  deal: { path: '/deals', label: 'Deals' },
};

export type ViewOffer = { path: string; href: string; label: string };

/** Every view that this person sees, as somewhere to go; none until they are asked for. */
export function useViewOffers({ enabled }: { enabled: boolean }): ViewOffer[] {
  const { data } = useQuery(useSavedViewsApi().ofEntity.queryOptions({}, { staleTime: A_MINUTE_MS, enabled }));
  return tabsOf(data?.items ?? [], false).flatMap((tab) => {
    if (!tab.view) return [];
    const { path, label } = lists[tab.view.entity];
    return [{ path, href: hrefOf(path, tabQuery(tab)), label: `${label} view: ${tab.name}` }];
  });
}
