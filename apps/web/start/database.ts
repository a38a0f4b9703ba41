import path from 'node:path';
import { type Embedded, startEmbedded } from '@aura/db/embedded';

export type StartedDatabase = {
  /** For migrations and the seed: a login that may create roles. */
  adminUrl: string;
  /** For the application: it logs in as roles of its own, so the embedded server's address comes without a login. */
  appUrl: string;
  stop(): Promise<void>;
};

/** The server that DATABASE_URL names, else the embedded one in the data directory. */
export async function startDatabase(dataDir: string, databaseUrl: string | undefined): Promise<StartedDatabase> {
  if (databaseUrl) return { adminUrl: databaseUrl, appUrl: databaseUrl, stop: async () => undefined };
  const asked = path.join(dataDir, 'postgres');
  const server: Embedded = await startEmbedded({ dir: asked });
  if (server.dir !== asked) console.log(`PostgreSQL's user cannot enter ${dataDir}; the database is in ${server.dir}.`);
  const appUrl = Object.assign(new URL(server.adminUrl), { username: '', password: '' }).href;
  return { adminUrl: server.adminUrl, appUrl, stop: server.stop };
}
