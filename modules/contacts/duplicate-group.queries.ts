import { type ActorContext, readCursor, writeCursor } from '@aura/api';
import { sql } from '@aura/db';
import { splitTold } from './contact-distinction.queries.ts';
import { BRIEF, type BriefRow, briefOf } from './contact-duplicate.queries.ts';
import type { DuplicateGroups, DuplicateGroupsInput } from './contact-duplicate.schema.ts';
import { isSamePhone } from './contact-likeness.ts';

/** A group's key, in the order of its index. */
type Key = { key: string; id: string };
type Member = BriefRow & { group_key: string; group_id: string };

/** A number that many have is a switchboard, not one person. */
const PHONE_GROUP_MAX = 10;
const SHOWN_MAX = 10;
const NO_ID = '00000000-0000-0000-0000-000000000000';
/** Batches that are looked through for one page, where most neighbours turn out to be different. */
const BATCHES_MAX = 5;

/** Contacts that are likely one person, group by group: neighbours in an index, read in its order without sorting. */
export async function listDuplicateGroups(ctx: ActorContext, input: DuplicateGroupsInput): Promise<DuplicateGroups> {
  const { by, limit, cursor } = input;
  const scope = { secret: ctx.platform.secret, tenantId: ctx.actor.tenantId, list: `contacts.duplicates:${by}` };
  const position = cursor ? readCursor(scope, cursor) : null;
  let after: Key | null = position ? { key: position.value, id: position.id } : null;
  const items: DuplicateGroups['items'] = [];
  const kind = KINDS[by];
  for (let batch = 0; batch < BATCHES_MAX && items.length === 0; batch += 1) {
    const keys: Key[] = await kind.keys(ctx, after, limit);
    const members = keys.length === 0 ? [] : await kind.members(ctx, keys);
    const groups = keys.map(({ key, id }) => members.filter((row) => row.group_key === key && row.group_id === id));
    const alike = await splitTold(ctx, groups.flatMap(kind.alike));
    items.push(...alike.map((rows) => ({ contacts: rows.map(briefOf) })));
    after = keys.length < limit ? null : (keys.at(-1) ?? null);
    if (!after) break;
  }
  return { items, nextCursor: after ? writeCursor(scope, { value: after.key, id: after.id }) : null };
}

type Kind = {
  keys: (ctx: ActorContext, after: Key | null, limit: number) => Promise<Key[]>;
  members: (ctx: ActorContext, keys: Key[]) => Promise<Member[]>;
  /** Those of a key that are alike indeed. */
  alike: (rows: Member[]) => Member[][];
};

const KINDS: Readonly<Record<DuplicateGroupsInput['by'], Kind>> = {
  phone: { keys: phoneKeys, members: ofPhones, alike: sameNumbers },
  name: { keys: nameKeys, members: ofNames, alike: (rows) => [rows] },
};

async function phoneKeys(ctx: ActorContext, after: Key | null, limit: number): Promise<Key[]> {
  const beyond = after ? sql` and c.phone_key > ${after.key}` : sql``;
  const { rows } = await sql<Key>`
    select c.phone_key as key, ${NO_ID} as id from crm.contacts c
     where c.tenant_id = ${ctx.actor.tenantId}::uuid and c.deleted_at is null and c.phone_key is not null${beyond}
     group by c.phone_key having count(*) between 2 and ${sql.lit(PHONE_GROUP_MAX)} order by c.phone_key limit ${sql.lit(limit)}`.execute(
    ctx.listDb,
  );
  return rows;
}

async function nameKeys(ctx: ActorContext, after: Key | null, limit: number): Promise<Key[]> {
  const beyond = after ? sql` and (c.organization_id, c.name_norm) > (${after.id}::uuid, ${after.key})` : sql``;
  const { rows } = await sql<Key>`
    select c.organization_id as id, c.name_norm as key from crm.contacts c
     where c.tenant_id = ${ctx.actor.tenantId}::uuid and c.deleted_at is null and c.organization_id is not null${beyond}
     group by c.organization_id, c.name_norm having count(*) > 1 order by c.organization_id, c.name_norm limit ${sql.lit(limit)}`.execute(
    ctx.listDb,
  );
  return rows;
}

async function ofPhones(ctx: ActorContext, keys: Key[]): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select ${BRIEF}, c.phone_key as group_key, ${NO_ID} as group_id from crm.contacts c
     where c.tenant_id = ${ctx.actor.tenantId}::uuid and c.deleted_at is null and c.phone_key = any (${keys.map(({ key }) => key)}::text[])
     order by c.id limit ${sql.lit(keys.length * PHONE_GROUP_MAX)}`.execute(ctx.listDb);
  return rows;
}

async function ofNames(ctx: ActorContext, keys: Key[]): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select member.* from unnest(${keys.map(({ id }) => id)}::uuid[], ${keys.map(({ key }) => key)}::text[]) wanted (id, key)
     cross join lateral (
       select ${BRIEF}, c.name_norm as group_key, c.organization_id as group_id from crm.contacts c
        where c.tenant_id = ${ctx.actor.tenantId}::uuid and c.deleted_at is null and c.organization_id = wanted.id and c.name_norm = wanted.key
        order by c.id limit ${sql.lit(SHOWN_MAX)}) member`.execute(ctx.listDb);
  return rows;
}

/** Numbers that end alike need not be the same: those that are, together. */
function sameNumbers(rows: Member[]): Member[][] {
  const groups: Member[][] = [];
  for (const row of rows) {
    const group = groups.find(([first]) => isSamePhone(first?.phone ?? '', row.phone ?? ''));
    if (group) group.push(row);
    else groups.push([row]);
  }
  return groups.filter((group) => group.length > 1);
}
