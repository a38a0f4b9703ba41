import { archivedRefusal, type DomainEvent, permissionRefusal } from '@aura/api';
import {
  archivedChange,
  archiveEvents,
  type BulkEditor,
  bulkInput,
  defineBulkEditor,
  patchOf,
  planRows,
  requireFitting,
  type Told,
} from '@aura/bulk';
import { can, customFieldsSchema, definedOf } from '@aura/kernel';
import { z } from 'zod';
import { filterProducts } from './product.queries.ts';
import { type ProductFilter, productFilter, productUpdateInput } from './product.schema.ts';

const { description, category, active } = productUpdateInput.shape;

const changes = z.strictObject({
  ...{ description, category, active },
  customFields: customFieldsSchema.optional(),
  archived: archivedChange,
});
type ProductChanges = z.output<typeof changes>;

export const productBulkInput = bulkInput(productFilter, changes);

const EDITABLE = ['description', 'category', 'is_active', 'custom_fields'] as const;

export const productEditor: BulkEditor<ProductFilter> = defineBulkEditor<ProductChanges, ProductFilter>({
  entity: 'product',
  table: 'crm.products',
  permission: 'product:update',
  columns: [...EDITABLE, 'deleted_at'],
  changes,
  nameOf: (row) => String(row['name']),
  find: async (ctx, { filter, isDeleted, limit }) => {
    const rows = await filterProducts(ctx, { ...filter, deleted: isDeleted });
    return (await rows.select('product.id').limit(limit).execute()).map(({ id }) => id);
  },
  prepare: async (ctx, { active: isActive, customFields, archived, ...plain }) => {
    if (archived !== undefined && !can(ctx.actor, 'product:archive')) throw permissionRefusal('product:archive');
    await requireFitting(ctx, 'product', { customFields });
    const columns = definedOf({ ...plain, is_active: isActive });
    return planRows(ctx, productEditor, (row) =>
      patchOf(ctx, row, { entity: 'product', columns, customFields, archived }),
    );
  },
  requirePatch: ({ actor }, row, patch) => {
    if ('deleted_at' in patch) {
      if (!can(actor, 'product:archive')) throw permissionRefusal('product:archive');
    } else if (row.deleted_at) throw archivedRefusal('product');
  },
  eventsOf: (_ctx, told) => told.flatMap((one) => [...archiveEvents('product', one), ...updateEvents(one)]),
});

function updateEvents({ before, after }: Told): DomainEvent[] {
  const changed = EDITABLE.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  if (changed.length === 0) return [];
  return [{ type: 'product.updated', entity: 'product', entityId: after.id, data: { fields: changed } }];
}
