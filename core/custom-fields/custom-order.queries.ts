import type { ActorContext, ListOrder } from '@aura/api';
import { sql } from '@aura/db';
import { AppError, type CustomFieldsFilter, seesAll } from '@aura/kernel';
import { customFieldDefinitions } from './custom-field.queries.ts';
import type { CustomFieldEntity } from './custom-field.ts';
import { type CustomListed, ofField, requireCustomFilter, testOf } from './custom-filter.queries.ts';
import { sortColumnOf, type ValueColumn } from './custom-filter.ts';

// What is asked of a list's query here; each list has a type of its own.
type Part = {
  where: (condition: unknown) => Part;
  innerJoin: (table: string, on: (join: { on: (condition: unknown) => unknown }) => unknown) => Part;
  selectAll: (table: string) => Part;
  select: (columns: string[]) => Part;
  as: (table: string) => never;
};

type Asked = { sort: string | undefined; filter: CustomFieldsFilter | undefined; parts: readonly unknown[] };

/** How a list is sorted by a custom field: `customFields.region` or `-customFields.region`; undefined for another sort. */
export async function customOrder(
  ctx: ActorContext,
  listed: CustomListed & { isArchived?: boolean | undefined },
  { sort, filter, parts }: Asked,
): Promise<ListOrder | undefined> {
  const key = /^-?customFields\.(.+)$/.exec(sort ?? '')?.[1];
  if (key === undefined) return undefined;
  const column = await requireSortColumn(ctx, listed.entity, key);
  const table = listed.id.split('.')[0] ?? '';
  const values = sql`${ofField(ctx, { entity: listed.entity, key }, 'v')} and v.record_id = ${sql.ref(listed.id)}`;
  // A filter by the same field narrows the values themselves: without it those that pass may be the last ones.
  const narrowed = (await requireCustomFilter(ctx, listed.entity, filter)).filter((condition) => condition.key === key);
  const tests = narrowed.map((condition) => sql` and ${testOf(condition, 'v')}`);
  const owners = ownersOf(ctx, listed);
  const rows = (parts as Part[]).map((part, index) => {
    const owner = owners[index];
    const owned = owner ? sql` and v.owner_id = ${owner}` : sql``;
    const joined = part
      .innerJoin('search.custom_values as v', (join) =>
        join.on(
          sql`${values} and ${sql.ref(`v.${column}`)} is not null and v.is_archived = ${sql.lit(listed.isArchived ?? false)}${owned}${sql.join(tests, sql``)}`,
        ),
      )
      .selectAll(table)
      // The join's own id goes on: with the value it is one index condition.
      .select([`v.${column} as custom_order`, 'v.record_id as custom_order_id']);
    return ctx.listDb.selectFrom(joined.as(table));
  });
  const without = (parts as Part[]).map((part) =>
    // As a value and not as "not exists", which the planner would turn into a join of all.
    part.where(sql<boolean>`(select true from search.custom_values v where ${values} limit 1) is null`),
  );
  return {
    rows,
    sort: {
      column: `${table}.custom_order`,
      id: `${table}.custom_order_id`,
      type: column === 'number_value' ? 'float8' : 'text',
    },
    rest: narrowed.length > 0 ? null : { rows: without, sort: { column: `${table}.created_at`, type: 'timestamptz' } },
  };
}

async function requireSortColumn(ctx: ActorContext, entity: CustomFieldEntity, key: string): Promise<ValueColumn> {
  const definition = (await customFieldDefinitions(ctx, entity)).find((one) => one.key === key);
  if (!definition) return refuse('unknown_property', `There is no custom field ${key} here to sort by`);
  const column = sortColumnOf(definition);
  return column ?? refuse('invalid_value', `${definition.label} has several values, so there is no order by it`);
}

/** A rep's own part is read by its owner's index; see the parts of each list. */
function ownersOf(ctx: ActorContext, { sharedIds }: CustomListed): (string | null)[] {
  return sharedIds === undefined || seesAll(ctx.actor) ? [] : [ctx.actor.userId];
}

function refuse(code: string, message: string): never {
  throw new AppError('invalid', { field: 'sort', detail: message, issues: [{ path: 'sort', code, message }] });
}
