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
export async function requireCustomFilter(
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

/** Up to this many records go into the list's query by their ids. */
const IDS_MAX = 2_000;

/**
 * A condition for a list query, and how many records it admits; null without any. Which form of condition is fast depends
 * on how many match, so that is counted first (capped), as a search does.
 */
export async function matchCustomFields(
  ctx: ActorContext,
  { isArchived = false, ...listed }: CustomListed & { isArchived?: boolean | undefined },
  filter: CustomFieldsFilter | undefined,
): Promise<CustomMatch | null> {
  const conditions = await requireCustomFilter(ctx, listed.entity, filter);
  if (conditions.length === 0) return null;
  const asked = { ...listed, conditions, isArchived };
  const ordered = conditions.length === 1 ? conditions : await rarestFirst(ctx, asked);
  const { matches, ids } = await findRecords(ctx, asked, ordered);
  if (ids) return { where: among(asked, sql`${ids}::uuid[]`), count: matches };
  if (matches <= COUNT_MAX)
    return { where: among(asked, sql`array(${recordsOf(ctx, asked, ordered)})`), count: matches };
  return { where: all(conditions.map((condition) => hasValue(ctx, asked, condition))), count: matches };
}

async function rarestFirst(ctx: ActorContext, asked: Asked): Promise<CustomCondition[]> {
  const counts = asked.conditions.map(
    (condition) =>
      sql`(select count(*)::int from (${recordsOf(ctx, asked, [condition])} limit ${sql.lit(COUNT_MAX + 1)}) found)`,
  );
  const { rows } = await sql<{ counts: number[] }>`select array[${sql.join(counts)}] as counts`.execute(ctx.listDb);
  return asked.conditions
    .map((condition, index) => ({ condition, matches: rows[0]?.counts[index] ?? 0 }))
    .toSorted((a, b) => a.matches - b.matches)
    .map(({ condition }) => condition);
}

async function findRecords(ctx: ActorContext, asked: Asked, conditions: CustomCondition[]) {
  // A record stands once for each of the options that were asked for.
  const [{ test, hasMany }] = conditions as [CustomCondition];
  const times = hasMany && test.kind === 'any' ? test.values.length : 1;
  const { rows } = await sql<{ matches: number; ids: string[] | null }>`
    with found as materialized (
           select distinct record_id from (${recordsOf(ctx, asked, conditions)} limit ${sql.lit((COUNT_MAX + 1) * times)}) every
         ), counted as materialized (select count(*)::int as matches from found)
    select matches, case when matches <= ${sql.lit(isOfOne(ctx, asked) ? COUNT_MAX : IDS_MAX)} then array(select record_id from found) end as ids from counted`.execute(
    ctx.listDb,
  );
  return { matches: rows[0]?.matches ?? 0, ids: rows[0]?.ids ?? null };
}

function among({ id }: Asked, ids: RawBuilder<unknown>): Condition {
  return sql<boolean>`${sql.ref(id)} = any (${ids})`;
}

// As a value and not as "exists": the planner would turn that into a join, and read the many that pass before the list's
// order, of which a page needs a few.
function hasValue(ctx: ActorContext, { entity, id }: Asked, condition: CustomCondition): Condition {
  return sql<boolean>`(select true from search.custom_values v where ${ofField(ctx, { entity, key: condition.key }, 'v')}
    and v.record_id = ${sql.ref(id)} and ${testOf(condition, 'v')} limit 1)`;
}

/**
 * The records that have all values, found by the first. A rep's are asked for as theirs and those shared with them,
 * because each part has an index; the policy's "or" over both would scan the tenant's. The policy still applies.
 */
function recordsOf(ctx: ActorContext, asked: Asked, conditions: readonly CustomCondition[]): RawBuilder<unknown> {
  const { sharedIds } = asked;
  if (!isOfOne(ctx, asked)) return recordsWith(ctx, asked, conditions);
  const me = ctx.actor.userId;
  const all = { ...asked, isFew: true };
  return sql`${recordsWith(ctx, { ...asked, ownerId: me }, conditions)}
    union all ${recordsWith(ctx, all, conditions)} and one.owner_id <> ${me} and one.record_id = any (array(${sharedIds}))`;
}

/** A rep's list asks in two parts: finding the records again for each costs more than sending their ids. */
const isOfOne = (ctx: ActorContext, { sharedIds }: Asked): boolean => sharedIds !== undefined && !seesAll(ctx.actor);

/** `ownerId`: of these alone; `isFew`: the records are told by something else, so each is asked. */
type Reading = Asked & { ownerId?: string; isFew?: boolean };

function recordsWith(
  ctx: ActorContext,
  reading: Reading,
  [first, ...others]: readonly CustomCondition[],
): RawBuilder<unknown> {
  if (!first) throw new Error('A filter has at least one condition.');
  const { entity, isArchived, ownerId, isFew } = reading;
  const owned = (alias: string) => (ownerId ? [sql<boolean>`${sql.ref(`${alias}.owner_id`)} = ${ownerId}`] : []);
  const beside = (other: CustomCondition): Condition =>
    // The records of one value stand in their order: two such lists are merged, far cheaper than asking each of one for the other.
    !isFew && isOneValue(first) && isOneValue(other)
      ? sql<boolean>`exists (select from search.custom_values v where ${all([ofField(ctx, { entity, key: other.key }, 'v'), ...owned('v')])}
          and v.record_id = one.record_id and ${testOf(other, 'v')})`
      : hasValue(ctx, { ...reading, id: 'one.record_id' }, other);
  const tests = [
    ofField(ctx, { entity, key: first.key }, 'one'),
    testOf(first, 'one'),
    isArchived ? sql<boolean>`one.is_archived` : sql<boolean>`not one.is_archived`,
    ...owned('one'),
    ...others.map(beside),
  ];
  return sql`select one.record_id from search.custom_values one where ${sql.join(tests, sql` and `)}`;
}

const isOneValue = ({ test }: CustomCondition): boolean => test.kind === 'any' && test.values.length === 1;

type FieldOf = { entity: CustomFieldEntity; key: string };

/** The values of one field. */
export function ofField(ctx: ActorContext, { entity, key }: FieldOf, alias: string): Condition {
  const column = (name: string): RawBuilder<unknown> => sql.ref(`${alias}.${name}`);
  return sql<boolean>`${column('tenant_id')} = ${ctx.actor.tenantId} and ${column('entity')} = ${entity} and ${column('field_key')} = ${key}`;
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
