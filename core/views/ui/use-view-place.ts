'use client';

import { useApiParts } from '@aura/api/client';
import { changeAddress, useAddress } from '@aura/ui/address';
import { useEffect, useMemo, useRef, useState } from 'react';
import { recallLeft, rememberLeft } from './view-memory.ts';
import {
  asksForNothing,
  asksForSaved,
  emptyQuery,
  queryUnder,
  readPlace,
  rememberedQuery,
  tabQuery,
  type ViewPlace,
  type ViewTab,
  withMomentary,
} from './view-place.ts';

type Options = {
  path: string;
  tabs: readonly ViewTab[];
  /** Whether it is known which views there are. */
  isKnown: boolean;
  words: readonly string[];
};

export type PlaceState = {
  search: string;
  place: ViewPlace;
  /** The address named a view that is not there, or not for this person. */
  isGone: boolean;
  dismissGone: () => void;
};

/** Which view the address shows. It fills in what a link to a view left out, and what the list was left with. */
export function useViewPlace({ path, tabs, isKnown, words }: Options): PlaceState {
  const search = useAddress();
  const { scope } = useApiParts();
  const [isGone, setGone] = useState(false);
  const place = useMemo(() => readPlace(search, tabs, words), [search, tabs, words]);
  // What was shown before: an address that empties under one's hands is an edit, one that arrives empty a wish.
  const before = useRef<{ search: string; viewId: string | null; hasMoved: boolean } | null>(null);

  useEffect(() => {
    const at = { scope, path };
    const go = (query: string): void => changeAddress(hrefOf(path, withMomentary(query, search)), 'replace');
    const known = before.current;
    const hasMoved = known !== null && (known.hasMoved || known.search !== search);
    before.current = { search, viewId: known?.viewId ?? null, hasMoved };
    if (known === null && asksForNothing(search, place)) {
      const query = recallLeft(at);
      if (query !== '') return go(query);
    }
    if (place.viewId && !isKnown) return;
    if (place.viewId && !place.tab) {
      setGone(true);
      return go(queryUnder(null, place.address));
    }
    if (place.tab && asksForSaved(search, place)) {
      const isEmptied = known?.viewId === place.viewId;
      return go(isEmptied ? emptyQuery(place.tab.id) : tabQuery(place.tab));
    }
    before.current.viewId = place.viewId;
    if (place.viewId) setGone(false);
    // A link that filters the list without a view is not what it was left with.
    if (place.viewId || hasMoved) rememberLeft(at, rememberedQuery(search, place));
  }, [search, scope, path, place, isKnown]);

  return { search, place, isGone, dismissGone: () => setGone(false) };
}

export function hrefOf(path: string, query: string): string {
  return query === '' ? path : `${path}?${query}`;
}
