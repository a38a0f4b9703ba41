'use client';

import { EscalationCount } from '@aura/deals/client';
import type { ReactNode } from 'react';

/** How much waits at a place, beside its name; on the folded rail at the corner of its icon. */
export function PlaceCount({ href }: { href: string }): ReactNode {
  if (href !== '/escalations') return null;
  return (
    <EscalationCount className="absolute end-0.5 top-0.5 lg:group-data-[folded=false]/rail:static lg:group-data-[folded=false]/rail:ms-auto" />
  );
}
