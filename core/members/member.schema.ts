import { email, expectedVersion, listInput, optionalText, ROLES, text, uuid } from '@aura/kernel';
import { z } from 'zod';

export const MEMBER_STATUSES = ['active', 'invited', 'deactivated'] as const;
const role = z.enum(ROLES, { message: `Choose one of: ${ROLES.join(', ')}` });

export const memberListInput = listInput({
  filters: { role: role.optional(), status: z.enum(MEMBER_STATUSES).optional() },
  sorts: ['name', 'createdAt'],
});
export type MemberListInput = z.output<typeof memberListInput>;

export const memberOutput = z
  .object({
    userId: uuid,
    name: z.string(),
    email: z.string(),
    role,
    status: z.enum(MEMBER_STATUSES),
    department: z.string().nullable(),
    title: z.string().nullable(),
    avatarUrl: z.string().nullable(),
    managerId: uuid.nullable(),
    deactivatedAt: z.iso.datetime().nullable(),
    version: z.int(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    abilities: z.object({ update: z.boolean(), deactivate: z.boolean(), reactivate: z.boolean() }),
  })
  .meta({ id: 'Member', description: 'userId is what ownerId, reassignTo and createdBy refer to' });
export type MemberOutput = z.output<typeof memberOutput>;

/** For pickers: everyone's name, also of those who left, since records still name them. */
export const memberNamesOutput = z.object({
  items: z.array(
    z.object({
      userId: uuid,
      name: z.string(),
      status: z.enum(MEMBER_STATUSES),
      role,
      avatarUrl: z.string().nullable(),
    }),
  ),
});

export const memberIdInput = z.strictObject({ id: uuid });
export const memberUpdateInput = z.strictObject({
  id: uuid,
  expectedVersion,
  role: role.optional(),
  name: text(200).optional(),
  department: optionalText(120),
  title: optionalText(120),
  managerId: uuid.nullable().optional(),
});
export type MemberUpdateInput = z.output<typeof memberUpdateInput>;

export const deactivateInput = z.strictObject({
  id: uuid,
  reassignTo: uuid.optional().meta({ description: 'Who takes over the open records, a user id' }),
});
export const deactivatedOutput = memberOutput
  .extend({ reassigned: z.int().meta({ description: 'Records handed over' }) })
  .meta({ id: 'DeactivatedMember' });

export const rolesOutput = z.object({
  items: z.array(z.object({ key: role, name: z.string(), description: z.string(), permissions: z.array(z.string()) })),
});

export const INVITATION_STATUSES = ['open', 'expired', 'accepted', 'revoked'] as const;
export type InvitationStatus = (typeof INVITATION_STATUSES)[number];

export const invitationListInput = listInput({
  filters: { status: z.enum(INVITATION_STATUSES).optional() },
  sorts: ['createdAt'],
});
export type InvitationListInput = z.output<typeof invitationListInput>;

export const invitationCreateInput = z.strictObject({ email, role });
export type InvitationCreateInput = z.output<typeof invitationCreateInput>;

export const invitationOutput = z
  .object({
    id: uuid,
    email: z.string(),
    role,
    status: z.enum(INVITATION_STATUSES),
    expiresAt: z.iso.datetime(),
    acceptedAt: z.iso.datetime().nullable(),
    version: z.int(),
    createdAt: z.iso.datetime(),
    createdBy: uuid,
    abilities: z.object({ resend: z.boolean(), revoke: z.boolean() }),
  })
  .meta({ id: 'Invitation' });
export type InvitationOutput = z.output<typeof invitationOutput>;

export const invitationPreviewOutput = z.object({
  status: z.enum(INVITATION_STATUSES),
  email: z.string(),
  role,
  workspaceName: z.string(),
  inviterName: z.string().nullable(),
  expiresAt: z.iso.datetime(),
  hasAccount: z.boolean().meta({ description: 'The address has an account already: its password is asked for' }),
});
