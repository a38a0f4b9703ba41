import { SkeletonHeader, SkeletonPanel, SkeletonRegion } from '@aura/ui/skeleton';
import type { ReactNode } from 'react';

export default function Loading(): ReactNode {
  return (
    <SkeletonRegion label="Loading the dashboard" className="flex flex-col gap-6">
      <SkeletonHeader />
      <div className="grid gap-6 lg:grid-cols-2">
        <SkeletonPanel lines={8} />
        <SkeletonPanel lines={8} />
      </div>
    </SkeletonRegion>
  );
}
