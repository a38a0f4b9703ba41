import { type ActorContext, listPage, noteMiss } from '@aura/api';
import { customOrder, matchCustomFields } from '@aura/custom-fields';
import { sql } from '@aura/db';
import { AppError, type Page, type Picked, type RecordRow, recordOf, seesAll } from '@aura/kernel';
import { matchRecords, type Search, searchRecords } from '@aura/search';
import { contactAbilities } from './contact.permissions.ts';
import type { Contact, ContactFilter, ContactList } from './contact.schema.ts';
import { contactName } from './contact.ts';

const COLUMNS = [
  'contact.id',
  'contact.version',
  'contact.created_at',
  'contact.updated_at',
  'contact.created_by',
  'contact.updated_by',
  'contact.first_name',
  'contact.last_name',
  'contact.email',
  'contact.phone',
  'contact.title',
  'contact.organization_id',
  'contact.owner_id',
  'contact.external_id',
  'contact.custom_fields',
  'contact.escalated_at',
  'contact.escalated_by',
  'contact.merged_into_id',
  'contact.merged_count',
  'contact.deleted_at',
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
  escalated_by: string | null;
  merged_into_id: string | null;
  merged_count: number;
  deleted_at: Date | null;
};

type Rows = ReturnType<typeof contactRows>;

const LISTED = {
  entity: 'contact',
  id: 'contact.id',
  sharedIds: sql`select crm.shared_contact_ids()`,
  isNamed: true,
} as const;

// Naming the tenant is for the planner; the policies name it too, and do not trust this.
function contactRows(ctx: ActorContext, db = ctx.db) {
  return db.selectFrom('crm.contacts as contact').where('contact.tenant_id', '=', ctx.actor.tenantId);
}

/**
 * The rows of a list. A rep's are asked for as two parts, theirs and those shared with them, because an index gives each
 * part in the list's order; the policy's "or" over both would scan the whole tenant. The policy still applies.
 */
function listedParts(ctx: ActorContext): Rows[] {
  const all = contactRows(ctx, ctx.listDb);
  if (seesAll(ctx.actor)) return [all];
  const shared = all
    .where('contact.owner_id', '!=', ctx.actor.userId)
    .where(sql<boolean>`contact.id = any (array(select crm.shared_contact_ids()))`);
  return [all.where('contact.owner_id', '=', ctx.actor.userId), shared];
}

// The same columns under the same name: what is asked of the table can be asked of the parts.
function united(ctx: ActorContext, [own, shared]: Rows[]): Rows {
  if (!own || !shared) return own ?? contactRows(ctx, ctx.listDb);
  const both = own.selectAll('contact').unionAll(shared.selectAll('contact'));
  return ctx.listDb.selectFrom(both.as('contact')) as unknown as Rows;
}

// Names by subqueries, not joins: they are asked for the page's rows only, after the sort and the limit.
function withNames(rows: Rows) {
  return rows
    .select(COLUMNS)
    .select((eb) => [
      eb
        .selectFrom('crm.organizations as organization')
        .whereRef('organization.tenant_id', '=', 'contact.tenant_id')
        .whereRef('organization.id', '=', 'contact.organization_id')
        .select('organization.name')
        .as('organization_name'),
      eb
        .selectFrom('core.memberships as owner')
        .whereRef('owner.tenant_id', '=', 'contact.tenant_id')
        .whereRef('owner.user_id', '=', 'contact.owner_id')
        .select('owner.name')
        .as('owner_name'),
    ]);
}

type ContactCondition = ContactFilter & Picked & { isDeleted?: boolean };

/** What a list shows and a bulk change changes: the same rows by the same filter. */
export async function filterContacts(ctx: ActorContext, { q, ...filter }: ContactCondition): Promise<Rows> {
  const rows = united(ctx, (await filteredParts(ctx, filter)).parts);
  return q ? rows.where(await matchRecords(ctx, searchOf(q))) : rows;
}

