import { type ActorContext, archivedRefusal } from '@aura/api';
import { type RawBuilder, sql } from '@aura/db';
import { getContact } from './contact.queries.ts';
import { selfRefusal } from './contact-merge.queries.ts';

export type ContactPair = { id: string; otherId: string };

/**
 * "Not the same person": holds for everyone in the workspace, whichever of the two is looked at, until it is taken back or
 * one of them is archived or merged. Saying it twice is saying it once. Throws not_found for a contact that is not seen.
 */
export async function tellContactsApart(ctx: ActorContext, pair: ContactPair): Promise<ContactPair> {
  const { id, otherId } = await requirePair(ctx, pair);
  const added = await ctx.db
    .insertInto('crm.contact_distinctions')
    .values({ contact_id: id, other_id: otherId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('contact_id')
    .executeTakeFirst();
  if (added) await announce(ctx, pair, 'told_apart');
  return { id, otherId };
}

/** They may be one person again. Where nobody told them apart, nothing changes. */
export async function retellContacts(ctx: ActorContext, pair: ContactPair): Promise<void> {
  await requirePair(ctx, pair);
  const { rows } = await sql`
    delete from crm.contact_distinctions d
     where d.tenant_id = ${ctx.actor.tenantId}::uuid and ${isPair(sql`${pair.id}::uuid`, sql`${pair.otherId}::uuid`)} returning 1`.execute(
    ctx.db,
  );
  if (rows.length > 0) await announce(ctx, pair, 'retold');
}

/** Of a row `d`, whichever way round it was said. */
function isPair(one: RawBuilder<unknown>, other: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`((d.contact_id = ${one} and d.other_id = ${other}) or (d.contact_id = ${other} and d.other_id = ${one}))`;
}

async function requirePair(ctx: ActorContext, pair: ContactPair): Promise<ContactPair> {
  if (pair.id === pair.otherId) throw selfRefusal();
  for (const id of [pair.id, pair.otherId]) {
    const { deletedAt } = await getContact(ctx, id);
    if (deletedAt) throw archivedRefusal('contact');
  }
  return pair;
}

// Without the other's name: who sees only one of the two reads this.
async function announce(ctx: ActorContext, { id, otherId }: ContactPair, what: 'told_apart' | 'retold'): Promise<void> {
  for (const [one, two] of [
    [id, otherId],
    [otherId, id],
  ] as const)
    await ctx.emit({ type: `contact.${what}`, entity: 'contact', entityId: one, data: { otherId: two } });
}
