import { type ActorContext, emitEvents } from '@aura/api';

/** What can be escalated, by the name of its events, and where it stands. */
const TABLES = { contact: 'crm.contacts', deal: 'crm.deals' } as const;
type Entity = keyof typeof TABLES;

type Asked = { id: string; escalated_at: Date | null; escalated_by: string | null };

/** What answered: a manager's word, a share, or a new owner. */
type Answer = { by: 'manager' | 'share' | 'owner'; note?: string | null };

/** F9: asks the managers to look at a record that the caller holds. Asking again renews the question. */
export async function askManagers(
  ctx: ActorContext,
  entity: Entity,
  { id, reason }: { id: string; reason?: string | null | undefined },
): Promise<void> {
  await writeEscalation(ctx, entity, { ids: [id], at: ctx.clock(), by: ctx.actor.userId });
  await ctx.emit({ type: `${entity}.escalated`, entity, entityId: id, data: { reason: reason ?? null } });
}

/** Ends what is asked about these records, which the caller holds, and tells who asked. */
export async function answerEscalations(
  ctx: ActorContext,
  entity: Entity,
  { rows, ...answer }: { rows: readonly Asked[] } & Answer,
): Promise<void> {
  const asked = rows.filter((row) => row.escalated_at !== null);
  if (asked.length === 0) return;
  await writeEscalation(ctx, entity, { ids: asked.map((row) => row.id), at: null, by: null });
  const told = asked.map((row) => ({
    type: `${entity}.escalation_resolved`,
    entity,
    entityId: row.id,
    data: { by: answer.by, note: answer.note ?? null, escalatedBy: row.escalated_by },
  }));
  await emitEvents(ctx.db, told);
}

type Escalation = { ids: string[]; at: Date | null; by: string | null };

async function writeEscalation(ctx: ActorContext, entity: Entity, { ids, at, by }: Escalation): Promise<void> {
  await ctx.db
    .updateTable(TABLES[entity])
    .set({ escalated_at: at, escalated_by: by })
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('id', '=', (eb) => eb.fn.any(eb.val(ids)))
    .execute();
}
