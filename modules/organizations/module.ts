import type { ActorContext } from '@aura/api';
import { defineModule } from '@aura/kernel';
import { organizationArchive } from './organization.archive.ts';
import { organizationEditor } from './organization.bulk-editor.ts';
import { organizationExporter } from './organization.exporter.ts';
import { organizationImporter } from './organization.importer.ts';
import { organizationPermissions } from './organization.permissions.ts';
import { organizationRouter } from './organization.router.ts';
import { reassignOrganizations } from './organization.service.ts';

type Change = { fromUserId: string; toUserId: string };

export const organizationsModule = defineModule({
  id: 'organizations',
  dependsOn: ['custom-fields', 'search'],
  permissions: organizationPermissions,
  routers: { organizations: organizationRouter },
  importers: [organizationImporter],
  exporters: [organizationExporter],
  archives: [organizationArchive],
  bulkEditors: [organizationEditor],
  navigation: [
    { href: '/organizations', label: 'Organizations', icon: 'building-2', permission: 'organization:read', order: 30 },
  ],
  constraints: {
    organizations_no_cycle: {
      code: 'invalid',
      reason: 'cycle',
      field: 'parentId',
      detail: 'An organization cannot be below itself.',
    },
    organizations_external_id_key: {
      code: 'conflict',
      reason: 'duplicate_external_id',
      field: 'externalId',
      detail: 'An organization with this external id already exists.',
    },
    owner_is_active: {
      code: 'invalid',
      reason: 'owner_deactivated',
      field: 'ownerId',
      detail: 'This person is deactivated. Choose an active member.',
    },
  },
  reassign: async (ctx: ActorContext, { fromUserId, toUserId }: Change) =>
    (await reassignOrganizations(ctx, fromUserId, toUserId)).changed,
});