/** The rows, and how many a filter by custom fields admits where there is one. */
async function filteredParts(ctx: ActorContext, filter: Omit<ContactCondition, 'q'>) {
  const { isDeleted = false, organizationId, ownerId, ids, customFields } = filter;
  const custom = await matchCustomFields(ctx, { ...LISTED, isArchived: isDeleted }, customFields);
  const parts = listedParts(ctx).map((part) => {
    let rows = part.where('contact.deleted_at', isDeleted ? 'is not' : 'is', null);
    if (organizationId) rows = rows.where('contact.organization_id', '=', organizationId);
    if (ownerId) rows = rows.where('contact.owner_id', '=', ownerId);
    if (ids) rows = rows.where('contact.id', 'in', ids);
    return custom ? rows.where(custom.where) : rows;
  });
  return { parts, custom };
}

function searchOf(q: string, sort?: string): Search {
  return { ...LISTED, q, isByName: /^-?name$/.test(sort ?? '') };
}

/** A page's rows in their order; and their number, where one filter and nothing else tells it: its matches are as many. */
async function listedContacts(ctx: ActorContext, { q, sort, deleted, ...filter }: ContactList & Picked) {
  const { ownerId, organizationId, ids, customFields } = filter;
  const filtered = await filteredParts(ctx, { ownerId, organizationId, ids, customFields, isDeleted: deleted });
  const isPlain = !deleted && [ownerId, organizationId, ids].every((one) => !one);
  const search = { ...searchOf(q ?? '', sort), isAlone: isPlain && !filtered.custom };
  const found = q ? await searchRecords(ctx, search) : null;
  const rows = found ? filtered.parts.map((part) => part.where(found.where)) : filtered.parts;
  const telling = [found, filtered.custom].filter((each) => each !== null);
  const isOne = telling.length === 1 && isPlain;
  return {
    rows,
    near: found?.near,
    order: await customOrder(ctx, { ...LISTED, isArchived: deleted }, { sort, filter: customFields, parts: rows }),
    count: isOne ? telling[0]?.count : undefined,
  };
}

export async function listContacts(ctx: ActorContext, input: ContactList & Picked): Promise<Page<Contact>> {
  return listPage<ContactRow, Contact>(ctx, {
    list: 'contacts.list',
    ...(await listedContacts(ctx, input)),
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
  const locked = await contactRows(ctx)
    .where('contact.id', '=', id)
    .select('contact.id')
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!locked) return missContact(ctx, id);
  return withNames(contactRows(ctx)).where('contact.id', '=', id).executeTakeFirstOrThrow();
}

export async function missContact(ctx: ActorContext, id: string): Promise<never> {
  await noteMiss(ctx, 'contact', id);
  throw new AppError('not_found');
}

/** The live contact with this e-mail, if the person may see it. */
export async function findContactByEmail(
  ctx: ActorContext,
  email: string,
): Promise<{ id: string; name: string } | null> {
  const row = await contactRows(ctx)
    .where('contact.email_norm', '=', sql<string>`lower(${email})`)
    .where('contact.deleted_at', 'is', null)
    .select(['contact.id', 'contact.first_name', 'contact.last_name', 'contact.email'])
    .executeTakeFirst();
  return row
    ? { id: row.id, name: contactName({ firstName: row.first_name, lastName: row.last_name, email: row.email }) }
    : null;
}

/** Visible ids by e-mail, in one query, for links of imports. The keys are lower case. */
export async function findContactIds(ctx: ActorContext, emails: string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ email: string; id: string }>`
    select c.email_norm as email, c.id from unnest(${emails}::text[]) as wanted (email)
      join crm.contacts c on c.tenant_id = ${ctx.actor.tenantId} and c.email_norm = lower(wanted.email) and c.deleted_at is null`.execute(
    ctx.db,
  );
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
    escalatedBy: row.escalated_by,
    mergedIntoId: row.merged_into_id,
    deletedAt: row.deleted_at?.toISOString() ?? null,
    abilities: contactAbilities(ctx.actor, row),
  };
}
