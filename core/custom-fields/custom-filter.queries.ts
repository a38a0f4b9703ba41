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
/** `firstMax`: so many records of the first condition. */
type Asked = CustomListed & { conditions: CustomCondition[]; isArchived: boolean; firstMax?: number };

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

/** How many records of the rarest value are looked at first: more than a list counts has been found by then, mostly. */
const FIRST_MAX = 50_000;

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
  const { matches, ids, ordered } = await findTogether(ctx, asked);
  if (ids) return { where: among(asked, sql`${ids}::uuid[]`), count: matches };
  if (matches <= COUNT_MAX)
    return { where: among(asked, sql`array(${recordsOf(ctx, asked, ordered)})`), count: matches };
  return { where: all(conditions.map((condition) => hasValue(ctx, asked, condition))), count: matches };
}

type Matched = { matches: number; ids: string[] | null };

/** Records that have all values. Where even the rarest one is common, its first records tell whether they are too many to count. */
async function findTogether(ctx: ActorContext, asked: Asked): Promise<Matched & { ordered: CustomCondition[] }> {
  const { conditions } = asked;
  if (conditions.length === 1) return { ...(await findRecords(ctx, asked, conditions)), ordered: conditions };
  const counted = await rarestFirst(ctx, asked);
  const ordered = counted.map(({ condition }) => condition);
  if ((counted[0]?.matches ?? 0) > FIRST_MAX) {
    const found = await findRecords(ctx, { ...asked, firstMax: FIRST_MAX }, ordered);
    if (found.matches > COUNT_MAX) return { ...found, ordered };
  }
  return { ...(await findRecords(ctx, asked, ordered)), ordered };
}

async function rarestFirst(
  ctx: ActorContext,
  asked: Asked,
): Promise<{ condition: CustomCondition; matches: number }[]> {
  const counts = asked.conditions.map(
    (condition) =>
      sql`(select count(*)::int from (${recordsOf(ctx, asked, [condition])} limit ${sql.lit(FIRST_MAX + 1)}) found)`,
  );
  const { rows } = await sql<{ counts: number[] }>`select array[${sql.join(counts)}] as counts`.execute(ctx.listDb);
  return asked.conditions
    .map((condition, index) => ({ condition, matches: rows[0]?.counts[index] ?? 0 }))
    .toSorted((a, b) => a.matches - b.matches);
}

async function findRecords(ctx: ActorContext, asked: Asked, conditions: CustomCondition[]): Promise<Matched> {
  // A record stands once for each of the options that were asked for.
  const times = Math.max(
    ...conditions.map(({ test, hasMany }) => (hasMany && test.kind === 'any' ? test.values.length : 1)),
  );
  const idsMax = isOfOne(ctx, asked) || conditions.length > 1 ? COUNT_MAX : IDS_MAX;
  const { rows } = await sql<Matched>`
    with found as materialized (
           select distinct record_id from (${recordsOf(ctx, asked, conditions)} limit ${sql.lit((COUNT_MAX + 1) * times)}) every
         ), counted as materialized (select count(*)::int as matches from found)
    select matches, case when matches <= ${sql.lit(idsMax)} then array(select record_id from found) end as ids from counted`.execute(
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
  const { isArchived, isFew, firstMax } = reading;
  const each = isFew ? others.map((other) => hasValue(ctx, { ...reading, id: 'one.record_id' }, other)) : [];
  const archived = isArchived ? sql<boolean>`one.is_archived` : sql<boolean>`not one.is_archived`;
  const found = sql`${valuesOf(ctx, reading, first)} and ${sql.join([archived, ...each], sql` and `)}`;
  if (isFew || others.length === 0) return found;
  // Sorted once, the ids walk through the other value's index: far cheaper than asking each record on its own.
  const capped = firstMax === undefined ? found : sql`${found} limit ${sql.lit(firstMax)}`;
  return others.reduce<RawBuilder<unknown>>(
    (ids, other) => sql`${valuesOf(ctx, reading, other)} and one.record_id = any (array(${ids}))`,
    capped,
  );
}

function valuesOf(ctx: ActorContext, { entity, ownerId }: Reading, condition: CustomCondition): RawBuilder<unknown> {
  const owned = ownerId ? [sql<boolean>`one.owner_id = ${ownerId}`] : [];
  const tests = [ofField(ctx, { entity, key: condition.key }, 'one'), testOf(condition, 'one'), ...owned];
  return sql`select one.record_id from search.custom_values one where ${sql.join(tests, sql` and `)}`;
}

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
