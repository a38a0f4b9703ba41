import { sql } from '@aura/db';
import type { ArchiveRow, RestoreScope } from '@aura/exchange';
import { AppError, email as emailSchema, ROLES, type Role } from '@aura/kernel';
import { createMembersSilently, type SilentMember } from './silent-members.service.ts';

const textOf = (row: ArchiveRow, name: string): string | null => (typeof row[name] === 'string' ? row[name] : null);
const addressOf = (row: ArchiveRow): string => (textOf(row, 'email') ?? '').toLowerCase();

export async function restoreMembers(
  { ctx, isDryRun, people, note }: RestoreScope,
  rows: readonly ArchiveRow[],
): Promise<void> {
  const outcomes = await createMembersSilently(ctx, rows.map(memberOf), isDryRun ? 'dry-run' : 'real');
  for (const { email, userId, outcome } of outcomes) {
    people.set(email.toLowerCase(), userId);
    if (outcome === 'created')
      note('members_added', 'People of the archive became members without a mail; they enter by a password reset');
  }
}

function memberOf(row: ArchiveRow, index: number): SilentMember {
  const role = ROLES.find((one): one is Role => one === row['role']);
  const email = emailSchema.safeParse(row['email']);
  const name = textOf(row, 'name');
  if (!role || !email.success || !name || !['active', 'invited', 'deactivated'].includes(String(row['status'])))
    throw new AppError('invalid', {
      ...{ reason: 'broken_archive', field: 'file' },
      detail: `This archive is not whole: row ${index + 1} of members has no name, e-mail, role or status.`,
    });
  return { name, email: email.data, role, department: textOf(row, 'department'), title: textOf(row, 'title') };
}

/** Last, because nothing can be given to someone who has left. Members who were here before stay as they are. */
export async function settleMembers({ ctx, people }: RestoreScope, rows: readonly ArchiveRow[]): Promise<void> {
  const settled = rows.flatMap((row) => {
    const id = people.get(addressOf(row));
    if (!id || id === ctx.actor.userId) return [];
    const manager = people.get((textOf(row, 'managerEmail') ?? '').toLowerCase()) ?? null;
    return [{ id, manager, has_left: row['status'] === 'deactivated' }];
  });
  await sql`
    update core.memberships m
       set manager_id = r.manager, status = case when r.has_left then 'deactivated' else m.status end,
           deactivated_at = case when r.has_left then ${ctx.clock()}::timestamptz else m.deactivated_at end
      from json_to_recordset(${JSON.stringify(settled)}::json) as r (id uuid, manager uuid, has_left boolean)
     where m.tenant_id = ${ctx.actor.tenantId} and m.user_id = r.id and m.created_at = now()`.execute(ctx.db);
}
