import type { ActorContext } from '@aura/api';

const TOLD_EVERY_MS = 700;

/** In a statement of its own, beside the import's transaction, so that others see it move. */
export async function setProgress(
  ctx: ActorContext,
  importId: string,
  { total, processed }: { total: number; processed: number },
): Promise<void> {
  await ctx.db
    .insertInto('core.import_progress')
    .values({ import_id: importId, total, processed })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'import_id']).doUpdateSet({ total, processed }))
    .execute();
}

/** Tells how far it is, at most every 700 ms. */
export function progressTeller(reader: ActorContext, id: string, total: number): (processed: number) => Promise<void> {
  let told = Date.now();
  return async (processed) => {
    if (Date.now() - told < TOLD_EVERY_MS) return;
    told = Date.now();
    await setProgress(reader, id, { total, processed });
  };
}
