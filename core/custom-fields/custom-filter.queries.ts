import { type ActorContext, COUNT_MAX } from '@aura/api';
import { type RawBuilder, sql } from '@aura/db';
import { AppError, type CustomFieldsFilter, seesAll } from '@aura/kernel';
import { customFieldDefinitions } from './custom-field.queries.ts';
import type { CustomFieldEntity } from './custom-field.ts';
import { type CustomCondition, readCustomFilter } from './custom-filter.ts';

export type CustomListed = {
  entity: CustomFieldEntity;
  /** Qualified id column of the list, `contact.id`. */
  id: string;
  /** For records with owners: a query of the ids that are shared with the person, `select crm.shared_contact_ids()`. */
  sharedIds?: RawBuilder<unknown>;
};

type Condition = RawBuilder<boolean>;
type Asked = CustomListed & { conditions: CustomCondition[]; isArchived: boolean };

/** The filter's conditions. Throws 422 with a path per key (`customFields.seats.min`) where one does not fit its field. */
async function requireCustomFilter(
  ctx: ActorContext,
  entity: CustomFieldEntity,
  filter: CustomFieldsFilter | undefined,
): Promise<CustomCondition[]> {
  const { conditions, issues } = await tryCustomFilter(ctx, entity, filter);
  if (issues.length > 0) throw new AppError('invalid', { detail: issues[0]?.message ?? '', issues });
  return conditions;
}

/** The same without throwing, for a filter that is part of something else. */
export async function tryCustomFilter(
  ctx: ActorContext,
  entity: CustomFieldEntity,
  filter: CustomFieldsFilter | undefined,
): Promise<ReturnType<typeof readCustomFilter>> {
  if (!filter || Object.keys(filter).length === 0) return { conditions: [], issues: [] };
  return readCustomFilter(await customFieldDefinitions(ctx, entity), filter);
}

export type CustomMatch = { where: Condition; count: number };

/**
 * A condition for a list query, and how many records it admits; null without any. Which form of condition is fast depends
 * on how many match, so that is counted first (one round trip, capped), as a search does.
 */
export async function matchCustomFields(
  ctx: ActorContext,
  { isArchived = false, ...listed }: CustomListed & { isArchived?: boolean | undefined },
  filter: CustomFieldsFilter | undefined,
): Promise<CustomMatch | null> {
  const conditions = await requireCustomFilter(ctx, listed.entity, filter);
  if (conditions.length === 0) return null;
  const asked = { ...listed, conditions, isArchived };
  const [rarest, ...others] = await countEach(ctx, asked);
  if (!rarest || rarest.matches === 0) return { where: sql<boolean>`false`, count: 0 };
  if (others.length > 0) return findTogether(ctx, asked, [rarest, ...others]);
  if (rarest.matches <= COUNT_MAX)
    return { where: among(asked, sql`array(${recordsOf(ctx, asked, rarest.condition)})`), count: rarest.matches };
  return { where: ofEachRow(ctx, asked), count: rarest.matches };
}

type Counted = { condition: CustomCondition; matches: number };

/** The rarest first; each is counted up to one more than a list counts. */
async function countEach(ctx: ActorContext, asked: Asked): Promise<Counted[]> {
  const counts = asked.conditions.map(
    (condition) =>
      sql`(select count(*)::int from (${recordsOf(ctx, asked, condition)} limit ${sql.lit(COUNT_MAX + 1)}) found)`,
  );
  const { rows } = await sql<{ counts: number[] }>`select array[${sql.join(counts)}] as counts`.execute(ctx.listDb);
  return asked.conditions
    .map((condition, index) => ({ condition, matches: rows[0]?.counts[index] ?? 0 }))
    .toSorted((a, b) => a.matches - b.matches);
}

