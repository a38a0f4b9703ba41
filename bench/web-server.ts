import { freePort } from '@aura/db/embedded';
import { buildIfChanged, nextProgram } from '@aura/web/start/build';
import { type Served, serve, waitUntilReady } from '@aura/web/start/serve';
import type { BenchDatabase } from './database.ts';
import { createEnv } from './env.ts';

export type WebServer = { port: number; rootDomain: string; stop(): Promise<void> };

/** The product's own web server, built as for production. Its worker is off: jobs would be measured too. */
export async function startWebServer(database: BenchDatabase, skipsBuild: boolean): Promise<WebServer> {
  if (!skipsBuild) await buildIfChanged();
  const port = await freePort();
  const rootDomain = `aura.localhost:${port}`;
  const databaseUrl = Object.assign(new URL(database.adminUrl), { username: '', password: '' }).href;
  const served: Served = serve({
    program: nextProgram(),
    args: ['start', '-H', 'localhost', '-p', String(port)],
    env: createEnv({ databaseUrl, secret: database.secret, rootDomain }),
  });
  try {
    await waitUntilReady(served, { port, host: rootDomain });
  } catch (error) {
    await served.stop();
    throw error;
  }
  return { port, rootDomain, stop: () => served.stop() };
}
