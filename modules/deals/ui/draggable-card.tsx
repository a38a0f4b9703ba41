'use client';

import { useDraggable } from '@dnd-kit/core';
import { memo, type ReactNode } from 'react';
import type { Deal } from '../deal.schema.ts';
import { DealCard } from './deal-card.tsx';

type DraggableCardProps = { deal: Deal; isNew: boolean };

/** A card that a pointer can drag. Keys use its Move button: the library's roles and keys are left out on purpose. */
export const DraggableCard = memo(function DraggableCard({ deal, isNew }: DraggableCardProps): ReactNode {
  const { setNodeRef, listeners, isDragging } = useDraggable({
    id: deal.id,
    data: { deal, stageId: deal.stageId },
    disabled: !deal.abilities.update,
  });
  return (
    <div ref={setNodeRef} {...listeners} className={isDragging ? 'opacity-40' : ''}>
      <DealCard deal={deal} isNew={isNew} />
    </div>
  );
});
