import { enforcePublicLimit, procedure, publicProcedure, router } from '@aura/api';
import { tokensOutput } from '@aura/identity';
import { idInput, pageOf, ROLES } from '@aura/kernel';
import { z } from 'zod';
import { acceptInput, previewInput } from './acceptance.schema.ts';
import { acceptInvitation, previewInvitation } from './acceptance.service.ts';
import { createInvitation, listInvitations, resendInvitation, revokeInvitation } from './invitation.service.ts';
import { ROLE_TEXTS } from './member.permissions.ts';
import { listMemberNames, listMembers } from './member.queries.ts';
import {
  deactivatedOutput,
  deactivateInput,
  invitationCreateInput,
  invitationListInput,
  invitationOutput,
  invitationPreviewOutput,
  memberIdInput,
  memberListInput,
  memberNamesOutput,
  memberOutput,
  memberUpdateInput,
  rolesOutput,
} from './member.schema.ts';
import { deactivateMember, getMember, reactivateMember, updateMember } from './member.service.ts';

export const memberRouter = router({
  list: procedure('member:read')
    .meta({ rest: { method: 'GET', path: '/members', summary: 'List members, also those who left' } })
    .input(memberListInput)
    .output(pageOf(memberOutput))
    .query(({ ctx, input }) => listMembers(ctx, input)),
  names: procedure('member:read')
    .output(memberNamesOutput)
    .query(async ({ ctx }) => ({ items: await listMemberNames(ctx) })),
  get: procedure('member:read')
    .meta({ rest: { method: 'GET', path: '/members/{id}', summary: 'A member' } })
    .input(memberIdInput)
    .output(memberOutput)
    .query(({ ctx, input }) => getMember(ctx, input.id)),
  update: procedure('member:manage')
    .meta({ rest: { method: 'PATCH', path: '/members/{id}', summary: 'Change role and profile of a member' } })
    .input(memberUpdateInput)
    .output(memberOutput)
    .mutation(({ ctx, input }) => updateMember(ctx, input)),
  deactivate: procedure('member:manage')
    .meta({
      rest: {
        method: 'POST',
        path: '/members/{id}/deactivate',
        summary: 'End a membership; open records can be handed over',
      },
    })
    .input(deactivateInput)
    .output(deactivatedOutput)
    .mutation(({ ctx, input }) => deactivateMember(ctx, input)),
  reactivate: procedure('member:manage')
    .meta({
      rest: { method: 'POST', path: '/members/{id}/reactivate', summary: 'Let a deactivated member enter again' },
    })
    .input(memberIdInput)
    .output(memberOutput)
    .mutation(({ ctx, input }) => reactivateMember(ctx, input.id)),
});

export const roleRouter = router({
  list: procedure('member:read')
    .meta({ rest: { method: 'GET', path: '/roles', summary: 'Roles and their permissions' } })
    .output(rolesOutput)
    .query(({ ctx }) => ({
      items: ROLES.map((key) => ({
        key,
        ...ROLE_TEXTS[key],
        permissions: [...ctx.platform.permissionsOf(key)].sort(),
      })),
    })),
});

const byLink = publicProcedure('The link from the mail is the proof').use(async ({ ctx, next }) => {
  await enforcePublicLimit(ctx);
  return next();
});

export const invitationRouter = router({
  list: procedure('invitation:read')
    .meta({ rest: { method: 'GET', path: '/invitations', summary: 'List invitations' } })
    .input(invitationListInput)
    .output(pageOf(invitationOutput))
    .query(({ ctx, input }) => listInvitations(ctx, input)),
  create: procedure('invitation:create')
    .meta({
      rest: {
        method: 'POST',
        path: '/invitations',
        status: 201,
        location: '/invitations/{id}',
        summary: 'Invite someone by e-mail',
      },
    })
    .input(invitationCreateInput)
    .output(invitationOutput)
    .mutation(({ ctx, input }) => createInvitation(ctx, input)),
  resend: procedure('invitation:create')
    .meta({
      rest: { method: 'POST', path: '/invitations/{id}/resend', summary: 'Mail a new link; the old one stops working' },
    })
    .input(idInput)
    .output(invitationOutput)
    .mutation(({ ctx, input }) => resendInvitation(ctx, input.id)),
  revoke: procedure('invitation:create')
    .meta({ rest: { method: 'DELETE', path: '/invitations/{id}', status: 204, summary: 'Withdraw an invitation' } })
    .input(idInput)
    .output(z.void())
    .mutation(({ ctx, input }) => revokeInvitation(ctx, input.id)),
  preview: byLink
    .meta({ rest: { method: 'GET', path: '/invitations/preview', summary: 'What an invitation link offers' } })
    .input(previewInput)
    .output(invitationPreviewOutput)
    .query(({ ctx, input }) => previewInvitation(ctx, input.token)),
  accept: byLink
    .meta({ rest: { method: 'POST', path: '/invitations/accept', summary: 'Accept an invitation and sign in' } })
    .input(acceptInput)
    .output(tokensOutput)
    .mutation(({ ctx, input }) => acceptInvitation(ctx, input)),
});
