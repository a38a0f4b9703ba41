import { StageGlyph } from '@aura/ui/stage-glyph';
import type { ReactNode } from 'react';
import { glyphOf, type StageShape } from './stage-shape.ts';

type StageMarkProps = { stages: readonly StageShape[]; stage: StageShape; className?: string };

/** A stage's glyph, filled by its place in the pipeline. The name stands beside it. */
export function StageMark({ stages, stage, className }: StageMarkProps): ReactNode {
  return <StageGlyph outcome={stage.kind} {...glyphOf(stages, stage.id)} {...(className ? { className } : {})} />;
}

/** A stage in glyph and name. */
export function StageName({ stages, stage }: StageMarkProps): ReactNode {
  return (
    <span className="inline-flex max-w-full items-center gap-1.5">
      <StageMark stages={stages} stage={stage} />
      <span className="min-w-0 truncate">{stage.name}</span>
    </span>
  );
}
