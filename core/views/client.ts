'use client';

export { useViewOffers, type ViewOffer } from './ui/use-view-offers.ts';
export { ViewTabs } from './ui/view-tabs.tsx';
