import { type ActorContext, listPage } from '@aura/api';
import { type RawBuilder, sql } from '@aura/db';
import { can, type Page, seesAll } from '@aura/kernel';
import { canAssignDeal, canResolveDeal, canShareDeal } from './deal.permissions.ts';
import type { Escalation, EscalationList } from './escalation.schema.ts';

type EntryRow = {
  id: string;
  entity: 'contact' | 'deal';
  name: string;
  organization_id: string | null;
  organization_name: string | null;
  owner_id: string;
  owner_name: string | null;
  escalated_at: Date;
  escalated_by: string | null;
  asker_name: string | null;
  reason: string | null;
};

/** F9: what waits for a manager's look. Managers see all of it, a rep what they asked themselves. */
export function listEscalations(ctx: ActorContext, input: EscalationList): Promise<Page<Escalation>> {
  const parts = [
    ...(input.entity === 'deal' ? [] : [asked(ctx, input, CONTACTS)]),
    ...(input.entity === 'contact' ? [] : [asked(ctx, input, DEALS)]),
  ];
  const entries = sql<EntryRow & { tenant_id: string }>`(${sql.join(parts, sql` union all `)})`;
  const rows = ctx.listDb.selectFrom(entries.as<'entry'>('entry')).where('entry.tenant_id', '=', ctx.actor.tenantId);
  return listPage<EntryRow, Escalation>(ctx, {
    list: 'escalations.list',
    rows,
    select: (page: typeof rows) => page.selectAll('entry').select(names),
    sorts: { escalatedAt: { column: 'entry.escalated_at', type: 'timestamptz' } },
    defaultSort: '-escalatedAt',
    id: 'entry.id',
    input,
    toItem: (row) => toEscalation(ctx, row),
  });
}

type Source = { entity: string; table: string; name: RawBuilder<string> };

const CONTACTS: Source = {
  entity: 'contact',
  table: 'crm.contacts',
  name: sql`coalesce(nullif(concat_ws(' ', t.first_name, t.last_name), ''), t.email)`,
};
const DEALS: Source = { entity: 'deal', table: 'crm.deals', name: sql`t.name` };

function asked(ctx: ActorContext, { ownerId }: EscalationList, { entity, table, name }: Source): RawBuilder<unknown> {
  const mine = seesAll(ctx.actor) ? sql`` : sql` and t.escalated_by = ${ctx.actor.userId}::uuid`;
  const owned = ownerId ? sql` and t.owner_id = ${ownerId}::uuid` : sql``;
  return sql`
    select t.tenant_id, t.id, ${sql.lit(entity)}::text as entity, ${name} as name, t.organization_id, t.owner_id, t.escalated_at, t.escalated_by
      from ${sql.table(table)} t
     where t.tenant_id = ${ctx.actor.tenantId}::uuid and t.escalated_at is not null and t.deleted_at is null${mine}${owned}`;
}

const names = [
  sql<
    string | null
  >`(select o.name from crm.organizations o where o.tenant_id = entry.tenant_id and o.id = entry.organization_id)`.as(
    'organization_name',
  ),
  sql<
    string | null
  >`(select m.name from core.memberships m where m.tenant_id = entry.tenant_id and m.user_id = entry.owner_id)`.as(
    'owner_name',
  ),
  sql<
    string | null
  >`(select m.name from core.memberships m where m.tenant_id = entry.tenant_id and m.user_id = entry.escalated_by)`.as(
    'asker_name',
  ),
  sql<string | null>`(select e.data ->> 'reason' from core.events e
    where e.tenant_id = entry.tenant_id and e.entity_id = entry.id and e.type = entry.entity || '.escalated'
    order by e.id desc limit 1)`.as('reason'),
];

function toEscalation({ actor }: ActorContext, row: EntryRow): Escalation {
  const isDeal = row.entity === 'deal';
  return {
    entity: row.entity,
    id: row.id,
    name: row.name,
    organizationId: row.organization_id,
    organizationName: row.organization_name,
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    escalatedAt: row.escalated_at.toISOString(),
    escalatedBy: row.escalated_by,
    escalatedByName: row.asker_name,
    reason: row.reason,
    abilities: {
      resolve: isDeal ? canResolveDeal(actor) : seesAll(actor) && can(actor, 'contact:resolve'),
      share: isDeal ? canShareDeal(actor) : can(actor, 'contact:share'),
      changeOwner: isDeal ? canAssignDeal(actor) : seesAll(actor) && can(actor, 'contact:reassign'),
    },
  };
}
