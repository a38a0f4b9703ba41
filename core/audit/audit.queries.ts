import { type ActorContext, listPage } from '@aura/api';
import { sql } from '@aura/db';
import type { z } from 'zod';
import type { AuditEvent, AuditListInput, auditVerifyOutput, violationOutput } from './audit.schema.ts';

type Row = {
  id: string;
  occurred_at: Date;
  actor_id: string | null;
  actor_name: string | null;
  action: string;
  entity: string;
  entity_id: string | null;
  request_id: string | null;
  detail: unknown;
};

/** The tenant's own log, newest first. */
export function listAuditEvents(ctx: ActorContext, input: AuditListInput) {
  let rows = ctx.db.selectFrom('audit.events as event').where('event.tenant_id', '=', ctx.actor.tenantId);
  if (input.actorId) rows = rows.where('event.actor_id', '=', input.actorId);
  if (input.action) rows = rows.where('event.action', '=', input.action);
  if (input.entity) rows = rows.where('event.entity', '=', input.entity);
  if (input.entityId) rows = rows.where('event.entity_id', '=', input.entityId);
  if (input.from) rows = rows.where('event.occurred_at', '>=', sql<Date>`${input.from}::date`);
  if (input.to) rows = rows.where('event.occurred_at', '<', sql<Date>`${input.to}::date + 1`);
  return listPage<Row, AuditEvent>(ctx, {
    rows,
    select: (query: typeof rows) =>
      query
        .leftJoin('core.memberships as actor', (join) =>
          join.onRef('actor.tenant_id', '=', 'event.tenant_id').onRef('actor.user_id', '=', 'event.actor_id'),
        )
        .select([
          'event.id',
          'event.occurred_at',
          'event.actor_id',
          'actor.name as actor_name',
          'event.action',
          'event.entity',
          'event.entity_id',
          'event.request_id',
          'event.detail',
        ]),
    sorts: { occurredAt: { column: 'event.occurred_at', type: 'timestamptz' } },
    defaultSort: '-occurredAt',
    id: 'event.id',
    input,
    list: 'audit.list',
    toItem: (row) => ({
      id: row.id,
      occurredAt: row.occurred_at.toISOString(),
      actorId: row.actor_id,
      actorName: row.actor_name,
      action: row.action,
      entity: row.entity,
      entityId: row.entity_id,
      requestId: row.request_id?.replace(/^aura /, '') ?? null,
      detail: row.detail as Record<string, unknown>,
    }),
  });
}

/** Recomputes the chain of seals: any changed, removed or inserted row shows. */
export async function verifyAuditLog(ctx: ActorContext): Promise<z.output<typeof auditVerifyOutput>> {
  const { rows } = await sql<{
    seal_id: string;
    sealed_at: Date;
    row_count: number;
    is_intact: boolean;
  }>`select * from audit.verify()`.execute(ctx.db);
  const unsealed = await sql<{ count: number }>`
    select count(*)::int as count from audit.events event where event.tenant_id = ${ctx.actor.tenantId}
       and event.xid >= coalesce((select max(seal.to_xid) from audit.seals seal where seal.tenant_id = ${ctx.actor.tenantId}), '0'::xid8)`.execute(
    ctx.db,
  );
  return {
    isIntact: rows.every((row) => row.is_intact),
    seals: rows.map((row) => ({
      id: row.seal_id,
      sealedAt: row.sealed_at.toISOString(),
      rows: row.row_count,
      isIntact: row.is_intact,
    })),
    unsealedRows: unsealed.rows[0]?.count ?? 0,
  };
}

/** Refused writes, bad contexts and probes that members of this tenant caused (F5.6), newest first. */
export async function listViolations(ctx: ActorContext, limit: number): Promise<z.output<typeof violationOutput>[]> {
  const rows = await ctx.db
    .selectFrom('audit.violations')
    .select(['id', 'occurred_at', 'user_id', 'kind', 'entity', 'entity_id', 'request_id'])
    .where('tenant_id', '=', ctx.actor.tenantId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: String(row.id),
    occurredAt: row.occurred_at.toISOString(),
    userId: row.user_id,
    kind: row.kind,
    entity: row.entity,
    entityId: row.entity_id,
    requestId: row.request_id,
  }));
}
