import type { ActorContext, ListOrder } from '@aura/api';
import { sql } from '@aura/db';
import { AppError, seesAll } from '@aura/kernel';
import { customFieldDefinitions } from './custom-field.queries.ts';
import { sortColumnOf } from './custom-filter.ts';
import { type CustomListed, ofField } from './custom-filter.queries.ts';

// What is asked of a list's query here; each list has a type of its own.
type Part = {
  where: (condition: unknown) => Part;
  innerJoin: (table: string, on: (join: { on: (condition: unknown) => unknown }) => unknown) => Part;
  selectAll: (table: string) => Part;
  select: (columns: string[]) => Part;
  as: (table: string) => never;
};

/** How a list is sorted by a custom field: `customFields.region` or `-customFields.region`; undefined for another sort. */
export async function customOrder(
  ctx: ActorContext,
  listed: CustomListed & { isArchived?: boolean | undefined },
  { sort, parts }: { sort: string | undefined; parts: readonly unknown[] },
): Promise<ListOrder | undefined> {
  const key = /^-?customFields\.(.+)$/.exec(sort ?? '')?.[1];
  if (key === undefined) return undefined;
  const definition = (await customFieldDefinitions(ctx, listed.entity)).find((one) => one.key === key);
  if (!definition) return refuse('unknown_property', `There is no custom field ${key} here to sort by`);
  const column = sortColumnOf(definition);
  if (!column) return refuse('invalid_value', `${definition.label} has several values, so there is no order by it`);
  const table = listed.id.split('.')[0] ?? '';
  const values = sql`${ofField(ctx, listed.entity, key)} and v.record_id = ${sql.ref(listed.id)}`;
  const mine = ownershipOf(ctx, listed);
  return {
    rows: (parts as Part[]).map((part, index) => {
      const owned = mine[index] ? sql`and v.owner_id = ${mine[index]}` : sql``;
      // The join's own id goes on: with the value it is one index condition.
      const joined = part
        .innerJoin('search.custom_values as v', (join) =>
          join.on(
            sql<boolean>`${values} and ${sql.ref(`v.${column}`)} is not null and v.is_archived = ${sql.lit(listed.isArchived ?? false)} ${owned}`,
          ),
        )
        .selectAll(table)
        .select([`v.${column} as custom_order`, 'v.record_id as custom_order_id']);
      return ctx.listDb.selectFrom(joined.as(table));
    }),
    sort: {
      column: `${table}.custom_order`,
      id: `${table}.custom_order_id`,
      type: column === 'number_value' ? 'float8' : 'text',
    },
    rest: {
      rows: (parts as Part[]).map((part) =>
        part.where(sql<boolean>`not exists (select from search.custom_values v where ${values})`),
      ),
      sort: { column: `${table}.created_at`, type: 'timestamptz' },
    },
  };
}

/** A rep's own part is read by its owner's index; see the parts of each list. */
function ownershipOf(ctx: ActorContext, { sharedIds }: CustomListed): (string | null)[] {
  return sharedIds === undefined || seesAll(ctx.actor) ? [] : [ctx.actor.userId];
}

function refuse(code: string, message: string): never {
  throw new AppError('invalid', { field: 'sort', detail: message, issues: [{ path: 'sort', code, message }] });
}
