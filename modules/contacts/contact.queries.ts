import { type ActorContext, listPage, noteMiss } from '@aura/api';
import { sql } from '@aura/db';
import { AppError, type Page, recordOf, type RecordRow } from '@aura/kernel';
import { matchRecords } from '@aura/search';
import { contactName } from './contact.ts';
import { contactAbilities } from './contact.permissions.ts';
import type { Contact, ContactFilter, ContactList } from './contact.schema.ts';

const COLUMNS = [
  'contact.id', 'contact.version', 'contact.created_at', 'contact.updated_at', 'contact.created_by', 'contact.updated_by',
  'contact.first_name', 'contact.last_name', 'contact.email', 'contact.phone', 'contact.title', 'contact.organization_id',
  'contact.owner_id', 'contact.external_id', 'contact.custom_fields', 'contact.escalated_at', 'contact.deleted_at',
] as const;

const SORTS = {
  name: { column: 'contact.name_norm', type: 'text' },
  createdAt: { column: 'contact.created_at', type: 'timestamptz' },
  updatedAt: { column: 'contact.updated_at', type: 'timestamptz' },
} as const;

export type ContactRow = RecordRow & {
  first_name: string | null;
  last_name: string | null;
  email: string | null;
  phone: string | null;
  title: string | null;
  organization_id: string | null;
  organization_name: string | null;
  owner_id: string;
  owner_name: string | null;
  external_id: string | null;
  custom_fields: unknown;
  escalated_at: Date | null;
  deleted_at: Date | null;
};

type Rows = ReturnType<typeof contactRows>;

// Naming the tenant is for the planner; the policies name it too, and do not trust this.
function contactRows(ctx: ActorContext) {
  return ctx.db.selectFrom('crm.contacts as contact').where('contact.tenant_id', '=', ctx.actor.tenantId);
}

function withNames(rows: Rows) {
  return rows
    .leftJoin('crm.organizations as organization', (join) => join.onRef('organization.tenant_id', '=', 'contact.tenant_id').onRef('organization.id', '=', 'contact.organization_id'))
    .leftJoin('core.memberships as owner', (join) => join.onRef('owner.tenant_id', '=', 'contact.tenant_id').onRef('owner.user_id', '=', 'contact.owner_id'))
    .select(COLUMNS)
    .select(['organization.name as organization_name', 'owner.name as owner_name']);
}

/** What a list shows and a bulk change changes: the same rows by the same filter. */
export async function filterContacts(ctx: ActorContext, { isDeleted = false, ...filter }: ContactFilter & { isDeleted?: boolean }): Promise<Rows> {
  let rows = contactRows(ctx).where('contact.deleted_at', isDeleted ? 'is not' : 'is', null);
  if (filter.organizationId) rows = rows.where('contact.organization_id', '=', filter.organizationId);
  if (filter.ownerId) rows = rows.where('contact.owner_id', '=', filter.ownerId);
  if (filter.q) rows = rows.where(await matchRecords(ctx, { entity: 'contact', id: 'contact.id', q: filter.q }));
  return rows;
}

export async function listContacts(ctx: ActorContext, input: ContactList): Promise<Page<Contact>> {
  return listPage<ContactRow, Contact>(ctx, {
    list: 'contacts.list',
    rows: await filterContacts(ctx, { ...input, isDeleted: input.deleted }),
    select: withNames,
    sorts: SORTS,
    defaultSort: '-createdAt',
    id: 'contact.id',
    input,
    toItem: (row) => toContact(ctx, row),
  });
}

/** Archived ones too: they can be looked at and restored. Throws not_found. */
export async function getContact(ctx: ActorContext, id: string): Promise<Contact> {
  const row = await withNames(contactRows(ctx)).where('contact.id', '=', id).executeTakeFirst();
  if (!row) return missContact(ctx, id);
  return toContact(ctx, row);
}

/** The row, held until the transaction ends, so that what was compared is what is written. Throws not_found. */
export async function lockContact(ctx: ActorContext, id: string): Promise<ContactRow> {
  const locked = await contactRows(ctx).where('contact.id', '=', id).select('contact.id').forNoKeyUpdate().executeTakeFirst();
  if (!locked) return missContact(ctx, id);
  return withNames(contactRows(ctx)).where('contact.id', '=', id).executeTakeFirstOrThrow();
}

async function missContact(ctx: ActorContext, id: string): Promise<never> {
  await noteMiss(ctx, 'contact', id);
  throw new AppError('not_found');
}

/** The live contact with this e-mail, if the person may see it. */
export async function findContactByEmail(ctx: ActorContext, email: string): Promise<{ id: string; name: string } | null> {
  const row = await contactRows(ctx)
    .where('contact.email_norm', '=', sql<string>`lower(${email})`)
    .where('contact.deleted_at', 'is', null)
    .select(['contact.id', 'contact.first_name', 'contact.last_name', 'contact.email'])
    .executeTakeFirst();
  return row ? { id: row.id, name: contactName({ firstName: row.first_name, lastName: row.last_name, email: row.email }) } : null;
}

/** Visible ids by e-mail, in one query, for links of imports. The keys are lower case. */
export async function findContactIds(ctx: ActorContext, emails: string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ email: string; id: string }>`
    select c.email_norm as email, c.id from unnest(${emails}::text[]) as wanted (email)
      join crm.contacts c on c.tenant_id = ${ctx.actor.tenantId} and c.email_norm = lower(wanted.email) and c.deleted_at is null`.execute(ctx.db);
  return new Map(rows.map((row) => [row.email, row.id]));
}

export function toContact(ctx: ActorContext, row: ContactRow): Contact {
  const named = { firstName: row.first_name, lastName: row.last_name, email: row.email };
  return {
    ...recordOf(row),
    name: contactName(named),
    ...named,
    phone: row.phone,
    title: row.title,
    organizationId: row.organization_id,
    organizationName: row.organization_name,
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    externalId: row.external_id,
    customFields: row.custom_fields as Record<string, unknown>,
    escalatedAt: row.escalated_at?.toISOString() ?? null,
    deletedAt: row.deleted_at?.toISOString() ?? null,
    abilities: contactAbilities(ctx.actor, row),
  };
}
