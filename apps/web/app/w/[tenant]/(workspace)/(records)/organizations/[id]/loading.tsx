import { SkeletonRecord, SkeletonRegion } from '@aura/ui/skeleton';
import type { ReactNode } from 'react';

export default function Loading(): ReactNode {
  return (
    <SkeletonRegion>
      <SkeletonRecord />
    </SkeletonRegion>
  );
}
