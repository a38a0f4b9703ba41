'use client';

import { Check } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { StageMark } from './stage-mark.tsx';
import type { StageShape } from './stage-shape.ts';

type StageStepperProps = {
  /** All stages of the pipeline in order; only the open ones are steps. */
  stages: readonly StageShape[];
  currentId: string;
  onMove: (stage: StageShape) => void;
  /** The deal cannot be moved, and why. */
  disabledReason?: string | null;
};

/** Where a deal stands among the open stages; pressing a step moves it there. */
export function StageStepper({ stages, currentId, onMove, disabledReason }: StageStepperProps): ReactNode {
  const open = stages.filter((stage) => stage.kind === 'open');
  const current = open.findIndex((stage) => stage.id === currentId);
  const row = useCurrentInSight(current);
  return (
    <section ref={row} aria-label="Stage" tabIndex={-1} className="relative min-w-0 overflow-x-auto p-0.5">
      <ol className="flex gap-1">
        {open.map((stage, index) => (
          <li key={stage.id} className="min-w-24 flex-1 basis-24">
            <button
              type="button"
              aria-current={index === current ? 'step' : undefined}
              aria-disabled={disabledReason || index === current ? true : undefined}
              title={disabledReason ?? undefined}
              onClick={disabledReason || index === current ? undefined : () => onMove(stage)}
              className={`flex min-h-9 w-full items-center gap-1.5 border-t-3 px-1.5 pt-1 text-start text-small pointer-coarse:min-h-11 ${stepClass(index, current)} ${disabledReason ? 'cursor-not-allowed' : 'hover:bg-sunken'}`}
            >
              {index < current ? (
                <Check aria-hidden className="size-4 text-primary" />
              ) : (
                <StageMark stages={stages} stage={stage} />
              )}
              <span className="min-w-0 truncate">{stage.name}</span>
              <span className="sr-only">{stepWords(index, current)}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Of more steps than there is room for, the row begins with the one before the current. */
function useCurrentInSight(current: number): RefObject<HTMLElement | null> {
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = row.current?.querySelectorAll('li')[current - 1];
    if (row.current) row.current.scrollLeft = before?.offsetLeft ?? 0;
  }, [current]);
  return row;
}

function stepClass(index: number, current: number): string {
  if (index === current) return 'border-primary font-semibold text-ink';
  return index < current ? 'border-primary text-muted' : 'border-control text-muted';
}

function stepWords(index: number, current: number): string {
  if (index === current) return ', current stage';
  return index < current ? ', passed. Move back here' : '. Move here';
}
