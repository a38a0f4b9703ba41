'use client';

import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Link } from './link.tsx';
import { TabFace, tabClass, tabListClass } from './tabs.tsx';

export type TabLink = { href: string; label: ReactNode; count?: number; isCurrent: boolean };

/** Places of their own in one row, each with an address: saved views, sections of a record. */
export function TabLinks({
  label,
  items,
  trail,
}: {
  label: string;
  items: readonly TabLink[];
  trail?: ReactNode;
}): ReactNode {
  return (
    <nav aria-label={label} className={tabListClass}>
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          aria-current={item.isCurrent ? 'page' : undefined}
          className={classNames(tabClass, item.isCurrent && 'border-primary text-ink')}
        >
          <TabFace label={item.label} count={item.count} />
        </Link>
      ))}
      {trail ? <span className="ms-1 flex items-center">{trail}</span> : null}
    </nav>
  );
}
