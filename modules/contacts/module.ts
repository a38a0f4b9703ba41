import type { ActorContext } from '@aura/api';
import { defineModule } from '@aura/kernel';
import {
  contactArchive,
  contactDistinctionArchive,
  contactMergeArchive,
  contactShareArchive,
} from './contact.archive.ts';
import { contactEditor } from './contact.bulk-editor.ts';
import { contactExporter } from './contact.exporter.ts';
import { contactImporter } from './contact.importer.ts';
import { contactPermissions } from './contact.permissions.ts';
import { contactRouter } from './contact.router.ts';
import { reassignContacts } from './contact.service.ts';
import { contactDuplicateRouter } from './contact-duplicate.router.ts';
import { contactMergeRouter } from './contact-merge.router.ts';

type Change = { fromUserId: string; toUserId: string };

export const contactsModule = defineModule({
  id: 'contacts',
  dependsOn: ['custom-fields', 'organizations', 'search'],
  permissions: contactPermissions,
  routers: { contacts: contactRouter, contactMerges: contactMergeRouter, contactDuplicates: contactDuplicateRouter },
  importers: [contactImporter],
  exporters: [contactExporter],
  archives: [contactArchive, contactShareArchive, contactDistinctionArchive, contactMergeArchive],
  bulkEditors: [contactEditor],
  navigation: [{ href: '/contacts', label: 'Contacts', icon: 'users', permission: 'contact:read', order: 20 }],
  constraints: {
    contacts_email_key: {
      code: 'conflict',
      reason: 'duplicate_email',
      field: 'email',
      detail: 'A contact with this e-mail already exists.',
    },
    contacts_external_id_key: {
      code: 'conflict',
      reason: 'duplicate_external_id',
      field: 'externalId',
      detail: 'A contact with this external id already exists.',
    },
    contacts_merged: {
      code: 'conflict',
      reason: 'archived',
      detail: 'One of these contacts is archived or was merged already.',
    },
    contacts_named: { code: 'invalid', reason: 'required', field: 'lastName', detail: 'Enter a name or an e-mail' },
  },
  reassign: async (ctx: ActorContext, { fromUserId, toUserId }: Change) =>
    (await reassignContacts(ctx, fromUserId, toUserId)).changed,
});
