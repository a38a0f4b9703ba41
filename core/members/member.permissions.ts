import { type Actor, ADMINS, can, EVERYONE, MANAGERS, type Role } from '@aura/kernel';

export const memberPermissions = {
  'member:read': EVERYONE,
  'member:manage': ADMINS,
  'invitation:read': MANAGERS,
  'invitation:create': MANAGERS,
} as const;

export const ROLE_TEXTS: Record<Role, { name: string; description: string }> = {
  admin: { name: 'Admin', description: 'Sees and edits everything, and manages people, settings and data' },
  manager: { name: 'Manager', description: 'Sees and edits all records, assigns them, and invites sales reps' },
  sales_rep: { name: 'Sales rep', description: 'Sees and edits their own records and those shared with them' },
};

/** Admins invite any role, managers invite sales reps. The policy on core.invitations says the same. */
export function canInvite(actor: Actor, role: Role): boolean {
  return (
    can(actor, 'invitation:create') && (actor.role === 'admin' || (actor.role === 'manager' && role === 'sales_rep'))
  );
}

type MemberRow = { user_id: string; status: string };

/** Nobody deactivates themselves: another admin does, so that a workspace is not left by a slip. */
export function memberAbilities(
  actor: Actor,
  member: MemberRow,
): { update: boolean; deactivate: boolean; reactivate: boolean } {
  const manages = can(actor, 'member:manage');
  return {
    update: manages,
    deactivate: manages && member.status !== 'deactivated' && member.user_id !== actor.userId,
    reactivate: manages && member.status === 'deactivated',
  };
}

type InvitationRow = { role: string; accepted_at: Date | null; revoked_at: Date | null };

export function invitationAbilities(actor: Actor, invitation: InvitationRow): { resend: boolean; revoke: boolean } {
  const isOpen = invitation.accepted_at === null && invitation.revoked_at === null;
  const may = isOpen && canInvite(actor, invitation.role as Role);
  return { resend: may, revoke: may };
}
