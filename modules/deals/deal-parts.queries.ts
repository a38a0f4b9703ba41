import type { ActorContext } from '@aura/api';
import { sql } from '@aura/db';
import type { Stage } from '@aura/pipelines';

export type DealParts = { id: string; contacts: boolean; items: boolean };

/** Whether each deal has contacts and line items, where the stage asks for either. */
export async function countParts(
  ctx: ActorContext,
  { requiredFields }: Stage,
  ids: readonly string[],
): Promise<Map<string, DealParts>> {
  if (!requiredFields.includes('contactIds') && !requiredFields.includes('items')) return new Map();
  const { rows } = await sql<DealParts>`
    select wanted.id,
           exists (select from crm.deal_contacts link join crm.contacts c on c.tenant_id = link.tenant_id and c.id = link.contact_id
                    where link.tenant_id = ${ctx.actor.tenantId} and link.deal_id = wanted.id and c.deleted_at is null) as contacts,
           exists (select from crm.line_items i where i.tenant_id = ${ctx.actor.tenantId} and i.deal_id = wanted.id) as items
      from unnest(${ids}::uuid[]) as wanted (id)`.execute(ctx.db);
  return new Map(rows.map((row) => [row.id, row]));
}
