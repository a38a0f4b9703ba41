'use client';

import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';

export type TabItem = { value: string; label: ReactNode; count?: number; panel: ReactNode };

export type TabsProps = {
  /** Names the row of tabs. */
  label: string;
  items: readonly TabItem[];
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
};

/** Views of one thing in the same place. For places of their own use TabLinks. */
export function Tabs({ label, items, value, defaultValue, onValueChange }: TabsProps): ReactNode {
  return (
    <Base.Root
      value={value}
      defaultValue={defaultValue ?? items[0]?.value}
      onValueChange={(next: string) => onValueChange?.(next)}
    >
      <Base.List aria-label={label} className={tabListClass}>
        {items.map((item) => (
          <Base.Tab
            key={item.value}
            value={item.value}
            className={`${tabClass} data-active:border-primary data-active:text-ink`}
          >
            <TabFace label={item.label} count={item.count} />
          </Base.Tab>
        ))}
      </Base.List>
      {items.map((item) => (
        <Base.Panel key={item.value} value={item.value} className="pt-4">
          {item.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}

export function TabFace({ label, count }: { label: ReactNode; count?: number }): ReactNode {
  return (
    <>
      {label}
      {count === undefined ? null : (
        <span className="text-micro text-muted tabular-nums">{count.toLocaleString('en-US')}</span>
      )}
    </>
  );
}

export const tabListClass = 'on-scroll-region relative flex gap-1 overflow-x-auto shadow-[inset_0_-1px_0_var(--line)]';

export const tabClass =
  'inline-flex min-h-10 shrink-0 items-center gap-2 border-b-2 border-transparent px-2.5 text-body font-medium whitespace-nowrap text-muted ' +
  'transition-colors duration-120 hover:text-ink focus-visible:-outline-offset-2 pointer-coarse:min-h-11';
