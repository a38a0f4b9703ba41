import { BoardSkeleton } from '@aura/deals/client';
import { SkeletonHeader } from '@aura/ui/skeleton';
import type { ReactNode } from 'react';

export default function Loading(): ReactNode {
  return (
    <>
      <SkeletonHeader />
      <BoardSkeleton />
    </>
  );
}