/** Several conditions: the rarest one's records are asked for the others; common ones are read once and compared. */
async function findTogether(ctx: ActorContext, asked: Asked, [rarest, ...others]: [Counted, ...Counted[]]) {
  const records =
    rarest.matches <= COUNT_MAX
      ? sql`select one.record_id from (${recordsOf(ctx, asked, rarest.condition)}) one
             where ${all(others.map(({ condition }) => hasValue(ctx, { ...asked, id: 'one.record_id' }, condition)))}`
      : sql.join(
          [rarest, ...others].map(({ condition }) => sql`(${recordsOf(ctx, asked, condition)})`),
          sql` intersect `,
        );
  const { rows } = await sql<{ ids: string[] }>`
    select array(select record_id from (${records}) found limit ${sql.lit(COUNT_MAX + 1)}) as ids`.execute(ctx.listDb);
  const ids = rows[0]?.ids ?? [];
  const where = ids.length <= COUNT_MAX ? among(asked, sql`${ids}::uuid[]`) : ofEachRow(ctx, asked);
  return { where, count: ids.length };
}

function among({ id }: Asked, ids: RawBuilder<unknown>): Condition {
  return sql<boolean>`${sql.ref(id)} = any (${ids})`;
}

function ofEachRow(ctx: ActorContext, asked: Asked): Condition {
  return all(asked.conditions.map((condition) => hasValue(ctx, asked, condition)));
}

function hasValue(ctx: ActorContext, { entity, id }: Asked, condition: CustomCondition): Condition {
  return sql<boolean>`exists (select from search.custom_values v where ${ofField(ctx, entity, condition.key)}
    and v.record_id = ${sql.ref(id)} and ${testOf(condition, 'v')})`;
}

/**
 * The records whose value passes. A rep's are asked for as theirs and those shared with them, because each part has an
 * index; the policy's "or" over both would scan the tenant's. The policy still applies.
 */
function recordsOf(ctx: ActorContext, asked: Asked, condition: CustomCondition): RawBuilder<unknown> {
  const { entity, sharedIds, isArchived } = asked;
  const distinct = condition.hasMany ? sql`distinct` : sql``;
  const records = sql`select ${distinct} v.record_id from search.custom_values v where ${ofField(ctx, entity, condition.key)}
    and ${testOf(condition, 'v')} and ${isArchived ? sql`v.is_archived` : sql`not v.is_archived`}`;
  if (sharedIds === undefined || seesAll(ctx.actor)) return records;
  const me = ctx.actor.userId;
  return sql`${records} and v.owner_id = ${me} union all ${records} and v.owner_id <> ${me} and v.record_id = any (array(${sharedIds}))`;
}

/** The values of one field, under the alias `v`. */
export function ofField(ctx: ActorContext, entity: CustomFieldEntity, key: string): Condition {
  return sql<boolean>`v.tenant_id = ${ctx.actor.tenantId} and v.entity = ${entity} and v.field_key = ${key}`;
}

/** Only operators that are leakproof, so that each can use its index beneath the policies. */
export function testOf({ column, test }: CustomCondition, alias: string): Condition {
  const value = sql.ref(`${alias}.${column}`);
  const known = (given: string | number): RawBuilder<unknown> =>
    column === 'number_value' ? sql`${given}::float8` : sql`left(search.fold(${given}), 200)`;
  switch (test.kind) {
    case 'any':
      return test.values.length === 1
        ? sql<boolean>`${value} = ${known(test.values[0] ?? '')}`
        : sql<boolean>`${value} in (${sql.join(test.values.map(known))})`;
    case 'begins':
      // U+10FFFF is the last character there is, so the range holds exactly what begins with the text ("C" collation).
      return sql<boolean>`${value} >= ${known(test.prefix)} and ${value} < ${known(test.prefix)} || chr(1114111)`;
    case 'range':
      return all([
        ...(test.from === undefined ? [] : [sql<boolean>`${value} >= ${known(test.from)}`]),
        ...(test.to === undefined ? [] : [sql<boolean>`${value} <= ${known(test.to)}`]),
      ]);
  }
}

function all(conditions: Condition[]): Condition {
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}
