'use client';
import { useApi } from '@aura/api/client';
import type { invitationRouter, memberRouter, roleRouter } from './member.router.ts';

export type { InvitationOutput, MemberOutput } from './member.schema.ts';

export function useMembersApi() {
  return useApi<{ members: typeof memberRouter; invitations: typeof invitationRouter; roles: typeof roleRouter }>();
}

export { type MemberName, useMemberNames } from './ui/member-names.ts';
export { MemberPicker, type MemberPickerProps } from './ui/member-picker.tsx';
export { type Chosen, ReassignBar, type ReassignBarProps } from './ui/reassign-bar.tsx';
export { OwnerFilter, type OwnerFilterProps, useOwnerText } from './ui/owner-filter.tsx';

export { AcceptInvitationScreen } from './ui/accept-invitation-screen.tsx';
export { MembersScreen } from './ui/members-screen.tsx';
export { RolesScreen } from './ui/roles-screen.tsx';
export { EditConflict, type EditConflictProps } from './ui/edit-conflict.tsx';
