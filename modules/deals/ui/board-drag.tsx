'use client';

import { StageMark, type StageShape } from '@aura/pipelines/client';
import { announce } from '@aura/ui/announce';
import {
  type Announcements,
  type CollisionDetection,
  closestCenter,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { type ReactNode, useId, useState } from 'react';
import type { Deal } from '../deal.schema.ts';
import { useDealActions } from './deal-actions-context.ts';
import { DealCard } from './deal-card.tsx';
import type { TargetStage } from './deal-changes.ts';

type BoardDragProps = { closed: readonly StageShape[]; children: ReactNode };

/** Dragging cards between columns by mouse and finger, with places to win and lose at the bottom while it lasts. */
export function BoardDrag({ closed, children }: BoardDragProps): ReactNode {
  const contextId = useId();
  const [dragged, setDragged] = useState<Deal | null>(null);
  const { move, open } = useDealActions();
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
  );
  const drop = ({ over }: DragEndEvent): void => {
    swallowNextClick();
    const stage = over?.data.current?.['stage'] as TargetStage | undefined;
    const deal = dragged;
    setDragged(null);
    if (!deal || !stage || stage.id === deal.stageId) return;
    if (stage.kind === 'open') return void move(deal, { stage });
    const grip = document.querySelector<HTMLElement>(`[data-deal="${CSS.escape(deal.id)}"] [data-deal-grip]`);
    if (grip) open(stage.kind, deal, grip);
  };
  return (
    <DndContext
      id={contextId}
      sensors={sensors}
      collisionDetection={findColumn}
      autoScroll={{ threshold: { x: 0.08, y: 0 }, canScroll: (element) => element.hasAttribute('data-board-scroll') }}
      accessibility={{ announcements: silent, screenReaderInstructions: { draggable: '' } }}
      onDragStart={({ active }) => {
        const deal = (active.data.current?.['deal'] as Deal | undefined) ?? null;
        setDragged(deal);
        if (deal) announce(`Picked up ${deal.name}`);
      }}
      onDragEnd={drop}
      onDragCancel={() => {
        if (dragged) announce(`Move cancelled. ${dragged.name} stays in ${dragged.stageName}.`);
        setDragged(null);
      }}
    >
      {children}
      {dragged ? (
        <div className="fixed inset-x-0 bottom-[calc(var(--bottom-bar,0px)+1rem)] z-30 mx-auto flex w-fit gap-3 rounded-panel border border-line bg-raised p-2 shadow-float">
          {closed.map((stage) => (
            <ClosingTarget key={stage.id} stage={stage} stages={closed} />
          ))}
        </div>
      ) : null}
      <DragOverlay dropAnimation={null}>{dragged ? <DealCard deal={dragged} isDragged /> : null}</DragOverlay>
    </DndContext>
  );
}

function ClosingTarget({ stage, stages }: { stage: StageShape; stages: readonly StageShape[] }): ReactNode {
  const { setNodeRef, isOver } = useDroppable({ id: stage.id, data: { stage } });
  return (
    <div
      ref={setNodeRef}
      className={`flex min-h-12 min-w-32 items-center justify-center gap-2 rounded-control border-2 border-dashed px-4 font-medium ${isOver ? 'border-primary bg-primary-soft' : 'border-control'}`}
    >
      <StageMark stages={stages} stage={stage} />
      {stage.name}
    </div>
  );
}

/** The column below the pointer; outside all of them the nearest one. The places at the bottom only when pointed at. */
const findColumn: CollisionDetection = (args) => {
  const within = pointerWithin(args);
  if (within.length === 0) return closestCenter(args);
  const isClosing = (id: unknown): boolean =>
    args.droppableContainers.some(
      (container) => container.id === id && container.data.current?.['stage']?.kind !== 'open',
    );
  return within.filter(({ id }) => isClosing(id)).concat(within.filter(({ id }) => !isClosing(id)));
};

/** The app has a live region of its own, which speaks of deals by name. */
const silent: Announcements = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
};

/** Letting go over a card's link must not open it. */
function swallowNextClick(): void {
  const swallow = (event: MouseEvent): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 60);
}
