import { type ActorContext, listPage } from '@aura/api';
import { sql } from '@aura/db';
import type { Page } from '@aura/kernel';
import type { Notification, NotificationListInput, UnreadOutput } from './notification.schema.ts';
import { isNotificationEvent, type NotificationEvent } from './notification-event.ts';
import type { NotifiedRecord, Providers } from './notification-provider.ts';
import { placeOf, sentenceOf, type Told } from './notification-text.ts';

const UNREAD_MAX = 100;

type Row = {
  id: string;
  event: string;
  entity: string;
  record_ids: string[];
  record_count: number;
  actor_id: string;
  actor_name: string;
  data: unknown;
  occurred_at: Date;
  read_at: Date | null;
};

function ownRows(ctx: ActorContext, { isUnread }: { isUnread: boolean }) {
  return ctx.db
    .selectFrom('core.notifications as notification')
    .where('notification.tenant_id', '=', ctx.actor.tenantId)
    .where('notification.user_id', '=', ctx.actor.userId)
    .$if(isUnread, (query) => query.where('notification.read_at', 'is', null));
}

/** The newest first, with the names of records as the reader sees them now. */
export async function listNotifications(
  ctx: ActorContext,
  providers: Providers,
  input: NotificationListInput,
): Promise<Page<Notification>> {
  const rows = ownRows(ctx, { isUnread: input.unread });
  const page = await listPage<Row, Row>(ctx, {
    list: 'notifications.list',
    rows,
    select: (shown: typeof rows) =>
      shown
        .innerJoin('core.memberships as actor', (join) =>
          join
            .onRef('actor.tenant_id', '=', 'notification.tenant_id')
            .onRef('actor.user_id', '=', 'notification.actor_id'),
        )
        .selectAll('notification')
        .select('actor.name as actor_name'),
    sorts: { occurredAt: { column: 'notification.occurred_at', type: 'timestamptz' } },
    defaultSort: '-occurredAt',
    id: 'notification.id',
    input,
    toItem: (row) => row,
  });
  const known = await describeRecords(ctx, providers, page.items);
  return { ...page, items: page.items.flatMap((row) => toNotification(row, { providers, known }) ?? []) };
}

type Known = ReadonlyMap<string, NotifiedRecord>;

async function describeRecords(ctx: ActorContext, providers: Providers, rows: readonly Row[]): Promise<Known> {
  const known = new Map<string, NotifiedRecord>();
  for (const [entity, told] of Map.groupBy(rows, (row) => row.entity)) {
    const ids = [...new Set(told.flatMap((row) => row.record_ids))];
    for (const record of (await providers.get(entity)?.describe(ctx, ids)) ?? []) known.set(record.id, record);
  }
  return known;
}

type Naming = { providers: Providers; known: Known };

/** Null for what the reader lost sight of since the page was read. */
function toNotification(row: Row, naming: Naming): Notification | null {
  const told = isNotificationEvent(row.event) ? tell(row, row.event, naming) : null;
  if (!told) return null;
  const { record, event, count } = told;
  return {
    id: row.id,
    event,
    text: sentenceOf(told),
    href: placeOf(told),
    entity: row.entity,
    record: record ? { id: record.id, name: record.name } : null,
    about: record?.about ?? null,
    count,
    actor: { id: row.actor_id, name: row.actor_name },
    occurredAt: row.occurred_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
  };
}

function tell(row: Row, event: NotificationEvent, { providers, known }: Naming): Told | null {
  const provider = providers.get(row.entity);
  const seen = row.record_ids.flatMap((id) => known.get(id) ?? []);
  if (provider && seen.length === 0) return null;
  return {
    event,
    actorName: row.actor_name,
    nouns: provider?.nouns ?? { one: 'record', many: 'records' },
    record: seen.length === 1 && row.record_count === 1 ? (seen[0] ?? null) : null,
    count: provider ? seen.length : row.record_count,
    isCut: row.record_count > row.record_ids.length,
    data: row.data as Record<string, unknown>,
    place: { entity: row.entity, recordId: String(row.record_ids[0]), listHref: provider?.listHref },
  };
}

/** How many the person has not read, counted to a hundred. */
export async function countUnread(ctx: ActorContext): Promise<UnreadOutput> {
  const unread = ownRows(ctx, { isUnread: true }).select(sql<number>`1`.as('one')).limit(UNREAD_MAX);
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${unread} as unread`.execute(ctx.db);
  return { unread: rows[0]?.count ?? 0 };
}
