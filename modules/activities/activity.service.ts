import { type ActorContext, noteMiss } from '@aura/api';
import { sql } from '@aura/db';
import { AppError } from '@aura/kernel';
import { canArchiveActivity } from './activity.permissions.ts';
import { getActivity } from './activity.queries.ts';
import type { Activity, ActivityCreate } from './activity.schema.ts';

/** Every link must be visible to the person. Without an organization, it is the deal's or the contact's. */
export async function createActivity(
  ctx: ActorContext,
  input: ActivityCreate & { importId?: string },
): Promise<Activity> {
  const organizationId = await checkLinks(ctx, input);
  const { id } = await ctx.db
    .insertInto('crm.activities')
    .values({
      type: input.type,
      subject: input.subject,
      body: input.body,
      outcome: input.outcome,
      duration_minutes: input.durationMinutes,
      occurred_at: input.occurredAt ? new Date(input.occurredAt) : ctx.clock(),
      contact_id: input.contactId,
      organization_id: organizationId,
      deal_id: input.dealId,
      import_id: input.importId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await addPeople(ctx, id, { as: 'participantIds', userIds: input.participantIds ?? [] });
  await addPeople(ctx, id, { as: 'mentionIds', userIds: input.mentionIds ?? [] });
  const data = {
    type: input.type,
    subject: input.subject,
    contactId: input.contactId ?? null,
    dealId: input.dealId ?? null,
    organizationId,
    ...(input.mentionIds && input.mentionIds.length > 0 ? { mentions: input.mentionIds } : {}),
  };
  await ctx.emit({ type: 'activity.created', entity: 'activity', entityId: id, data });
  return getActivity(ctx, id);
}

/** F10.4: the only change there is. */
export async function archiveActivity(ctx: ActorContext, id: string): Promise<Activity> {
  const row = await ctx.db
    .selectFrom('crm.activities')
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('id', '=', id)
    .select(['created_by', 'archived_at'])
    .executeTakeFirst();
  if (!row) {
    await noteMiss(ctx, 'activity', id);
    throw new AppError('not_found');
  }
  if (row.archived_at) return getActivity(ctx, id);
  if (!canArchiveActivity(ctx.actor, row))
    throw new AppError('forbidden', { detail: 'Only the author, managers and admins archive an activity.' });
  await ctx.db
    .updateTable('crm.activities')
    .set({ archived_at: ctx.clock() })
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .execute();
  await ctx.emit({ type: 'activity.archived', entity: 'activity', entityId: id });
  return getActivity(ctx, id);
}

type Found = { organization_id: string | null };

// The database would refuse an invisible link as well, without saying which.
async function checkLinks(
  ctx: ActorContext,
  { contactId, organizationId, dealId }: ActivityCreate,
): Promise<string | null> {
  const contact = contactId ? await requireLink(ctx, 'contact', contactId) : null;
  const deal = dealId ? await requireLink(ctx, 'deal', dealId) : null;
  if (organizationId) await requireLink(ctx, 'organization', organizationId);
  return organizationId ?? deal?.organization_id ?? contact?.organization_id ?? null;
}

const LINKED = {
  contact: { field: 'contactId', table: 'crm.contacts', organization: 'organization_id' },
  deal: { field: 'dealId', table: 'crm.deals', organization: 'organization_id' },
  organization: { field: 'organizationId', table: 'crm.organizations', organization: 'id' },
} as const;

async function requireLink(ctx: ActorContext, noun: keyof typeof LINKED, id: string): Promise<Found> {
  const { field, table, organization } = LINKED[noun];
  const { rows } = await sql<Found>`
    select ${sql.ref(organization)} as organization_id from ${sql.table(table)}
     where tenant_id = ${ctx.actor.tenantId} and id = ${id} and deleted_at is null`.execute(ctx.db);
  if (rows[0]) return rows[0];
  throw new AppError('invalid', { reason: 'unknown_reference', field, detail: `There is no such ${noun}` });
}

const PEOPLE = { participantIds: 'crm.activity_participants', mentionIds: 'crm.activity_mentions' } as const;

type Named = { as: keyof typeof PEOPLE; userIds: readonly string[] };

async function addPeople(ctx: ActorContext, activityId: string, { as, userIds }: Named): Promise<void> {
  if (userIds.length === 0) return;
  const members = await ctx.db
    .selectFrom('core.memberships')
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('user_id', 'in', userIds)
    .select('user_id')
    .execute();
  if (members.length !== userIds.length) {
    throw new AppError('invalid', {
      reason: 'unknown_reference',
      field: as,
      detail: 'Choose members of this workspace',
    });
  }
  await ctx.db
    .insertInto(PEOPLE[as])
    .values(userIds.map((userId) => ({ activity_id: activityId, user_id: userId })))
    .execute();
}

/** A contact that the person sees, for the routes below it. Throws not_found. */
export async function requireContact(ctx: ActorContext, id: string): Promise<void> {
  const found = await ctx.db
    .selectFrom('crm.contacts')
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('id', '=', id)
    .select('id')
    .executeTakeFirst();
  if (found) return;
  await noteMiss(ctx, 'contact', id);
  throw new AppError('not_found');
}
