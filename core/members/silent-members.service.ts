import { randomUUID } from 'node:crypto';
import type { ActorContext } from '@aura/api';
import { ensureUsers } from '@aura/identity';
import type { Role } from '@aura/kernel';

export type SilentMember = {
  name: string;
  email: string;
  role: Role;
  department?: string | null;
  title?: string | null;
  managerId?: string | null;
};
export type SilentOutcome = { email: string; userId: string; outcome: 'created' | 'exists' };

/**
 * Active members without a mail or a password, for the import of a team: they enter after a reset or an invitation.
 * Whoever has a membership (by e-mail) keeps it. `dry-run` makes no person, only what the transaction rolls back.
 */
export async function createMembersSilently(
  ctx: ActorContext,
  people: readonly SilentMember[],
  mode: 'real' | 'dry-run',
): Promise<SilentOutcome[]> {
  const wanted = [...new Map(people.map((person) => [person.email.toLowerCase(), person])).entries()];
  if (wanted.length === 0) return [];
  const known = await findByEmail(
    ctx,
    wanted.map(([address]) => address),
  );
  const added = wanted.filter(([address]) => !known.has(address)).map(([, person]) => person);
  const userIds =
    mode === 'real'
      ? await userIdsOf(ctx, added)
      : new Map(added.map((person) => [person.email.toLowerCase(), randomUUID()]));
  if (added.length > 0)
    await ctx.db
      .insertInto('core.memberships')
      .values(added.map((person) => rowOf(person, userIds)))
      .execute();
  for (const person of added) {
    await ctx.emit({ type: 'member.added', entity: 'member', entityId: idOf(userIds, person), data: { by: 'import' } });
  }
  return wanted.map(([address, person]) => {
    const userId = known.get(address);
    return userId
      ? { email: person.email, userId, outcome: 'exists' }
      : { email: person.email, userId: idOf(userIds, person), outcome: 'created' };
  });
}

async function findByEmail({ db, actor }: ActorContext, addresses: string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('core.memberships')
    .select(['email_norm', 'user_id'])
    .where('tenant_id', '=', actor.tenantId)
    .where('email_norm', 'in', addresses)
    .execute();
  return new Map(rows.map((row) => [row.email_norm, row.user_id]));
}

async function userIdsOf(ctx: ActorContext, people: readonly SilentMember[]): Promise<Map<string, string>> {
  const users = await ensureUsers(ctx.platform.identity, people);
  return new Map(users.map((user) => [user.email.toLowerCase(), user.id]));
}

function idOf(userIds: Map<string, string>, person: SilentMember): string {
  const userId = userIds.get(person.email.toLowerCase());
  if (!userId) throw new Error('A person of the import has no user');
  return userId;
}

function rowOf(person: SilentMember, userIds: Map<string, string>) {
  return {
    user_id: idOf(userIds, person),
    name: person.name,
    email: person.email,
    role: person.role,
    department: person.department ?? null,
    title: person.title ?? null,
    manager_id: person.managerId ?? null,
  };
}
