'use client';

export type { PaletteOffer, PaletteOffers } from './ui/palette-list.ts';
export { SearchScreen } from './ui/search-screen.tsx';
export { recordAt } from './ui/search-text.ts';
export { useRecentRecords, useRememberOpened } from './ui/use-recent.ts';
export { useSearchApi } from './ui/use-search-api.ts';
