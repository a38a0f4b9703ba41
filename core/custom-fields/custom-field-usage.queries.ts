import { type ActorContext, COUNT_MAX } from '@aura/api';
import { sql } from '@aura/db';
import { getCustomField } from './custom-field.queries.ts';
import type { CustomField, CustomFieldUsage } from './custom-field.schema.ts';
import { hasOptions } from './custom-field.ts';

type Holders = { option: string; records: number; isEstimate: boolean };

/** How many records hold a value of this field, and each of its options; counted up to 10,000. */
export async function readCustomFieldUsage(ctx: ActorContext, id: string): Promise<CustomFieldUsage> {
  const field = await getCustomField(ctx, id);
  const [{ rows }, options] = await Promise.all([
    sql<{ count: number }>`
      select count(*)::int as count from (
        select from search.custom_values v where v.tenant_id = ${ctx.actor.tenantId} and v.entity = ${field.entity}
           and v.field_key = ${field.key} and ${sql.ref(`v.${field.type === 'number' ? 'number_value' : 'text_value'}`)} is not null
           and v.place = 0 limit ${sql.lit(COUNT_MAX + 1)}) held`.execute(ctx.db),
    hasOptions(field.type) ? countHolders(ctx, field, field.options) : [],
  ]);
  return { ...capped(rows[0]?.count ?? 0), options };
}

/** How many records hold each of these options. */
export async function countHolders(
  ctx: ActorContext,
  { entity, key }: Pick<CustomField, 'entity' | 'key'>,
  options: readonly string[],
): Promise<Holders[]> {
  const { rows } = await sql<{ option: string; count: number }>`
    select o.option, (
        select count(*)::int from (
          select from search.custom_values v where v.tenant_id = ${ctx.actor.tenantId} and v.entity = ${entity}
             and v.field_key = ${key} and v.text_value = left(search.fold(o.option), 200) limit ${sql.lit(COUNT_MAX + 1)}) held) as count
      from unnest(${[...options]}::text[]) with ordinality as o (option, place) order by o.place`.execute(ctx.db);
  return rows.map(({ option, count }) => ({ option, ...capped(count) }));
}

const capped = (count: number) => ({ records: Math.min(count, COUNT_MAX), isEstimate: count > COUNT_MAX });
