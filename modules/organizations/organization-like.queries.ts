import type { ActorContext } from '@aura/api';
import { sql } from '@aura/db';
import { uuid } from '@aura/kernel';
import { z } from 'zod';

export const organizationLikeInput = z.strictObject({
  name: z.string().trim().max(200),
  exceptId: uuid.optional().meta({ description: 'The organization that is being edited' }),
});
export const organizationLikeOutput = z.object({
  items: z.array(z.object({ id: uuid, name: z.string(), openDeals: z.int() }).meta({ id: 'LikeOrganization' })),
});
type LikeOrganization = z.output<typeof organizationLikeOutput>['items'][number];

const CANDIDATES_MAX = 50;
const SHOWN_MAX = 3;
const LEGAL_FORM =
  /[\s,.]+(ltd|limited|inc|incorporated|llc|llp|plc|corp|corporation|co|company|gmbh|ag|kg|bv|b\.v|nv|sa|sas|sarl|srl|spa|oy|ab|as|a\/s|pty|pte)\.?$/i;

/** "Acme", "ACME Ltd." and "acme, inc" are likely one company. */
export function bareName(name: string): string {
  const bare = name.trim().replace(LEGAL_FORM, '');
  return bare === name.trim() ? bare.replace(/[\s,.]+$/, '') : bareName(bare);
}

/** Organizations that are called like this one, whatever their legal form; with the open deals that the person sees. */
export async function findLikeOrganizations(
  ctx: ActorContext,
  { name, exceptId }: z.output<typeof organizationLikeInput>,
): Promise<LikeOrganization[]> {
  const bare = bareName(name);
  if (bare.length < 2) return [];
  const { rows } = await sql<{ id: string; name: string; open_deals: number }>`
    select o.id, o.name,
           (select count(*)::int from crm.deals d where d.tenant_id = o.tenant_id and d.organization_id = o.id and d.status = 'open' and d.deleted_at is null) as open_deals
      from crm.organizations o
     where o.tenant_id = ${ctx.actor.tenantId}::uuid and o.deleted_at is null and o.name_norm ^@ search.fold(${bare})
     order by o.name_norm, o.id limit ${sql.lit(CANDIDATES_MAX)}`.execute(ctx.listDb);
  return rows
    .filter((row) => row.id !== exceptId && bareName(row.name).length === bare.length)
    .slice(0, SHOWN_MAX)
    .map((row) => ({ id: row.id, name: row.name, openDeals: row.open_deals }));
}
