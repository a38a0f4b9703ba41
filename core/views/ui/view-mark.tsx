import { LockKeyhole, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ViewTab } from './view-place.ts';

/** Who sees a view: everyone, or its owner alone. */
export function ViewMark({ tab: { view } }: { tab: ViewTab }): ReactNode {
  if (!view) return null;
  const isShared = view.visibility === 'shared';
  const Icon = isShared ? Users : LockKeyhole;
  return (
    <>
      <Icon aria-hidden className="size-3.5 shrink-0 text-subtle" />
      <span className="sr-only">{isShared ? ', shared' : ', private'}</span>
    </>
  );
}
