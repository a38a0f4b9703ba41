import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TenantDb } from '@aura/db';
import { withConnection } from '@aura/db/databases';
import { type Embedded, startEmbedded } from '@aura/db/embedded';
import type { Actor } from '@aura/kernel';
import type { JobContext } from './index.ts';
import { installJobs } from './install.ts';
import type { JobLogger } from './job.log.ts';
import type { OpenContext } from './job.ts';

export const acme = '0195a0c4-0000-7000-8000-00000000000a';
export const globex = '0195a0c4-0000-7000-8000-00000000000b';
export const jo = '0195a0c4-0000-7000-8000-0000000000f1';

type Row = Record<string, unknown>;

export type TestDatabase = {
  adminUrl: string;
  workerUrl: string;
  /** Where its log is. */
  dir: string;
  query(text: string, values?: unknown[]): Promise<Row[]>;
  emit(event: { type: string; tenantId?: string; actorId?: string; entityId?: string | null }): Promise<string>;
  stopServer(): Promise<void>;
  startServer(): Promise<void>;
  remove(): Promise<void>;
};

/** A PostgreSQL of its own, which a test may stop, with the queue and a stand-in for the outbox. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const dir = path.join(tmpdir(), `aura-jobs-${process.pid}-${randomUUID().slice(0, 8)}`);
  const settings = { fsync: 'off', log_statement: 'all' };
  let server: Embedded | undefined = await startEmbedded({ dir, settings });
  const { adminUrl, port, dir: home } = server;
  const query: TestDatabase['query'] = (text, values) =>
    withConnection(adminUrl, async (client) => (await client.query<Row>(text, values)).rows);
  const stopServer = async (): Promise<void> => {
    await server?.stop();
    server = undefined;
  };
  await query(OUTBOX);
  await installJobs({ adminUrl });
  return {
    adminUrl,
    dir: home,
    workerUrl: Object.assign(new URL(adminUrl), { username: 'aura_worker', password: 'test' }).href,
    query,
    emit: async ({ type, tenantId = acme, actorId = jo, entityId = null }) => {
      const text =
        'insert into core.events (tenant_id, actor_id, type, entity_id) values ($1, $2, $3, $4) returning id';
      return String((await query(text, [tenantId, actorId, type, entityId]))[0]?.['id']);
    },
    stopServer,
    startServer: async () => {
      server = await startEmbedded({ dir, port, settings });
    },
    remove: async () => {
      await stopServer();
      fs.rmSync(home, { recursive: true, force: true });
    },
  };
}

// The real ones are migrations of packages/db; these have their columns and signature.
const OUTBOX = `
  create role aura_worker login noinherit password 'test';
  create schema core;
  create table core.events (
    tenant_id uuid not null, id uuid not null default gen_random_uuid(), actor_id uuid, type text not null, entity_id uuid,
    relayed_at timestamptz, primary key (tenant_id, id));
  create function core.take_outbox(batch int) returns table (event_id uuid, tenant_id uuid, actor_id uuid, type text, entity_id uuid)
  language sql volatile security definer set search_path = '' as $$
    update core.events e set relayed_at = pg_catalog.now()
      from (select x.tenant_id, x.id from core.events x where x.relayed_at is null order by x.id limit batch for update skip locked) taken
     where e.tenant_id = taken.tenant_id and e.id = taken.id
    returning e.id, e.tenant_id, e.actor_id, e.type, e.entity_id
  $$;
  revoke all on function core.take_outbox(int) from public;
  grant usage on schema core to aura_worker;
  grant execute on function core.take_outbox(int) to aura_worker;
  create table core.marks (mark text not null, at timestamptz not null default clock_timestamp());`;

/** Knows two tenants and one user of each; what it opens can do nothing but say who it is. */
export const openTestContext: OpenContext = async (tenantId, userId) => {
  if (![acme, globex].includes(tenantId) || userId !== jo)
    throw Object.assign(new Error('no such member jo@acme.com'), { code: '42501' });
  const actor = { tenantId, userId, role: 'sales_rep' } as Actor;
  // Other packages may have declared more of a context; these jobs use only what is here.
  const ctx = { actor, db: {} as TenantDb, tenantId } as JobContext;
  return { run: (work) => work(ctx) };
};

export type LogLine = { level: 'info' | 'warn' | 'error'; event: string } & Record<string, unknown>;

export function recordingLogger(): { logger: JobLogger; lines: LogLine[] } {
  const lines: LogLine[] = [];
  const write =
    (level: LogLine['level']): JobLogger['info'] =>
    (event, fields) =>
      void lines.push({ ...fields, level, event });
  return { lines, logger: { info: write('info'), warn: write('warn'), error: write('error') } };
}
