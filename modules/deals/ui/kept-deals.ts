import type { Deal } from '../deal.schema.ts';

/** Of more than these the oldest is let go: each costs a part of a question whenever the board is read anew. */
const KEPT_MAX = 20;

const stageOf = new Map<string, string>();

/** Deals that were created or moved in this browser tab: their cards stay on the board where the pages loaded do not reach. */
export function keepInSight({ id, stageId }: Pick<Deal, 'id' | 'stageId'>): void {
  stageOf.delete(id);
  stageOf.set(id, stageId);
  const [oldest] = stageOf.keys();
  if (oldest && stageOf.size > KEPT_MAX) stageOf.delete(oldest);
}

/** A deal that changed is kept where it is now; one that was archived no longer is. */
export function followKept({ id, stageId, deletedAt }: Pick<Deal, 'id' | 'stageId' | 'deletedAt'>): void {
  if (!stageOf.has(id)) return;
  if (deletedAt) stageOf.delete(id);
  else stageOf.set(id, stageId);
}

export const isKept = (dealId: string): boolean => stageOf.has(dealId);

export const keptIn = (stageId: string): string[] =>
  [...stageOf].flatMap(([id, stage]) => (stage === stageId ? [id] : []));
