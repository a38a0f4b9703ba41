import type { ActorContext } from '@aura/api';
import { type RawBuilder, sql } from '@aura/db';

/** A contact `c` that nobody told apart from this one. */
export function mayBe(ctx: ActorContext, id: string | undefined): RawBuilder<unknown> {
  if (!id) return sql`true`;
  const { tenantId } = ctx.actor;
  return sql`not exists (select from crm.contact_distinctions d where d.tenant_id = ${tenantId}::uuid and d.contact_id = c.id and d.other_id = ${id}::uuid)
    and not exists (select from crm.contact_distinctions d where d.tenant_id = ${tenantId}::uuid and d.other_id = c.id and d.contact_id = ${id}::uuid)`;
}

/** Groups without those that were told apart: each contact joins the first in which it may be everyone. */
export async function splitTold<Row extends { id: string }>(ctx: ActorContext, groups: Row[][]): Promise<Row[][]> {
  const ids = [...new Set(groups.flat().map(({ id }) => id))];
  if (ids.length === 0) return groups;
  const { rows } = await sql<{ contact_id: string; other_id: string }>`
    select d.contact_id, d.other_id from crm.contact_distinctions d
     where d.tenant_id = ${ctx.actor.tenantId}::uuid and d.contact_id = any (${ids}::uuid[]) and d.other_id = any (${ids}::uuid[])`.execute(
    ctx.listDb,
  );
  if (rows.length === 0) return groups;
  const told = new Set(rows.flatMap(({ contact_id: one, other_id: two }) => [`${one} ${two}`, `${two} ${one}`]));
  return groups.flatMap((group) => split(group, (one, two) => told.has(`${one.id} ${two.id}`)));
}

function split<Row>(rows: readonly Row[], areTold: (one: Row, two: Row) => boolean): Row[][] {
  const parts: Row[][] = [];
  for (const row of rows) {
    const part = parts.find((members) => !members.some((member) => areTold(member, row)));
    if (part) part.push(row);
    else parts.push([row]);
  }
  return parts.filter((part) => part.length > 1);
}
