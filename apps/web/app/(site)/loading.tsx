import { SkeletonRegion, SkeletonText } from '@aura/ui/skeleton';
import type { ReactNode } from 'react';
import { Narrow } from './_frame/narrow.tsx';

export default function Loading(): ReactNode {
  return (
    <Narrow>
      <SkeletonRegion>
        <SkeletonText lines={5} />
      </SkeletonRegion>
    </Narrow>
  );
}
