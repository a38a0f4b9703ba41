'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SavedView } from '../saved-view.schema.ts';
import type { ViewEntity } from '../saved-view.ts';
import { useSavedViewsApi } from './use-saved-views-api.ts';
import { hrefOf, type PlaceState, useViewPlace } from './use-view-place.ts';
import { queryUnder, tabQuery, tabsOf, type ViewTab } from './view-place.ts';

const A_MINUTE_MS = 60_000;
const none: readonly SavedView[] = [];
const noWords: readonly string[] = [];

export type ViewsOptions = {
  entity: ViewEntity;
  /** Of the list: `/contacts`. */
  path: string;
  /** The list knows whose its rows are. */
  hasMine: boolean;
  /** What `view` may say in this list's address besides a view. */
  words?: readonly string[];
};

export type Views = PlaceState & {
  tabs: readonly ViewTab[];
  isFailed: boolean;
  retry: () => void;
  hrefTo: (tab: ViewTab) => string;
  goTo: (tab: ViewTab) => void;
  /** Stays with what is in sight, under another view. */
  goUnder: (view: SavedView) => void;
  goToAll: () => void;
};

/** The views of a list, and which of them its address shows. */
export function useViews({ entity, path, hasMine, words = noWords }: ViewsOptions): Views {
  const query = useQuery(useSavedViewsApi().ofEntity.queryOptions({ entity }, { staleTime: A_MINUTE_MS }));
  const views = query.data?.items ?? none;
  const tabs = useMemo(() => tabsOf(views, hasMine), [views, hasMine]);
  const state = useViewPlace({ path, tabs, isKnown: query.data !== undefined, words });
  const hrefTo = (tab: ViewTab): string => hrefOf(path, tabQuery(tab, state.place));
  return {
    ...state,
    tabs,
    isFailed: query.isError && query.data === undefined,
    retry: () => void query.refetch(),
    hrefTo,
    goTo: (tab) => state.go(tabQuery(tab, state.place)),
    goUnder: ({ id }) => state.go(queryUnder(id, state.place.address)),
    goToAll: () => state.go(''),
  };
}
