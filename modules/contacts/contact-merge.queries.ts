import type { ActorContext } from '@aura/api';
import { type CustomFieldDefinition, customFieldDefinitions } from '@aura/custom-fields';
import { sql } from '@aura/db';
import { AppError, plainText } from '@aura/kernel';
import { canMergeContact } from './contact.permissions.ts';
import { getContact, missContact } from './contact.queries.ts';
import type { Contact } from './contact.schema.ts';
import { contactName } from './contact.ts';
import type { ContactComparison, ContactMergeEntry } from './contact-merge.schema.ts';
import type { ContactValues, MergeChanges } from './contact-merge.ts';

type Links = { activities: string[]; moved: string[]; joined: unknown[] };
export type MergeRow = {
  id: string;
  winner_id: string;
  loser_id: string;
  changes: MergeChanges;
  links: Links;
  undone_at: Date | null;
};

/** What the columns of these contacts hold, as the database compares them. */
export async function readValues(ctx: ActorContext, ids: string[]): Promise<Map<string, ContactValues>> {
  const { rows } = await sql<{ id: string; contents: ContactValues }>`
    select c.id, crm.contact_values(c) as contents from crm.contacts c
     where c.tenant_id = ${ctx.actor.tenantId} and c.id = any (${ids}::uuid[])`.execute(ctx.db);
  return new Map(rows.map((row) => [row.id, row.contents]));
}

/** The merge, if it is one of this contact's and the person sees both sides. Throws not_found. */
export async function requireMerge(ctx: ActorContext, id: string, mergeId: string): Promise<MergeRow> {
  const { rows } = await sql<MergeRow>`
    select m.id, m.winner_id, m.loser_id, m.changes, m.links, m.undone_at from crm.contact_merges m
     where m.tenant_id = ${ctx.actor.tenantId} and m.id = ${mergeId} and m.winner_id = ${id}`.execute(ctx.db);
  return rows[0] ?? missContact(ctx, id);
}

/** What merges since took into the same contact and still stand, oldest first. */
export async function laterChanges(ctx: ActorContext, merge: MergeRow): Promise<MergeChanges[]> {
  const { rows } = await sql<{ changes: MergeChanges }>`
    select m.changes from crm.contact_merges m
     where m.tenant_id = ${ctx.actor.tenantId} and m.winner_id = ${merge.winner_id} and m.id > ${merge.id} and m.undone_at is null
     order by m.id`.execute(ctx.db);
  return rows.map((row) => row.changes);
}

type ListedMerge = {
  id: string;
  loser_id: string;
  owner_id: string;
  first_name: string | null;
  last_name: string | null;
  email: string | null;
  created_at: Date;
  created_by: string;
  undone_at: Date | null;
};

/** Who was merged into a contact, newest first, as far as the person sees them. Throws not_found. */
export async function listMerges(ctx: ActorContext, id: string): Promise<ContactMergeEntry[]> {
  const contact = await getContact(ctx, id);
  const { rows } = await sql<ListedMerge>`
    select m.id, m.loser_id, c.owner_id, c.first_name, c.last_name, c.email, m.created_at, m.created_by, m.undone_at
      from crm.contact_merges m join crm.contacts c on c.tenant_id = m.tenant_id and c.id = m.loser_id
     where m.tenant_id = ${ctx.actor.tenantId} and m.winner_id = ${id}
     order by m.id desc limit 100`.execute(ctx.db);
  return rows.map((row) => ({
    id: row.id,
    otherId: row.loser_id,
    otherName: contactName({ firstName: row.first_name, lastName: row.last_name, email: row.email }),
    mergedAt: row.created_at.toISOString(),
    mergedBy: row.created_by,
    undoneAt: row.undone_at?.toISOString() ?? null,
    abilities: {
      undo:
        row.undone_at === null &&
        contact.abilities.merge &&
        canMergeContact(ctx.actor, { owner_id: row.owner_id, deleted_at: null }),
    },
  }));
}

/** The contacts that were merged into this one, and into those. */
export async function mergedIds(ctx: ActorContext, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive former as (
      select c.id, c.merged_count from crm.contacts c where c.tenant_id = ${ctx.actor.tenantId} and c.merged_into_id = ${id}
      union all
      select c.id, c.merged_count from former f
        join crm.contacts c on c.tenant_id = ${ctx.actor.tenantId} and c.merged_into_id = f.id where f.merged_count > 0
    ) select id from former limit 100`.execute(ctx.db);
  return rows.map((row) => row.id);
}

/** Both contacts beside each other, and what would come over. Throws not_found. */
export async function compareContacts(
  ctx: ActorContext,
  { id, otherId }: { id: string; otherId: string },
): Promise<ContactComparison> {
  const [mine, other, definitions, moves] = await Promise.all([
    getContact(ctx, id),
    getContact(ctx, otherId),
    customFieldDefinitions(ctx, 'contact'),
    countMoves(ctx, otherId),
  ]);
  if (id === otherId) throw selfRefusal();
  return { this: mine, other, differences: differencesOf(mine, other, definitions), moves };
}

export function selfRefusal(): AppError {
  return new AppError('invalid', { reason: 'same_contact', field: 'otherId', detail: 'Choose another contact' });
}

async function countMoves(ctx: ActorContext, otherId: string): Promise<ContactComparison['moves']> {
  const { tenantId } = ctx.actor;
  const { rows } = await sql<ContactComparison['moves']>`
    select (select count(*)::int from crm.activities a where a.tenant_id = ${tenantId} and a.contact_id = ${otherId} and a.archived_at is null) as activities,
           (select count(*)::int from crm.deal_contacts l where l.tenant_id = ${tenantId} and l.contact_id = ${otherId}) as deals,
           (select count(*)::int from crm.contact_shares s where s.tenant_id = ${tenantId} and s.contact_id = ${otherId}) as shares`.execute(
    ctx.db,
  );
  return rows[0] ?? { activities: 0, deals: 0, shares: 0 };
}

const TOLD: readonly [field: string, label: string, of: (contact: Contact) => string | null][] = [
  ['firstName', 'First name', (contact) => contact.firstName],
  ['lastName', 'Last name', (contact) => contact.lastName],
  ['email', 'E-mail', (contact) => contact.email],
  ['phone', 'Phone', (contact) => contact.phone],
  ['title', 'Title', (contact) => contact.title],
  ['organizationId', 'Organization', (contact) => contact.organizationName],
  ['ownerId', 'Owner', (contact) => contact.ownerName],
  ['externalId', 'External id', (contact) => contact.externalId],
];

function differencesOf(mine: Contact, other: Contact, definitions: readonly CustomFieldDefinition[]) {
  const told = [
    ...TOLD,
    ...definitions.map(({ key, label }): (typeof TOLD)[number] => [
      `customFields.${key}`,
      label,
      (contact) => plainText(contact.customFields[key]) || null,
    ]),
  ];
  return told
    .map(([field, label, of]) => ({ field, label, this: of(mine), other: of(other) }))
    .filter((row) => row.this !== row.other);
}
