'use client';

export type { InvitationOutput, MemberOutput } from './member.schema.ts';
export { AcceptInvitationScreen } from './ui/accept-invitation-screen.tsx';
export { EditConflict, type EditConflictProps } from './ui/edit-conflict.tsx';
export { type MemberName, useMemberNames } from './ui/member-names.ts';
export { MemberPicker, type MemberPickerProps } from './ui/member-picker.tsx';
export { MembersScreen } from './ui/members-screen.tsx';
export { type Mention, mentionsIn } from './ui/mention.ts';
export { MentionTextarea, type MentionTextareaProps } from './ui/mention-textarea.tsx';
export { OwnedRowMenu, type OwnedRowMenuProps } from './ui/owned-row-menu.tsx';
export { OwnerChoice, type OwnerChoiceProps, ownerEdit, ownerReason } from './ui/owner-edit.tsx';
export { OwnerFilter, type OwnerFilterProps, useOwnerText } from './ui/owner-filter.tsx';
export { RolesScreen } from './ui/roles-screen.tsx';
export { ShareDialog, type ShareDialogProps, type Viewer } from './ui/share-dialog.tsx';
export { useMembersApi } from './ui/use-members-api.ts';
export { type TableEdits, type TableEditsOptions, useTableEdits } from './ui/use-table-edits.tsx';
