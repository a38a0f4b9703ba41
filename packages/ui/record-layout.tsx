'use client';

import type { ReactNode } from 'react';
import { Tabs } from './tabs.tsx';
import { useNarrow } from './use-narrow.ts';

export const recordTabs = ['timeline', 'details', 'related'] as const;
export type RecordTab = (typeof recordTabs)[number];

export type RecordLayoutProps = {
  /** The tab in sight on a phone, kept in the address by the caller. */
  tab: RecordTab;
  onTabChange: (tab: RecordTab) => void;
  details: ReactNode;
  timeline: ReactNode;
  related: ReactNode;
};

/** The three zones of a record: what it is, what happened, what belongs to it. On a phone they are tabs. */
export function RecordLayout({ tab, onTabChange, details, timeline, related }: RecordLayoutProps): ReactNode {
  if (useNarrow()) {
    return (
      <Tabs
        label="Parts of this record"
        value={tab}
        onValueChange={(value) => onTabChange(recordTabs.find((each) => each === value) ?? 'timeline')}
        items={[
          { value: 'timeline', label: 'Timeline', panel: <div className="flex flex-col gap-6">{timeline}</div> },
          { value: 'details', label: 'Details', panel: details },
          { value: 'related', label: 'Related', panel: <div className="flex flex-col gap-4">{related}</div> },
        ]}
      />
    );
  }
  return (
    <div className="grid items-start gap-x-6 gap-y-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr] xl:grid-cols-[20rem_minmax(0,1fr)_20rem]">
      <div className="flex min-w-0 flex-col gap-4 lg:col-start-2 xl:col-start-1 xl:row-start-1">{details}</div>
      <div className="flex min-w-0 flex-col gap-6 lg:col-start-1 lg:row-span-2 lg:row-start-1 xl:col-start-2 xl:row-span-1">
        {timeline}
      </div>
      <div className="flex min-w-0 flex-col gap-4 lg:col-start-2 xl:col-start-3 xl:row-start-1">{related}</div>
    </div>
  );
}
