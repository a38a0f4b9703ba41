import type { InvitationStatus } from './member.schema.ts';

type Dates = { expires_at: Date; accepted_at: Date | null; revoked_at: Date | null };

export function invitationStatus(invitation: Dates, now: Date): InvitationStatus {
  if (invitation.accepted_at) return 'accepted';
  if (invitation.revoked_at) return 'revoked';
  return invitation.expires_at > now ? 'open' : 'expired';
}
