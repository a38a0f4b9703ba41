import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDatabase } from '@aura/db/databases';
import { startEmbedded } from '@aura/db/embedded';
import { migrate } from '@aura/db/migrate';
import { startDebianPostgres, startPgbouncer } from './servers.ts';
import type { WorldServer } from './world-database.ts';

const SECRET = 'the tests on a server of their own use this secret';
const TEMPLATE = 'aura_template';

export type OwnServer = WorldServer & { stop(): Promise<void> };

/**
 * A server of one's own, for tests that change roles (which all databases share) or need another version.
 * `debian-pooled`: Debian's PostgreSQL 15 behind PgBouncer in transaction mode.
 */
export async function startWorldServer(kind: 'embedded' | 'debian-pooled'): Promise<OwnServer> {
  const server = kind === 'embedded' ? await startOwnEmbedded() : await startDebianPostgres();
  try {
    await migrate({ adminUrl: await createDatabase(server.url, TEMPLATE), secret: SECRET });
    const { url: adminUrl, superuserUrl } = server;
    const base = { adminUrl, superuserUrl, template: TEMPLATE, secret: SECRET };
    if (kind === 'embedded') return { ...base, stop: server.stop };
    const pooler = await startPgbouncer({ backend: superuserUrl, poolMode: 'transaction' });
    const stop = async (): Promise<void> => {
      await pooler.stop();
      await server.stop();
    };
    return { ...base, poolerUrl: pooler.url, stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function startOwnEmbedded(): Promise<{ url: string; superuserUrl: string; stop(): Promise<void> }> {
  const dir = mkdtempSync(path.join(tmpdir(), 'aura-server-'));
  chmodSync(dir, 0o755);
  const server = await startEmbedded({
    dir: path.join(dir, 'postgres'),
    settings: { fsync: 'off', full_page_writes: 'off' },
  });
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  return { url: server.adminUrl, superuserUrl: server.superuserUrl, stop };
}
