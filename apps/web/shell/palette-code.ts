'use client';

import type { PaletteProps } from '@aura/search/palette';
import { type ComponentType, lazy } from 'react';

type Code = { default: ComponentType<PaletteProps> };
let loading: Promise<Code> | undefined;

/** The palette's code, asked for once; after a failure it is asked for again. */
export function loadPalette(): Promise<Code> {
  loading ??= import('@aura/search/palette').then(
    ({ Palette }) => ({ default: Palette }),
    (error) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/** To be drawn once `loadPalette` has answered: a failure would stay with it. */
export const LazyPalette = lazy(loadPalette);

const IDLE_AFTER_MS = 2_000;

/** Fetches it while the browser has nothing to do, so that it opens at once. Answers with what calls that off. */
export function preloadPalette(onLoaded: () => void): () => void {
  const load = (): void => void loadPalette().then(onLoaded, () => undefined);
  // Safari has no idle callback.
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(load, IDLE_AFTER_MS);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(load, { timeout: IDLE_AFTER_MS * 2 });
  return () => cancelIdleCallback(request);
}
