import type { ActorContext } from '@aura/api';
import { sql, type TenantDb } from '@aura/db';

export type AccessRule = { name: string; text: string; holds: boolean };

type Policy = { name: string; text: string | null; condition: string };

/**
 * The read policies of a table for the role that `member` runs under, each with whether it lets the record through. Asked
 * in the member's own context: where no policy holds, the record is not visible, whatever its conditions say.
 */
export async function readRules(member: TenantDb, table: string, recordId: string): Promise<AccessRule[]> {
  const { rows: policies } = await sql<Policy>`
    select policy.polname as name, pg_catalog.obj_description(policy.oid, 'pg_policy') as text,
           pg_catalog.pg_get_expr(policy.polqual, policy.polrelid) as condition
      from pg_catalog.pg_policy policy
     where policy.polrelid = ${table}::pg_catalog.regclass and policy.polcmd in ('r', '*') and policy.polpermissive
       and (select oid from pg_catalog.pg_roles where rolname = current_user) = any (policy.polroles)
     order by policy.polname`.execute(member);
  const rules: AccessRule[] = [];
  for (const { name, text, condition } of policies) {
    // The condition is the catalogue's own text, so it is what the database applies; nothing in it comes from a request.
    const { rows } = await sql<{ holds: boolean }>`
      select exists (select from ${sql.table(table)} where id = ${recordId}::uuid and (${sql.raw(condition)})) as holds`.execute(
      member,
    );
    rules.push({ name, text: text ?? '', holds: rows[0]?.holds === true });
  }
  return rules;
}

export type AskedMember = { userId: string; name: string; role: string; status: string };

/** The members of these ids, whatever their status, by user id. */
export async function readMembers(ctx: ActorContext, userIds: readonly string[]): Promise<Map<string, AskedMember>> {
  if (userIds.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('core.memberships as member')
    .where('member.tenant_id', '=', ctx.actor.tenantId)
    .where('member.user_id', 'in', [...new Set(userIds)])
    .select(['member.user_id as userId', 'member.name', 'member.role', 'member.status'])
    .execute();
  return new Map(rows.map((row) => [row.userId, row]));
}
