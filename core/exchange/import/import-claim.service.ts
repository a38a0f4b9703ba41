import type { ActorContext } from '@aura/api';

/** What a job's context offers: the importing member's rights of now. */
export type ImportVoice = { reader: ActorContext; transaction<T>(work: (ctx: ActorContext) => Promise<T>): Promise<T> };

/** Held until the end, so that a second run of the same import waits and then finds it done. */
export async function isStillToRun(ctx: ActorContext, id: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('core.imports')
    .select('status')
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row?.status === 'running' || row?.status === 'queued';
}
