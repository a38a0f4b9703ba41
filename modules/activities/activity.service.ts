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
      body: input.body ?? null,
      outcome: input.outcome ?? null,
      duration_minutes: input.durationMinutes ?? null,
      occurred_at: input.occurredAt ? new Date(input.occurredAt) : ctx.clock(),
      contact_id: input.contactId ?? null,
      organization_id: organizationId,
      deal_id: input.dealId ?? null,
      import_id: input.importId ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (input.participantIds && input.participantIds.length > 0) await addParticipants(ctx, id, input.participantIds);
  const data = {
    type: input.type,
    subject: input.subject,
    contactId: input.contactId ?? null,
    dealId: input.dealId ?? null,
    organizationId,
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

type Links = {
  contact: boolean;
  organization: boolean;
  deal: boolean;
  contact_organization: string | null;
  deal_organization: string | null;
};

// The database would refuse an invisible link as well, without saying which.
async function checkLinks(
  ctx: ActorContext,
  { contactId, organizationId, dealId }: ActivityCreate,
): Promise<string | null> {
  const tenant = sql`${ctx.actor.tenantId}::uuid`;
  const { rows } = await sql<Links>`
    select contact.id is not null as contact, organization.id is not null as organization, deal.id is not null as deal,
           contact.organization_id as contact_organization, deal.organization_id as deal_organization
      from (select) one
      left join crm.contacts contact on contact.tenant_id = ${tenant} and contact.id = ${contactId ?? null}::uuid and contact.deleted_at is null
      left join crm.organizations organization on organization.tenant_id = ${tenant} and organization.id = ${organizationId ?? null}::uuid and organization.deleted_at is null
      left join crm.deals deal on deal.tenant_id = ${tenant} and deal.id = ${dealId ?? null}::uuid and deal.deleted_at is null`.execute(
    ctx.db,
  );
  const [found] = rows;
  const wanted = [
    ['contactId', contactId, found?.contact, 'contact'],
    ['organizationId', organizationId, found?.organization, 'organization'],
    ['dealId', dealId, found?.deal, 'deal'],
  ] as const;
  for (const [field, id, isFound, noun] of wanted) {
    if (id && !isFound)
      throw new AppError('invalid', { reason: 'unknown_reference', field, detail: `There is no such ${noun}` });
  }
  return organizationId ?? found?.deal_organization ?? found?.contact_organization ?? null;
}

async function addParticipants(ctx: ActorContext, activityId: string, userIds: string[]): Promise<void> {
  const members = await ctx.db
    .selectFrom('core.memberships')
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('user_id', 'in', userIds)
    .select('user_id')
    .execute();
  if (members.length !== userIds.length) {
    throw new AppError('invalid', {
      reason: 'unknown_reference',
      field: 'participantIds',
      detail: 'Choose members of this workspace',
    });
  }
  await ctx.db
    .insertInto('crm.activity_participants')
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
