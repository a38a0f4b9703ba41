'use client';

export { VIEW_ENTITIES, type ViewEntity } from './saved-view.ts';
export { useViewOffers, type ViewOffer } from './ui/use-view-offers.ts';
export { ViewTabs, type ViewTabsProps } from './ui/view-tabs.tsx';
