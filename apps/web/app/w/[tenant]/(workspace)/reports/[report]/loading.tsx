import { SkeletonHeader, SkeletonPanel, SkeletonRegion } from '@aura/ui/skeleton';
import type { ReactNode } from 'react';

export default function Loading(): ReactNode {
  return (
    <SkeletonRegion label="Loading the report" className="flex flex-col gap-6">
      <SkeletonHeader />
      <SkeletonPanel lines={6} />
      <SkeletonPanel lines={8} />
    </SkeletonRegion>
  );
}
