import { defineModule } from '@aura/kernel';
import { memberArchive } from './member.archive.ts';
import { memberImporter } from './member.importer.ts';
import { memberPermissions } from './member.permissions.ts';
import { invitationRouter, memberRouter, roleRouter } from './member.router.ts';

export const membersModule = defineModule({
  id: 'members',
  dependsOn: ['identity'],
  permissions: memberPermissions,
  routers: { members: memberRouter, invitations: invitationRouter, roles: roleRouter },
  importers: [memberImporter],
  archives: [memberArchive],
  constraints: {
    memberships_last_admin: {
      code: 'conflict',
      reason: 'last_admin',
      detail: 'A workspace keeps at least one active admin. Make someone else an admin first.',
    },
    memberships_email_key: {
      code: 'conflict',
      reason: 'already_member',
      field: 'email',
      detail: 'Someone with this address is a member already.',
    },
    invitations_open_key: {
      code: 'conflict',
      reason: 'already_invited',
      field: 'email',
      detail: 'This address has an open invitation. Send it again instead.',
    },
  },
});
