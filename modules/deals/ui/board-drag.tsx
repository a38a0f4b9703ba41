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
  type DroppableContainer,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { Archive } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import type { Deal } from '../deal.schema.ts';
import { useDealActions } from './deal-actions-context.ts';
import { DealCard } from './deal-card.tsx';
import type { TargetStage } from './deal-changes.ts';

type BoardDragProps = {
  closed: readonly StageShape[];
  dragged: Deal | null;
  onDrag: (deal: Deal | null) => void;
  children: ReactNode;
};

/** Dragging cards between columns by mouse and finger, with places to close and archive at the bottom while it lasts. */
export function BoardDrag({ closed, dragged, onDrag, children }: BoardDragProps): ReactNode {
  const contextId = useId();
  const { move, open, archive } = useDealActions();
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
  );
  const drop = ({ over }: DragEndEvent): void => {
    swallowNextClick();
    const target = over?.data.current;
    const stage = target?.['stage'] as TargetStage | undefined;
    const deal = dragged;
    onDrag(null);
    if (deal && target?.['isArchive'] && deal.abilities.archive) return void archive(deal);
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
        onDrag(deal);
        if (deal) announce(`Picked up ${deal.name}`);
      }}
      onDragEnd={drop}
      onDragCancel={() => {
        if (dragged) announce(`Move cancelled. ${dragged.name} stays in ${dragged.stageName}.`);
        onDrag(null);
      }}
    >
      {children}
      {dragged ? <DropRail closed={closed} deal={dragged} /> : null}
      <DragOverlay dropAnimation={null}>{dragged ? <DealCard deal={dragged} isDragged /> : null}</DragOverlay>
    </DndContext>
  );
}

function DropRail({ closed, deal }: { closed: readonly StageShape[]; deal: Deal }): ReactNode {
  return (
    <div className="fixed inset-x-0 bottom-[calc(var(--bottom-bar,0px)+1rem)] z-30 mx-auto flex w-fit max-w-[calc(100vw-1rem)] gap-2 rounded-panel border border-line bg-raised p-2 shadow-float sm:gap-3">
      {closed.map((stage) => (
        <RailTarget key={stage.id} id={`rail-${stage.id}`} data={{ stage }}>
          <StageMark stages={closed} stage={stage} />
          {stage.name}
        </RailTarget>
      ))}
      <RailTarget
        id="rail-archive"
        data={{ isArchive: true }}
        blocked={deal.abilities.archive ? null : 'Only its owner and managers'}
      >
        <Archive aria-hidden className="size-4" />
        Archive
      </RailTarget>
    </div>
  );
}

type RailTargetProps = { id: string; data: object; blocked?: string | null; children: ReactNode };

function RailTarget({ id, data, blocked = null, children }: RailTargetProps): ReactNode {
  const { setNodeRef, isOver } = useDroppable({ id, data: { ...data, isRail: true }, disabled: blocked !== null });
  return (
    <div
      ref={setNodeRef}
      className={`flex min-h-12 min-w-24 flex-col items-center justify-center rounded-control border-2 border-dashed px-3 font-medium sm:min-w-32 ${isOver ? 'border-primary bg-primary-soft' : 'border-control'} ${blocked ? 'text-subtle' : ''}`}
    >
      <span className="flex items-center gap-2">{children}</span>
      {blocked ? <span className="text-small font-normal">{blocked}</span> : null}
    </div>
  );
}

const isRail = ({ data }: DroppableContainer): boolean => data.current?.['isRail'] === true;

/** What the pointer is over, the rail before the column below it; outside all of them the nearest column. */
const findColumn: CollisionDetection = (args) => {
  const within = pointerWithin(args);
  const rail = new Set(args.droppableContainers.filter(isRail).map(({ id }) => id));
  if (within.length > 0) return within.toSorted((a, b) => Number(rail.has(b.id)) - Number(rail.has(a.id)));
  return closestCenter({ ...args, droppableContainers: args.droppableContainers.filter((one) => !isRail(one)) });
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
