import { SkeletonHeader, SkeletonPanel, SkeletonRegion } from '@aura/ui/skeleton';
import type { ReactNode } from 'react';

export default function Loading(): ReactNode {
  return (
    <SkeletonRegion className="mx-auto flex max-w-240 flex-col gap-4">
      <SkeletonHeader />
      <SkeletonPanel lines={6} />
    </SkeletonRegion>
  );
}
