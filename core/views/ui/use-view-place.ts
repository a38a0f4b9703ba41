'use client';

import { useApiParts } from '@aura/api/client';
import { changeAddress, useAddress } from '@aura/ui/address';
import { useEffect, useMemo, useRef } from 'react';
import { recallLeft, rememberLeft } from './view-memory.ts';
import {
  type Before,
  queryUnder,
  readPlace,
  stepTo,
  type ViewPlace,
  type ViewTab,
  withMomentary,
} from './view-place.ts';

type Options = { path: string; tabs: readonly ViewTab[]; isKnown: boolean; words: readonly string[] };

export type PlaceState = {
  place: ViewPlace;
  /** Goes to another query of the list, which is then how it is left, however soon. */
  go: (query: string) => void;
  /** Takes a view that is not there out of the address. */
  dismissGone: () => void;
};

/** Which view the address shows. It fills in what a link to a view left out, and what the list was left with. */
export function useViewPlace({ path, tabs, isKnown, words }: Options): PlaceState {
  const search = useAddress();
  const { scope } = useApiParts();
  const place = useMemo(() => readPlace(search, { tabs, isKnown, words }), [search, tabs, isKnown, words]);
  const shown = useRef<Before>(null);

  useEffect(() => {
    const at = { scope, path };
    const before = shown.current;
    const step = stepTo(search, place, { before, left: before === null ? recallLeft(at) : '' });
    shown.current = step.shown;
    if (step.missing !== null) changeAddress(hrefOf(path, withMomentary(step.missing, search)), 'replace');
    if (step.kept !== null) rememberLeft(at, step.kept);
  }, [search, scope, path, place]);

  const go = (query: string): void => {
    rememberLeft({ scope, path }, query);
    changeAddress(hrefOf(path, query), 'push');
  };
  return { place, go, dismissGone: () => changeAddress(hrefOf(path, queryUnder(null, place.address)), 'replace') };
}

export function hrefOf(path: string, query: string): string {
  return query === '' ? path : `${path}?${query}`;
}
