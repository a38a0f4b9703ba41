export { createInvitation, type InviteOutcome, inviteMany } from './invitation.service.ts';
export { findMember, listMemberNames, type MemberRow, requireActiveMembers } from './member.queries.ts';
export { invitationRouter, memberRouter, roleRouter } from './member.router.ts';
export { type MemberOutput, memberOutput } from './member.schema.ts';
export { deactivateMember, reactivateMember, updateMember } from './member.service.ts';
export { createMembersSilently, type SilentMember, type SilentOutcome } from './silent-members.service.ts';
