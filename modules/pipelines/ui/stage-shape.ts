import type { StageKind } from '../pipeline.ts';

/** What a stage looks like: enough for its glyph and its name. */
export type StageShape = { id: string; name: string; kind: StageKind; probability: number };

/** Place and number of open stages, for the glyph that fills with progress. */
export function glyphOf(stages: readonly StageShape[], stageId: string): { position: number; count: number } {
  const open = stages.filter((stage) => stage.kind === 'open');
  return {
    position: Math.max(
      0,
      open.findIndex((stage) => stage.id === stageId),
    ),
    count: open.length,
  };
}
