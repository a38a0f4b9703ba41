import { archivedRefusal, ownerRefusal, permissionRefusal } from '@aura/api';
import {
  answerEvents,
  answeredColumns,
  archivedChange,
  type BulkEditor,
  bulkInput,
  defineBulkEditor,
  patchOf,
  planRows,
  recordEvents,
  requireFitting,
} from '@aura/bulk';
import { can, customFieldsSchema, definedOf, optionalText, uuid } from '@aura/kernel';
import { requireLiveOrganization } from '@aura/organizations';
import { z } from 'zod';
import { canGiveContact, canUpdateContact } from './contact.permissions.ts';
import { filterContacts } from './contact.queries.ts';
import { type ContactFilter, contactFilter } from './contact.schema.ts';
import { contactName } from './contact.ts';

const changes = z.strictObject({
  title: optionalText(150),
  organizationId: uuid.nullish(),
  ownerId: uuid.optional(),
  customFields: customFieldsSchema.optional(),
  archived: archivedChange,
});
type ContactChanges = z.output<typeof changes>;

export const contactBulkInput = bulkInput(contactFilter, changes);

const fields = {
  title: 'title',
  organizationId: 'organization_id',
  ownerId: 'owner_id',
  customFields: 'custom_fields',
} as const;

export const contactEditor: BulkEditor<ContactFilter> = defineBulkEditor<ContactChanges, ContactFilter>({
  entity: 'contact',
  table: 'crm.contacts',
  permission: 'contact:update',
  columns: [...Object.values(fields), 'escalated_at', 'escalated_by', 'deleted_at'],
  changes,
  nameOf: (row) =>
    contactName({
      firstName: row['first_name'] as string | null,
      lastName: row['last_name'] as string | null,
      email: row['email'] as string | null,
    }),
  find: async (ctx, { filter, isDeleted, limit }) => {
    const rows = await filterContacts(ctx, { ...filter, isDeleted });
    return (await rows.select('contact.id').limit(limit).execute()).map(({ id }) => id);
  },
  prepare: async (ctx, { title, organizationId, ownerId, customFields, archived }) => {
    if (ownerId && !canGiveContact(ctx.actor)) throw ownerRefusal();
    if (archived !== undefined && !can(ctx.actor, 'contact:archive')) throw permissionRefusal('contact:archive');
    if (organizationId) await requireLiveOrganization(ctx, { id: organizationId, field: 'organizationId' });
    await requireFitting(ctx, 'contact', { ownerId, customFields });
    const columns = definedOf({ title, organization_id: organizationId, owner_id: ownerId });
    return planRows(ctx, contactEditor, (row) =>
      patchOf(ctx, row, {
        entity: 'contact',
        columns: { ...columns, ...answeredColumns(row, ownerId) },
        customFields,
        archived,
      }),
    );
  },
  requirePatch: ({ actor }, row, patch) => {
    if ('deleted_at' in patch) {
      if (!can(actor, 'contact:archive')) throw permissionRefusal('contact:archive');
      return;
    }
    if (!canUpdateContact(actor, row)) throw archivedRefusal('contact');
    if ('owner_id' in patch && !canGiveContact(actor)) throw ownerRefusal();
  },
  eventsOf: (_ctx, told) =>
    told.flatMap((one) => [...recordEvents({ entity: 'contact', fields }, one), ...answerEvents('contact', one)]),
});
