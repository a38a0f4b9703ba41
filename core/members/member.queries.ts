import { type ActorContext, listPage } from '@aura/api';
import { type Database, type Selectable, sql } from '@aura/db';
import { AppError, type Page, type Role } from '@aura/kernel';
import { memberAbilities } from './member.permissions.ts';
import type { MemberListInput, MemberOutput } from './member.schema.ts';

export type MemberRow = Selectable<Database['core.memberships']>;

export function memberOf(ctx: ActorContext, row: MemberRow): MemberOutput {
  return {
    userId: row.user_id,
    name: row.name,
    email: row.email,
    role: row.role as Role,
    status: row.status as MemberOutput['status'],
    department: row.department,
    title: row.title,
    avatarUrl: row.avatar_url,
    managerId: row.manager_id,
    deactivatedAt: row.deactivated_at?.toISOString() ?? null,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    abilities: memberAbilities(ctx.actor, row),
  };
}

export function listMembers(ctx: ActorContext, input: MemberListInput): Promise<Page<MemberOutput>> {
  const { role, status, q } = input;
  const rows = ctx.db
    .selectFrom('core.memberships as member')
    .where('member.tenant_id', '=', ctx.actor.tenantId)
    // Nobody is ever removed: there are no deleted members to list.
    .$if(input.deleted, (query) => query.where(sql<boolean>`false`))
    .$if(role !== undefined, (query) => query.where('member.role', '=', String(role)))
    .$if(status !== undefined, (query) => query.where('member.status', '=', String(status)))
    .$if(Boolean(q), (query) =>
      query.where(sql<boolean>`position(lower(${q}) in lower(member.name || ' ' || member.email)) > 0`),
    );
  return listPage<MemberRow & { id: string }, MemberOutput>(ctx, {
    rows,
    select: (query: typeof rows) => query.selectAll('member').select('member.user_id as id'),
    sorts: {
      name: { column: 'member.name', type: 'text' },
      createdAt: { column: 'member.created_at', type: 'timestamptz' },
    },
    defaultSort: 'name',
    id: 'member.user_id',
    input,
    list: 'members.list',
    toItem: (row) => memberOf(ctx, row),
  });
}

const NAMES_MAX = 2_000;

export async function listMemberNames(ctx: ActorContext) {
  const rows = await ctx.db
    .selectFrom('core.memberships')
    .select(['user_id', 'name', 'status', 'role', 'avatar_url'])
    .where('tenant_id', '=', ctx.actor.tenantId)
    .orderBy('name')
    .limit(NAMES_MAX)
    .execute();
  return rows.map((row) => ({
    userId: row.user_id,
    name: row.name,
    status: row.status as MemberOutput['status'],
    role: row.role as Role,
    avatarUrl: row.avatar_url,
  }));
}

export function findMember({ db, actor }: ActorContext, userId: string): Promise<MemberRow | undefined> {
  return db
    .selectFrom('core.memberships')
    .selectAll()
    .where('tenant_id', '=', actor.tenantId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
}

/** Whether `userId` stands above `managerId` already: then they cannot also report to them. */
export async function reportsTo({ db, actor }: ActorContext, managerId: string, userId: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    with recursive above (id) as (
      select ${managerId}::uuid
      union
      select m.manager_id from core.memberships m join above a on a.id = m.user_id
       where m.tenant_id = ${actor.tenantId} and m.manager_id is not null
    ) select exists (select from above where id = ${userId}::uuid) as found`.execute(db);
  return rows[0]?.found ?? false;
}

/** Only active members are given a part in a record. Throws invalid on `field`. */
export async function requireActiveMembers(ctx: ActorContext, userIds: string[], field: string): Promise<void> {
  if (userIds.length === 0) return;
  const rows = await ctx.db
    .selectFrom('core.memberships')
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('user_id', 'in', userIds)
    .where('status', '=', 'active')
    .select('user_id')
    .execute();
  if (rows.length === new Set(userIds).size) return;
  throw new AppError('invalid', {
    reason: 'unknown_reference',
    field,
    detail: 'Choose active members of this workspace',
  });
}
