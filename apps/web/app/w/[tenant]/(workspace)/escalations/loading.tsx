import { SkeletonHeader, SkeletonRegion, SkeletonRows } from '@aura/ui/skeleton';
import type { ReactNode } from 'react';

export default function Loading(): ReactNode {
  return (
    <SkeletonRegion label="Loading escalations" className="flex flex-col gap-4">
      <SkeletonHeader />
      <SkeletonRows rows={10} />
    </SkeletonRegion>
  );
}
