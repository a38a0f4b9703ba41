import type { ActorContext } from '@aura/api';
import { sql } from '@aura/db';
import { type DealRow, requireDeal, toDeal } from './deal.queries.ts';
import type { DealDetail } from './deal.schema.ts';
import { listItems } from './line-item.queries.ts';

/** The deal with its people and lines. Contacts that the person may not see are left out by the database. */
export async function getDeal(ctx: ActorContext, id: string): Promise<DealDetail> {
  return detailOf(ctx, await requireDeal(ctx, id));
}

export async function detailOf(ctx: ActorContext, row: DealRow): Promise<DealDetail> {
  const [contacts, members, items] = await Promise.all([
    listContacts(ctx, row.id),
    listMembers(ctx, row.id),
    listItems(ctx, { id: row.id, currency: row.currency }),
  ]);
  const people = (kind: string) =>
    members.filter((member) => member.kind === kind).map(({ user_id, name }) => ({ userId: user_id, name }));
  const collaborators = people('collaborator');
  return {
    ...toDeal(ctx, row),
    contactIds: contacts.map((contact) => contact.id),
    contacts,
    collaboratorIds: collaborators.map((person) => person.userId),
    collaborators,
    sharedWith: people('shared'),
    items,
  };
}

type ContactRow = { id: string; name: string; email: string | null; role: string | null };

async function listContacts(ctx: ActorContext, dealId: string): Promise<ContactRow[]> {
  const { rows } = await sql<ContactRow>`
    select c.id, coalesce(nullif(concat_ws(' ', c.first_name, c.last_name), ''), c.email) as name, c.email, link.role
      from crm.deal_contacts link join crm.contacts c on c.tenant_id = link.tenant_id and c.id = link.contact_id
     where link.tenant_id = ${ctx.actor.tenantId} and link.deal_id = ${dealId} and c.deleted_at is null
     order by link.created_at, c.name_norm, c.id`.execute(ctx.db);
  return rows;
}

export type MemberRow = { kind: string; user_id: string; name: string };

export function listMembers(ctx: ActorContext, dealId: string): Promise<MemberRow[]> {
  return ctx.db
    .selectFrom('crm.deal_members as member')
    .innerJoin('core.memberships as person', (join) =>
      join.onRef('person.tenant_id', '=', 'member.tenant_id').onRef('person.user_id', '=', 'member.user_id'),
    )
    .where('member.tenant_id', '=', ctx.actor.tenantId)
    .where('member.deal_id', '=', dealId)
    .select(['member.kind', 'member.user_id', 'person.name'])
    .orderBy('person.name')
    .orderBy('member.user_id')
    .execute();
}
