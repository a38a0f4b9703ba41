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
import { AppError, type Changes, changesBetween, definedOf } from '@aura/kernel';
import { requireLiveOrganization } from '@aura/organizations';
import { canGiveContact, canUpdateContact } from './contact.permissions.ts';
import {
  type ContactRow,
  filterContacts,
  findContactByEmail,
  getContact,
  lockContact,
  toContact,
} from './contact.queries.ts';
import type { Contact, ContactCreate, ContactReassign, ContactUpdate } from './contact.schema.ts';
import { answerEscalations } from './escalation.service.ts';

export async function createContact(ctx: ActorContext, input: ContactCreate & { importId?: string }): Promise<Contact> {
  const ownerId = input.ownerId ?? ctx.actor.userId;
  if (ownerId !== ctx.actor.userId) requireGiving(ctx);
  if (input.organizationId) await requireLiveOrganization(ctx, { id: input.organizationId, field: 'organizationId' });
  if (input.email) await requireFreeEmail(ctx, input.email);
  const customFields = await validateCustomFields(ctx, 'contact', { given: input.customFields });
  const { id } = await ctx.db
    .insertInto('crm.contacts')
    .values({
      ...columnsOf(input),
      owner_id: ownerId,
      import_id: input.importId ?? null,
      custom_fields: JSON.stringify(customFields),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const contact = await getContact(ctx, id);
  await ctx.emit({ type: 'contact.created', entity: 'contact', entityId: id, data: { name: contact.name } });
  return contact;
}

/** Only what is given changes. Throws version_conflict with the record as it is, forbidden on a foreign owner change. */
export async function updateContact(ctx: ActorContext, input: ContactUpdate): Promise<Contact> {
  const { id, expectedVersion, customFields: given, ...fields } = input;
  const row = await lockVersion(ctx, { id, expectedVersion });
  const before = toContact(ctx, row);
  if (!canUpdateContact(ctx.actor, row)) throw archivedRefusal('contact');
  const customFields = await validateCustomFields(ctx, 'contact', {
    given,
    current: row.custom_fields as CustomValues,
  });
  const changes = changesBetween(before, { ...definedOf(fields), customFields });
  if (Object.keys(changes).length === 0) return before;

  await requireAllowed(ctx, fields, changes);
  await writeContact(ctx, id, {
    ...columnsOf(fields),
    ...(changes['ownerId'] ? { owner_id: fields.ownerId } : {}),
    ...(changes['customFields'] ? { custom_fields: JSON.stringify(customFields) } : {}),
  });
  await emitChanges(ctx, { entity: 'contact', id }, changes);
  if (changes['ownerId']) await answerEscalations(ctx, 'contact', { rows: [row], by: 'owner' });
  return getContact(ctx, id);
}

export async function archiveContact(ctx: ActorContext, input: Versioned): Promise<void> {
  const row = await lockVersion(ctx, input);
  if (row.deleted_at) throw new AppError('not_found');
  await writeContact(ctx, row.id, { deleted_at: ctx.clock() });
  await ctx.emit({ type: 'contact.archived', entity: 'contact', entityId: row.id });
}

/** Restoring what is not archived changes nothing. Throws duplicate_email when the address was taken meanwhile. */
export async function restoreContact(ctx: ActorContext, id: string): Promise<Contact> {
  const row = await lockContact(ctx, id);
  if (!row.deleted_at) return toContact(ctx, row);
  if (row.merged_into_id) throw mergedRefusal(row);
  if (row.email) await requireFreeEmail(ctx, row.email);
  await writeContact(ctx, id, { deleted_at: null });
  await ctx.emit({ type: 'contact.restored', entity: 'contact', entityId: id });
  return getContact(ctx, id);
}

/** F9.5: gives many contacts to one person. Ids that are not there are left out of `changed`. */
export async function giveContacts(
  ctx: ActorContext,
  { ids, filter, ownerId }: ContactReassign,
): Promise<{ changed: number }> {
  requireGiving(ctx);
  const chosen = await filterContacts(ctx, filter ?? {});
  const rows = await (ids ? chosen.where('contact.id', '=', (eb) => eb.fn.any(eb.val(ids))) : chosen)
    .where('contact.owner_id', '!=', ownerId)
    .select(['contact.id', 'contact.owner_id', 'contact.escalated_at', 'contact.escalated_by'])
    .forUpdate('contact')
    .execute();
  const given = await giveRecords(ctx, { table: 'crm.contacts', entity: 'contact', rows, ownerId });
  await answerEscalations(ctx, 'contact', { rows, by: 'owner' });
  return given;
}

/** When a member leaves: everything live of theirs goes to another. */
export async function reassignContacts(
  ctx: ActorContext,
  fromUserId: string,
  toUserId: string,
): Promise<{ changed: number }> {
  return giveContacts(ctx, { filter: { ownerId: fromUserId }, ownerId: toUserId });
}

async function lockVersion(ctx: ActorContext, { id, expectedVersion }: Versioned): Promise<ContactRow> {
  const row = await lockContact(ctx, id);
  requireVersion(row, expectedVersion, () => toContact(ctx, row));
  return row;
}

async function writeContact(
  ctx: ActorContext,
  id: string,
  columns: Updateable<Database['crm.contacts']>,
): Promise<void> {
  await ctx.db
    .updateTable('crm.contacts')
    .set(columns)
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('id', '=', id)
    .execute();
}

async function requireAllowed(ctx: ActorContext, fields: Partial<ContactCreate>, changes: Changes): Promise<void> {
  if (changes['ownerId']) requireGiving(ctx);
  if (changes['organizationId'] && fields.organizationId)
    await requireLiveOrganization(ctx, { id: fields.organizationId, field: 'organizationId' });
  const { email: [before, after] = [] } = changes;
  if (fields.email && String(before).toLowerCase() !== String(after).toLowerCase())
    await requireFreeEmail(ctx, fields.email);
}

/**
 * F7.7: names the contact that has the address, where the person may see it. One that they may not see, or that another
 * request adds at this moment, is refused by contacts_email_key, which names nobody.
 */
async function requireFreeEmail(ctx: ActorContext, email: string): Promise<void> {
  const current = await findContactByEmail(ctx, email);
  if (current)
    throw new AppError('conflict', {
      reason: 'duplicate_email',
      field: 'email',
      detail: `${current.name} already has the e-mail ${email}.`,
      current,
    });
}

function mergedRefusal({ merged_into_id: mergedIntoId }: ContactRow): AppError {
  const detail = 'This contact was merged into another one. Undo the merge there to have both again.';
  return new AppError('conflict', { reason: 'merged', detail, current: { mergedIntoId } });
}

function requireGiving(ctx: ActorContext): void {
  if (!canGiveContact(ctx.actor)) throw ownerRefusal();
}

function columnsOf({ firstName, lastName, email, phone, title, organizationId, externalId }: Partial<ContactCreate>) {
  return definedOf({
    first_name: firstName,
    last_name: lastName,
    email,
    phone,
    title,
    organization_id: organizationId,
    external_id: externalId,
  });
}
