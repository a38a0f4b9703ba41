import { archivedRefusal, ownerRefusal, permissionRefusal } from '@aura/api';
import {
  archivedChange,
  type BulkEditor,
  bulkInput,
  defineBulkEditor,
  patchOf,
  planRows,
  recordEvents,
  requireFitting,
} from '@aura/bulk';
import { AppError, can, customFieldsSchema, definedOf, uuid } from '@aura/kernel';
import { z } from 'zod';
import { canGiveOrganization, canUpdateOrganization } from './organization.permissions.ts';
import { filterOrganizations } from './organization.queries.ts';
import { type OrganizationFilter, organizationFilter, organizationUpdateInput } from './organization.schema.ts';
import { requireLiveOrganization } from './organization.service.ts';

const { industry, size, location, website } = organizationUpdateInput.shape;

const changes = z.strictObject({
  ...{ industry, size: size.optional(), location, website },
  parentId: uuid.nullish(),
  ownerId: uuid.optional(),
  customFields: customFieldsSchema.optional(),
  archived: archivedChange,
});
type OrganizationChanges = z.output<typeof changes>;

export const organizationBulkInput = bulkInput(organizationFilter, changes);

const fields = {
  ...{ industry: 'industry', size: 'size', location: 'location', website: 'website' },
  parentId: 'parent_id',
  ownerId: 'owner_id',
  customFields: 'custom_fields',
} as const;

export const organizationEditor: BulkEditor<OrganizationFilter> = defineBulkEditor<
  OrganizationChanges,
  OrganizationFilter
>({
  entity: 'organization',
  table: 'crm.organizations',
  permission: 'organization:update',
  columns: [...Object.values(fields), 'deleted_at'],
  changes,
  nameOf: (row) => String(row['name']),
  find: async (ctx, { filter, isDeleted, limit }) => {
    const rows = await filterOrganizations(ctx, { ...filter, isDeleted });
    return (await rows.select('organization.id').limit(limit).execute()).map(({ id }) => id);
  },
  prepare: async (ctx, { parentId, ownerId, customFields, archived, ...plain }) => {
    if (ownerId && !canGiveOrganization(ctx.actor)) throw ownerRefusal();
    if (archived !== undefined && !can(ctx.actor, 'organization:archive'))
      throw permissionRefusal('organization:archive');
    if (parentId) await requireLiveOrganization(ctx, { id: parentId, field: 'parentId' });
    await requireFitting(ctx, 'organization', { ownerId, customFields });
    const columns = definedOf({ ...plain, parent_id: parentId, owner_id: ownerId });
    return planRows(ctx, organizationEditor, (row) => {
      if (row.id === parentId) throw ownParent();
      return patchOf(ctx, row, { entity: 'organization', columns, customFields, archived });
    });
  },
  requirePatch: ({ actor }, row, patch) => {
    if ('deleted_at' in patch) {
      if (!can(actor, 'organization:archive')) throw permissionRefusal('organization:archive');
      return;
    }
    if (!canUpdateOrganization(actor, row)) throw archivedRefusal('organization');
    if ('owner_id' in patch && !canGiveOrganization(actor)) throw ownerRefusal();
  },
  eventsOf: (_ctx, told) => told.flatMap((one) => recordEvents({ entity: 'organization', fields }, one)),
});

function ownParent(): AppError {
  return new AppError('invalid', {
    reason: 'cycle',
    field: 'parentId',
    detail: 'An organization cannot be below itself.',
  });
}
