import {
  type ActorContext,
  archivedRefusal,
  emitChanges,
  giveRecords,
  ownerRefusal,
  requireVersion,
  type Versioned,
} from '@aura/api';
import { type CustomValues, validateCustomFields } from '@aura/custom-fields';
import type { Database, Updateable } from '@aura/db';
import { AppError, changesBetween, definedOf } from '@aura/kernel';
import { canGiveOrganization, canUpdateOrganization } from './organization.permissions.ts';
import {
  filterOrganizations,
  getOrganization,
  lockOrganization,
  type OrganizationRow,
  toOrganization,
} from './organization.queries.ts';
import type {
  Organization,
  OrganizationCreate,
  OrganizationReassign,
  OrganizationUpdate,
} from './organization.schema.ts';

export async function createOrganization(
  ctx: ActorContext,
  input: OrganizationCreate & { importId?: string },
): Promise<Organization> {
  const ownerId = input.ownerId ?? ctx.actor.userId;
  if (ownerId !== ctx.actor.userId) requireGiving(ctx);
  if (input.parentId) await requireLiveOrganization(ctx, { id: input.parentId, field: 'parentId' });
  const customFields = await validateCustomFields(ctx, 'organization', { given: input.customFields });
  const { id } = await ctx.db
    .insertInto('crm.organizations')
    .values({
      ...columnsOf(input),
      name: input.name,
      owner_id: ownerId,
      import_id: input.importId ?? null,
      custom_fields: JSON.stringify(customFields),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await ctx.emit({ type: 'organization.created', entity: 'organization', entityId: id, data: { name: input.name } });
  return getOrganization(ctx, id);
}

/** Only what is given changes. Throws version_conflict with the record as it is, forbidden on a foreign owner change. */
export async function updateOrganization(ctx: ActorContext, input: OrganizationUpdate): Promise<Organization> {
  const { id, expectedVersion, customFields: given, ...fields } = input;
  const row = await lockVersion(ctx, { id, expectedVersion });
  const before = toOrganization(ctx, row);
  if (!canUpdateOrganization(ctx.actor, row)) throw archivedRefusal('organization');
  if (fields.ownerId && fields.ownerId !== row.owner_id) requireGiving(ctx);
  if (fields.parentId && fields.parentId !== row.parent_id)
    await requireLiveOrganization(ctx, { id: fields.parentId, field: 'parentId' });
  const customFields = await validateCustomFields(ctx, 'organization', {
    given,
    current: row.custom_fields as CustomValues,
  });

  const changes = changesBetween(before, { ...definedOf(fields), customFields });
  if (Object.keys(changes).length === 0) return before;
  await writeOrganization(ctx, id, {
    ...columnsOf(fields),
    ...(changes['ownerId'] ? { owner_id: fields.ownerId } : {}),
    ...(changes['customFields'] ? { custom_fields: JSON.stringify(customFields) } : {}),
  });
  await emitChanges(ctx, { entity: 'organization', id }, changes);
  return getOrganization(ctx, id);
}

export async function archiveOrganization(ctx: ActorContext, input: Versioned): Promise<void> {
  const row = await lockVersion(ctx, input);
  if (row.deleted_at) throw new AppError('not_found');
  await writeOrganization(ctx, row.id, { deleted_at: ctx.clock() });
  await ctx.emit({ type: 'organization.archived', entity: 'organization', entityId: row.id });
}

/** Restoring what is not archived changes nothing. */
export async function restoreOrganization(ctx: ActorContext, id: string): Promise<Organization> {
  const row = await lockOrganization(ctx, id);
  if (!row.deleted_at) return toOrganization(ctx, row);
  await writeOrganization(ctx, id, { deleted_at: null });
  await ctx.emit({ type: 'organization.restored', entity: 'organization', entityId: id });
  return getOrganization(ctx, id);
}

/** F9.5: gives many organizations to one person. Ids that are not there are left out of `changed`. */
export async function giveOrganizations(
  ctx: ActorContext,
  { ids, filter, ownerId }: OrganizationReassign,
): Promise<{ changed: number }> {
  requireGiving(ctx);
  const chosen = await filterOrganizations(ctx, filter ?? {});
  const rows = await (ids ? chosen.where('organization.id', '=', (eb) => eb.fn.any(eb.val(ids))) : chosen)
    .where('organization.owner_id', '!=', ownerId)
    .select(['organization.id', 'organization.owner_id'])
    .forNoKeyUpdate('organization')
    .execute();
  return giveRecords(ctx, { table: 'crm.organizations', entity: 'organization', rows, ownerId });
}

/** When a member leaves: everything live of theirs goes to another. */
export async function reassignOrganizations(
  ctx: ActorContext,
  fromUserId: string,
  toUserId: string,
): Promise<{ changed: number }> {
  return giveOrganizations(ctx, { filter: { ownerId: fromUserId }, ownerId: toUserId });
}

async function lockVersion(ctx: ActorContext, { id, expectedVersion }: Versioned): Promise<OrganizationRow> {
  const row = await lockOrganization(ctx, id);
  requireVersion(row, expectedVersion, () => toOrganization(ctx, row));
  return row;
}

async function writeOrganization(
  ctx: ActorContext,
  id: string,
  columns: Updateable<Database['crm.organizations']>,
): Promise<void> {
  await ctx.db
    .updateTable('crm.organizations')
    .set(columns)
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('id', '=', id)
    .execute();
}

/** A record may be linked to an organization that is there and not archived. Throws invalid on `field`. */
export async function requireLiveOrganization(
  ctx: ActorContext,
  { id, field }: { id: string; field: string },
): Promise<void> {
  const live = await filterOrganizations(ctx, {});
  const found = await live.where('organization.id', '=', id).select('organization.id').executeTakeFirst();
  if (!found)
    throw new AppError('invalid', { reason: 'unknown_reference', field, detail: 'There is no such organization' });
}

function requireGiving(ctx: ActorContext): void {
  if (!canGiveOrganization(ctx.actor)) throw ownerRefusal();
}

function columnsOf(fields: Partial<OrganizationCreate>) {
  const { name, industry, size, location, website, parentId, externalId } = fields;
  return definedOf({ name, industry, size, location, website, parent_id: parentId, external_id: externalId });
}
