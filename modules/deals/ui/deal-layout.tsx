'use client';

import { type TabItem, Tabs } from '@aura/ui/tabs';
import { useNarrow } from '@aura/ui/use-narrow';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import type { ReactNode } from 'react';

type DealLayoutProps = {
  itemCount: number;
  nextStep: ReactNode;
  details: ReactNode;
  timeline: ReactNode;
  items: ReactNode;
  history: ReactNode;
  related: ReactNode;
};

const tabs = ['timeline', 'items', 'history', 'details', 'related'] as const;

/** Details left, what happened in the middle, who belongs to it right. On a phone all of them are tabs. */
export function DealLayout(props: DealLayoutProps): ReactNode {
  const { itemCount, nextStep, details, timeline, items, history, related } = props;
  const [tab, setTab] = useQueryState('tab', parseAsStringLiteral(tabs).withDefault('timeline'));
  const isNarrow = useNarrow();
  const centre: TabItem[] = [
    { value: 'timeline', label: 'Timeline', panel: timeline },
    { value: 'items', label: 'Line items', count: itemCount, panel: items },
    { value: 'history', label: 'History', panel: history },
  ];
  const all: TabItem[] = isNarrow
    ? [
        ...centre,
        { value: 'details', label: 'Details', panel: details },
        { value: 'related', label: 'Related', panel: <div className="flex flex-col gap-4">{related}</div> },
      ]
    : centre;
  const shown = all.some((item) => item.value === tab) ? tab : 'timeline';
  const centreTabs = (
    <Tabs
      label="Parts of this deal"
      items={all}
      value={shown}
      onValueChange={(value) => void setTab(tabs.find((one) => one === value) ?? null)}
    />
  );
  if (isNarrow)
    return (
      <div className="flex flex-col gap-4">
        {nextStep}
        {centreTabs}
      </div>
    );
  return (
    <div className="grid items-start gap-x-6 gap-y-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr] xl:grid-cols-[20rem_minmax(0,1fr)_20rem]">
      <div className="flex min-w-0 flex-col gap-4 lg:col-start-1 lg:row-span-2 lg:row-start-1 xl:col-start-2 xl:row-span-1">
        {centreTabs}
      </div>
      <div className="flex min-w-0 flex-col gap-4 lg:col-start-2 xl:col-start-1 xl:row-start-1">
        {nextStep}
        {details}
      </div>
      <div className="flex min-w-0 flex-col gap-4 lg:col-start-2 xl:col-start-3 xl:row-start-1">{related}</div>
    </div>
  );
}
