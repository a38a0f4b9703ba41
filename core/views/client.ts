'use client';

export { VIEW_ENTITIES, type ViewEntity } from './saved-view.ts';
export { ViewTabs, type ViewTabsProps } from './ui/view-tabs.tsx';
